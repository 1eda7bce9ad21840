import type { Page } from '@playwright/test';
import { learnOne, mappedPack, openLater } from './grown-memory';
import { expectGoodLooks } from './looks';
import { addPack, madePack, packFile } from './made-pack';
import { arrange, openOrdering, ORDER } from './ordering';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { words, wordsLike, type Language } from './words';

test.setTimeout(120_000);

const LOCALES = { en: 'en-GB', uk: 'uk-UA' } as const;

for (const language of ['en', 'uk'] as const satisfies readonly Language[]) {
  const say = (name: string): string => words(language, name);
  const title = (page: Page, name: string): Promise<void> =>
    expect(page.getByRole('heading', { level: 1, name: say(name) })).toBeVisible();

  test.describe(language, () => {
    test.use({ locale: LOCALES[language] });

    test('the start page: untouched, in the middle of a session, done', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('link', { name: say('home_begin') })).toBeVisible();
      await expectGoodLooks(page, 'untouched');
      const session = new SessionScreen(page, language);
      await page.goto('/settings/');
      await page.getByLabel(say('settings_new')).fill('1');
      await page.getByLabel(say('settings_new')).blur();
      await session.open(PACK);
      await session.answer();
      await page.goto('/');
      await expect(page.getByRole('img')).toBeVisible();
      await expectGoodLooks(page, 'in progress');
      await session.open(PACK);
      await session.study();
      await page.goto('/');
      await expect(page.getByRole('main').getByRole('link')).not.toHaveCount(0);
      await expectGoodLooks(page, 'done');
    });

    test('a session: questions of date and place, right, wrong and passed, and its end', async ({ page }) => {
      await addPack(page, madePack({ ask: ['date', 'place'], events: 6 }), language);
      const session = new SessionScreen(page, language);
      await session.open('siege');
      await expectGoodLooks(page, 'a question');
      await session.answerRightly();
      await expectGoodLooks(page, 'right');
      await session.next.click();
      await session.answerWrongly();
      await page.locator('section.verdict summary').click();
      await expectGoodLooks(page, 'wrong, with the reasons open');
      await session.next.click();
      await session.answer('pass');
      await expectGoodLooks(page, 'passed');
      await session.next.click();
      await session.study();
      await expect(session.done).toBeVisible();
      await expectGoodLooks(page, 'done');
      await page.reload();
      await title(page, 'empty_title');
      await expectGoodLooks(page, 'nothing left');
    });

    test('questions of the first pack: of a date, of a place, of what came first', async ({ page }) => {
      const session = new SessionScreen(page, language);
      await session.open(PACK);
      const wanted = new Set(['date', 'place', 'sequence']);
      for (let asked = 0; wanted.size > 0 && asked < 12; asked += 1) {
        const kind = await kindShown(page);
        if (wanted.delete(kind)) await expectGoodLooks(page, `a question of ${kind}`);
        await session.answer('pass');
        if (kind === 'sequence') await expectGoodLooks(page, 'what came first');
        await session.next.click();
        await session.waitForQuestion();
      }
    });

    test('an ordering, a row taken up, and its verdicts', async ({ page }) => {
      const session = await openOrdering(page, language);
      await expectGoodLooks(page, 'an ordering');
      await session.rows.first().getByRole('button').first().focus();
      await page.keyboard.press('Space');
      await expectGoodLooks(page, 'a row taken up');
      await page.keyboard.press('Escape');
      await arrange(session, [...ORDER.slice(1), ...ORDER.slice(0, 1)], language);
      await session.check.click();
      await expect(session.verdict).toBeVisible();
      await expectGoodLooks(page, 'a wrong order');
      await session.undo.click();
      await arrange(session, ORDER, language);
      await session.check.click();
      await expectGoodLooks(page, 'the right order');
    });

    test('a typed date: empty, understood, refused, of two readings, nearly right; a typed place; a map', async ({
      page,
    }) => {
      const session = await learnOne(page, mappedPack({ ask: ['date'] }), language);
      await openLater(page, session, 12);
      await expect(session.field).toBeVisible();
      await expectGoodLooks(page, 'a date to type');
      await session.hint.click();
      await session.field.fill('soon');
      await session.field.press('Enter');
      await expectGoodLooks(page, 'not understood, after a hint');
      await session.field.fill('3/2/1822');
      await session.field.press('Enter');
      await expect(page.locator('.which')).toBeVisible();
      await expectGoodLooks(page, 'which month');
      await session.field.fill('3.3.1822');
      await session.field.press('Enter');
      await expect(session.verdict).toBeVisible();
      await expectGoodLooks(page, 'a day off');
    });

    test('a map: untouched, with a pin and a hint, answered; the name of a place to type', async ({ page }) => {
      const session = await learnOne(page, mappedPack({ ask: ['place'] }), language);
      await openLater(page, session, 12);
      await expect(session.map.locator('path.oblast').first()).toBeAttached();
      await expectGoodLooks(page, 'a map');
      await session.map.click();
      await session.hint.click();
      await expectGoodLooks(page, 'a pin on the map, after a hint');
      await session.check.click();
      await expect(page.getByRole('img')).toBeVisible();
      await expectGoodLooks(page, 'how far off');
      await session.undo.click();
      await page.getByRole('button', { name: say('instead_typed') }).click();
      await expectGoodLooks(page, 'a place to type');
      await session.field.fill('Birk');
      await session.field.press('Enter');
      await expect(session.verdict).toBeVisible();
      await expectGoodLooks(page, 'another place');
    });

    test('the packs: their list, one with an open storyline, a list of problems, the dialog of removal', async ({
      page,
    }) => {
      await addPack(page, madePack(), language);
      await expectGoodLooks(page, 'a pack was added');
      await page.getByRole('button', { name: wordsLike(language, 'packs_remove_named') }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectGoodLooks(page, 'the dialog of removal');
      await page.keyboard.press('Escape');
      const broken = madePack({ instead: [['kind: town', 'kind: hamlet'], ['tone: plain', 'tone: loud']] }); // prettier-ignore
      await page.getByLabel(say('packs_add')).setInputFiles(packFile(broken));
      await expect(page.getByRole('alert')).toBeVisible();
      await expectGoodLooks(page, 'a list of problems');
      await page.goto(`/pack/?pack=${PACK}`);
      await expect(page.getByRole('link', { name: say('pack_study') })).toBeVisible();
      await expectGoodLooks(page, 'a pack');
      await page.locator('details.storyline, details').first().locator('summary').first().click();
      await expect(page.getByRole('article').first()).toBeVisible();
      await expectGoodLooks(page, 'a pack with a storyline open');
      await page.goto('/pack/?pack=nowhere');
      await title(page, 'no_pack_title');
      await expectGoodLooks(page, 'no such pack');
    });

    test('settings: a refused number, a backup before it is restored, the dialog of erasing', async ({ page }) => {
      const session = new SessionScreen(page, language);
      await session.open(PACK);
      await session.answer('pass');
      await page.goto('/settings/');
      await expect(page.getByText(say('data_consistent'))).toBeVisible();
      await expectGoodLooks(page, 'settings');
      await page.getByLabel(say('settings_new')).fill('900');
      await page.getByLabel(say('settings_new')).blur();
      await expect(page.getByRole('alert').filter({ hasText: '200' })).toBeVisible();
      await expectGoodLooks(page, 'a refused number');
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: say('backup_make') }).click();
      const file = await (await saving).path();
      await page.getByLabel(say('backup_restore')).setInputFiles(file);
      await expect(page.getByRole('heading', { name: say('restore_title') })).toBeVisible();
      await expectGoodLooks(page, 'a backup before it is restored');
      await page.getByRole('button', { name: say('restore_replace') }).click();
      await expect(page.getByRole('heading', { name: say('snapshots') })).toBeVisible();
      await page.getByRole('button', { name: say('erase_button') }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectGoodLooks(page, 'the dialog of erasing');
    });

    test('a class: choosing, taking over, the connection, cards, no report, and the door for pupils', async ({
      page,
    }) => {
      await page.goto('/host/');
      await expect(page.getByRole('button', { name: say('host_open_room') })).toBeEnabled();
      await expectGoodLooks(page, 'choosing what to play');
      await page.getByRole('radio', { name: say('host_mode_own') }).check({ force: true });
      await page.getByText(say('host_take_over')).click();
      await page.getByRole('button', { name: say('host_take_over_go') }).click();
      await expect(page.getByText(say('join_pin_six'))).toBeVisible();
      await expectGoodLooks(page, 'homework, and a lesson to take over without its number');
      await page.goto('/host/doctor/');
      await title(page, 'room_doctor_title');
      await expect(page.getByText(say('room_doctor_line'))).toBeVisible();
      await expectGoodLooks(page, 'the connection');
      await page.goto('/host/cards/');
      await title(page, 'host_cards_print');
      await expectGoodLooks(page, 'cards to print');
      await page.goto('/host/report/');
      await title(page, 'host_gone_title');
      await expectGoodLooks(page, 'no report');
      await page.goto('/join/');
      await page.getByLabel(say('join_pin')).fill('12');
      await page.getByLabel(say('join_pin')).press('Enter');
      await expect(page.getByRole('alert')).not.toBeEmpty();
      await expectGoodLooks(page, 'the door, with a number that is none');
    });

    test('about, sources, and an address that leads nowhere', async ({ page }) => {
      for (const [path, heading] of [
        ['/about/', 'about_title'],
        [`/sources/?pack=${PACK}`, 'sources_title'],
        ['/no/such/page/', 'error_title'],
      ] as const) {
        await page.goto(path);
        await title(page, heading);
        await expectGoodLooks(page, path);
      }
    });
  });
}

/** What kind of question stands there: by the blank in its dateline. */
async function kindShown(page: Page): Promise<'date' | 'place' | 'sequence'> {
  const blank = page.locator('.dispatch .blank');
  if ((await blank.count()) === 0) return 'sequence';
  const text = await blank.innerText();
  return [words('en', 'blank_when'), words('uk', 'blank_when')].includes(text.toLowerCase()) ? 'date' : 'place';
}
