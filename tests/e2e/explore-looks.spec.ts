import type { Page } from '@playwright/test';
import { MAP_WIDTH, viewOf } from '../../src/lib/ui/map-view';
import { readUkrainePack } from '../content/pack-kit';
import { expectGoodLooks } from './looks';
import { PACK } from './routes';
import { expect, test } from './site';
import { words, type Language } from './words';

// Every state of /explore, and the first steps: by axe in both themes, for a thumb, at 320 px and with letters of double size.
test.setTimeout(120_000);
const LOCALES = { en: 'en-GB', uk: 'uk-UA' } as const;

/** Presses the map where a point is, [longitude, latitude], as the frame of the first pack around Kyiv shows it. */
async function pressPlace(page: Page, [longitude, latitude]: readonly [number, number]): Promise<void> {
  const { map } = await readUkrainePack();
  const frame = map?.frames.kyiv;
  const box = await page.locator('.window canvas').boundingBox();
  if (frame === undefined || box === null) throw new Error('there is no map');
  const view = viewOf(frame);
  const [x, y] = view.toMap([longitude, latitude]);
  await page.mouse.click(box.x + (x / MAP_WIDTH) * box.width, box.y + (y / view.height) * box.height);
}

for (const language of ['en', 'uk'] as const satisfies readonly Language[]) {
  const say = (name: string): string => words(language, name);
  const open = (page: Page, query: string): Promise<unknown> => page.goto(`/explore/?pack=${PACK}${query}`);

  test.describe(language, () => {
    test.use({ locale: LOCALES[language] });

    test('the first steps', async ({ page }) => {
      await page.goto('/');
      for (const name of ['welcome_1', 'welcome_2', 'welcome_3']) {
        await expect(page.getByRole('heading', { name: say(name) })).toBeVisible();
        await expectGoodLooks(page, name);
        if (name !== 'welcome_3') await page.getByRole('button', { name: say('welcome_next') }).click();
      }
    });

    test('the timeline: as it opens, with filters and its key, with what was found, empty', async ({ page }) => {
      await open(page, '');
      await expect(page.getByRole('application', { name: say('explore_timeline') })).toBeVisible();
      await expectGoodLooks(page, 'the timeline');
      await page.getByText(say('explore_filters'), { exact: true }).click();
      await page.getByText(say('explore_key'), { exact: true }).click();
      await expectGoodLooks(page, 'filters and key');
      await page.getByRole('combobox', { name: say('explore_search') }).fill('Kiev');
      await expect(page.getByRole('option').first()).toBeVisible();
      await expectGoodLooks(page, 'what was found');
      await open(page, '&place=nowhere');
      await expect(page.getByRole('heading', { name: say('explore_nothing') })).toBeVisible();
      await expectGoodLooks(page, 'nothing fits');
    });

    test('cards: an event, sources that disagree, what is told and never asked, none', async ({ page }) => {
      for (const event of ['ivankiv-captured', 'makariv-retaken-22', 'ivankiv-shelled', 'nowhere']) {
        await open(page, `&event=${event}`);
        await expect(page.getByRole('dialog').locator('.remembered .waiting, .loading')).toHaveCount(0);
        await expect(page.getByRole('dialog').getByRole('heading').first()).not.toHaveText(say('loading'));
        await expectGoodLooks(page, event);
      }
    });

    test('the map: a day, a day without anything, the projector', async ({ page }) => {
      await open(page, '&view=map&day=2022-02-25');
      await expect(page.locator('path.oblast').first()).toBeAttached();
      await expectGoodLooks(page, 'a day on the map');
      await open(page, '&view=map&day=2022-12-20');
      await expect(page.locator('path.oblast').first()).toBeAttached();
      await expectGoodLooks(page, 'a quiet day');
      await page.getByRole('button', { name: say('explore_projector') }).click();
      await expect(page.locator('.projector')).toBeVisible();
      await expectGoodLooks(page, 'the projector');
    });

    test('several events at one place of the map, and the key of its marks', async ({ page }) => {
      await open(page, '&view=map&day=2022-02-25');
      await expect(page.locator('path.oblast').first()).toBeAttached();
      await page.getByText(say('explore_key'), { exact: true }).click();
      await expectGoodLooks(page, 'the key of the map');
      await pressPlace(page, [30.52, 50.45]);
      await expect(page.getByRole('dialog').locator('.tales button').nth(1)).toBeVisible();
      await expectGoodLooks(page, 'several events at one place');
    });

    test('the list, and a chronicle with its questions', async ({ page }) => {
      await open(page, '&view=list');
      await expect(page.locator('.tales button').first()).toBeVisible();
      await expectGoodLooks(page, 'the list');
      await open(page, '&view=read');
      await expect(page.locator('.storylines a').first()).toBeVisible();
      await expectGoodLooks(page, 'storylines to read');
      await open(page, '&view=read&storyline=ivankiv');
      await page.getByRole('button', { name: say('explore_closing_begin') }).click();
      await expect(page.locator('.closing .choices')).toBeVisible();
      await expectGoodLooks(page, 'a chronicle with a question');
      await page.locator('.closing .choices button').first().click();
      await expectGoodLooks(page, 'a question answered');
      for (const asked of [2, 3]) {
        await page.getByRole('button', { name: say('explore_closing_next') }).click();
        await page.locator('.closing .choices button').first().click();
        await expect(page.locator('.closing > .told'), `question ${String(asked)}`).toBeVisible();
      }
      await page.getByRole('button', { name: say('explore_closing_next') }).click();
      await expect(page.getByRole('link', { name: say('pack_study_storyline') })).toBeVisible();
      await expectGoodLooks(page, 'a chronicle read to its end');
    });

    test('a pack that is not there, and a walk with nothing on the map', async ({ page }) => {
      await page.goto('/explore/?pack=nowhere');
      await expect(page.getByRole('heading', { name: say('no_pack_title') })).toBeVisible();
      await expectGoodLooks(page, 'no pack');
      await open(page, '&view=map&place=nowhere');
      await expect(page.getByRole('heading', { name: say('explore_nothing') })).toBeVisible();
      await expectGoodLooks(page, 'nothing on the map');
    });
  });
}

test('with forced colours the timeline and the map are still drawn', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const query of ['', '&view=map']) {
    await page.goto(`/explore/?pack=${PACK}${query}`);
    const canvas = page.locator('main canvas');
    await expect(canvas).toBeVisible();
    await expect
      .poll(() =>
        canvas.evaluate((node: HTMLCanvasElement) => {
          const { data } = node.getContext('2d')?.getImageData(0, 0, node.width, node.height) ?? { data: [] };
          return data.some((value) => value > 0);
        }),
      )
      .toBe(true);
  }
});
