import type { Locator, Page } from '@playwright/test';
import { PACK, PACK_TITLE } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { words } from './words';

const bar = (page: Page, name: string): Locator =>
  page
    .getByRole('navigation', { name: words('en', 'nav_label') })
    .getByRole('link', { name: words('en', name), exact: true });

/** The bar from left to right, and what stands on each page only when its own script has run. */
const PLACES: readonly { readonly link: string; readonly path: RegExp; readonly alive: (page: Page) => Locator }[] = [
  {
    link: 'nav_explore',
    path: /\/explore\/$/,
    alive: (page) => page.getByRole('application', { name: words('en', 'explore_timeline') }),
  },
  { link: 'nav_teach', path: /\/teach\/$/, alive: (page) => page.getByText('No sets yet') },
  { link: 'nav_stats', path: /\/stats\/$/, alive: (page) => page.getByText('Nothing to show yet') },
  { link: 'nav_settings', path: /\/settings\/$/, alive: (page) => page.getByText('Memory and log agree') },
];

test('the bar leads everywhere, says where one is, and “back” and “forward” lead along the same way', async ({
  page,
}) => {
  // The pack's title is that of /explore too.
  const home = page.getByRole('link', { name: words('en', 'home_begin') });
  await page.goto('/');
  await page.getByRole('button', { name: words('en', 'welcome_skip') }).click();
  await expect(home).toBeVisible();
  for (const { link, path, alive } of PLACES) {
    await bar(page, link).click();
    await expect(page).toHaveURL(path);
    await expect(alive(page)).toBeVisible();
    await expect(bar(page, link)).toHaveAttribute('aria-current', 'page');
  }
  for (const { path, alive } of PLACES.slice(0, -1).toReversed()) {
    await page.goBack();
    await expect(page).toHaveURL(path);
    await expect(alive(page)).toBeVisible();
  }
  await page.goBack();
  await expect(home).toBeVisible();
  for (const { path, alive } of PLACES) {
    await page.goForward();
    await expect(page).toHaveURL(path);
    await expect(alive(page)).toBeVisible();
  }
});

test('“back” and “forward” in one breath: the page that is shown is the one of the address', async ({ page }) => {
  await page.goto('/');
  await bar(page, 'nav_explore').click();
  const timeline = page.getByRole('application', { name: words('en', 'explore_timeline') });
  await expect(timeline).toBeVisible();
  // Sooner and later after the page before has begun to come.
  for (let turns = 0; turns < 8; turns++) {
    await page.evaluate(async (turns) => {
      const popped = (go: () => void): Promise<unknown> => {
        const done = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
        go();
        return done;
      };
      const turn = (): Promise<unknown> =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      const picture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
      await popped(() => history.back());
      for (let i = 0; i < turns; i++) await turn();
      await popped(() => history.forward());
      // What was about to fade in would be there by then.
      for (let i = 0; i < 3; i++) await picture();
    }, turns);
    await expect(page).toHaveURL(/\/explore\/$/);
    await expect(timeline).toBeVisible();
  }
});

test('an address of the walk holds all that was chosen: it opens so, stands a reload, and “back” undoes one choice', async ({
  page,
}) => {
  const day = page.locator('.player output');
  const chosen = page.getByText('Show only: 1 choice made');
  await page.goto(`/explore/?pack=${PACK}&view=map&day=2022-02-26&storyline=ivankiv`);
  await expect(day).toHaveText('26 February 2022');
  await expect(chosen).toBeVisible();
  await page.reload();
  await expect(day).toHaveText('26 February 2022');
  await expect(chosen).toBeVisible();
  await page.getByRole('link', { name: words('en', 'explore_tab_list'), exact: true }).click();
  await expect(page).toHaveURL(/view=list/);
  await expect(chosen).toBeVisible();
  await page.goBack();
  await expect(day).toHaveText('26 February 2022');
});

test('a session left by its cross, or by “back”, gives back the page that it was begun on', async ({ page }) => {
  const session = new SessionScreen(page);
  const begin = page.getByRole('link', { name: words('en', 'explore_study_this') });
  await page.goto(`/explore/?pack=${PACK}&event=ivankiv-captured`);
  await begin.click();
  await session.waitForQuestion();
  await page.goBack();
  await expect(begin).toBeVisible();
  await begin.click();
  await session.waitForQuestion();
  await session.leave.click();
  await expect(page.getByRole('heading', { level: 1, name: PACK_TITLE })).toBeVisible();
});

for (const motion of ['no-preference', 'reduce'] as const) {
  test(`pages fade into one another, unless motion is unwanted: ${motion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: motion });
    await page.addInitScript(() => {
      const fade = document.startViewTransition.bind(document);
      document.startViewTransition = (update) => {
        document.documentElement.dataset.faded = 'yes';
        return fade(update);
      };
    });
    await page.goto('/settings/');
    await expect(page.getByText('Memory and log agree')).toBeVisible();
    await bar(page, 'nav_stats').click();
    await expect(page.getByText('Nothing to show yet')).toBeVisible();
    await expect(page.locator('html[data-faded]')).toHaveCount(motion === 'reduce' ? 0 : 1);
  });
}

test('a reader of links is told what each page is, with a picture that there is', async ({ request, baseURL }) => {
  const told = new Set<string>();
  const paths = ['/', '/explore/', '/study/', '/teach/', '/join/', '/pack/', '/stats/', '/sources/'];
  for (const path of paths) {
    const html = await (await request.get(`${baseURL ?? ''}${path}`)).text();
    const content = (name: string): string => {
      const found = [...html.matchAll(new RegExp(`<meta (?:name|property)="${name}" content="([^"]+)"`, 'g'))];
      expect(found, `${name} of ${path}`).toHaveLength(1);
      return found[0]?.[1] ?? '';
    };
    expect(content('og:title')).toContain('Dateline');
    expect(content('og:description')).toBe(content('description'));
    told.add(content('description'));
    const picture = await request.get(`${baseURL ?? ''}${content('og:image')}`);
    expect(picture.headers()['content-type']).toBe('image/png');
  }
  expect(told.size, 'each page says its own').toBe(paths.length);
});
