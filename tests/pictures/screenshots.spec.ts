// npm run build && npx playwright test -c tests/pictures/pictures.config.ts        takes every picture anew
// npx playwright test -c tests/pictures/pictures.config.ts -g "phone, dark"        only those
//
// docs/screenshots/: home, question, verdict, ordering, pack page and statistics, on a phone and on a laptop, light and dark, some in Ukrainian.
// static/screenshots/: what a browser shows before it installs the app, in the sizes that the manifest names (vite.config.ts).
// The clock stands still and questions follow from the pack and the day, so a picture changes only when the app does.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { root } from '../../src/build/root.js';
import { restoreMade } from '../e2e/made-history';
import { PACK } from '../e2e/routes';
import { SessionScreen } from '../e2e/session-screen';
import { expect, test } from '../e2e/site';
import { words, type Language } from '../e2e/words';
import { smallPng } from './small-png.js';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Look {
  readonly device: 'phone' | 'wide' | 'store';
  readonly theme: 'light' | 'dark';
  readonly language: Language;
}

const DAY_MS = 86_400_000;
/** Seven in the evening in Kyiv. */
const FIRST_EVENING = Date.parse('2026-03-02T17:00:00Z');
const evening = (day: number): Date => new Date(FIRST_EVENING + day * DAY_MS);
/** On which of the first evenings somebody studied: with gaps, as people do. */
const STUDIED = [0, 1, 2, 4, 5, 8, 9, 11, 12];
const HOME_DAY = 13;

const DEVICES: Record<Look['device'], BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  store: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
};

const LOOKS: readonly Look[] = [
  ...(['phone', 'wide'] as const).flatMap((device) =>
    (['light', 'dark'] as const).map((theme) => ({ device, theme, language: 'en' }) as const),
  ),
  { device: 'phone', theme: 'light', language: 'uk' },
];

async function open(browser: Browser, look: Look, baseURL: string, state?: State): Promise<Page> {
  const context = await browser.newContext({
    ...DEVICES[look.device],
    baseURL,
    colorScheme: look.theme,
    locale: look.language === 'uk' ? 'uk-UA' : 'en-GB',
    timezoneId: 'Europe/Kyiv',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...(state === undefined ? {} : { storageState: state }),
  });
  return context.newPage();
}

async function take(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // The last click's pointer would still light up whatever has come under it.
  await page.mouse.move(0, 0);
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' })));
}

const isOrdering = (session: SessionScreen): Promise<boolean> => session.check.isVisible();
const asksDate = (session: SessionScreen): Promise<boolean> =>
  session.page
    .locator('.dispatch .blank')
    .filter({ hasText: /when\?|коли\?/i })
    .isVisible();

/** Answers until a question of the wanted kind stands there. */
async function seek(
  session: SessionScreen,
  is: (session: SessionScreen) => Promise<boolean>,
  language: Language,
): Promise<void> {
  for (let asked = 0; asked < 60; asked += 1) {
    await session.waitForQuestion();
    if (await is(session)) return;
    await session.answer();
    await session.next.click();
    await expect(session.dontKnow.or(session.done)).toBeVisible();
    if (await session.done.isVisible())
      await session.page.getByRole('button', { name: words(language, 'done_more') }).click();
  }
  throw new Error('no such question came');
}

/** A learner of two weeks, made once; every picture begins with what she has. */
let learner: State = { cookies: [], origins: [] };

test.beforeAll('two weeks of study', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const page = await open(browser, { device: 'phone', theme: 'light', language: 'en' }, baseURL ?? '');
  const session = new SessionScreen(page);
  for (const day of STUDIED) {
    await page.clock.setFixedTime(evening(day));
    await page.goto(`/study/?pack=${PACK}`);
    for (let asked = 0; asked < 30; asked += 1) {
      await expect(session.dontKnow.or(session.done)).toBeVisible();
      if (await session.done.isVisible()) break;
      await session.answer();
      // Chains are known at once, so that their time as orderings comes.
      const easy = page.getByRole('button', { name: words('en', 'too_easy') });
      if ((await page.locator('.dispatch').count()) === 0 && (await easy.isVisible())) {
        await easy.click();
        await expect(easy).toBeHidden();
      }
      await session.next.click();
      await expect(session.verdict).toBeHidden();
    }
  }
  const { origins } = await page.context().storageState({ indexedDB: true });
  // Language and theme are those of the picture's device.
  learner = { cookies: [], origins: origins.map((origin) => ({ ...origin, localStorage: [] })) };
  await page.context().close();
});

for (const look of LOOKS) {
  const { device, theme, language } = look;
  const ending = `${theme}${language === 'en' ? '' : `-${language}`}.png`;
  const path = (name: string): string => `docs/screenshots/${device}-${name}-${ending}`;

  test(`${device}, ${theme}, ${language}`, async ({ browser, baseURL }) => {
    const page = await open(browser, look, baseURL ?? '', learner);
    await page.clock.setFixedTime(evening(HOME_DAY));
    await page.goto('/');
    await expect(page.getByRole('main').getByRole('img')).toBeVisible();
    await take(page, path('home'));

    const session = new SessionScreen(page, language);
    await session.open(PACK);
    await seek(session, asksDate, language);
    await take(page, path('question'));
    await session.answerRightly();
    await take(page, path('verdict'));

    await page.goto(`/pack/?pack=${PACK}`);
    await page.locator('details > summary').first().click();
    await expect(page.getByRole('article').first()).toBeVisible();
    await take(page, path('pack'));

    await page.clock.setFixedTime(evening(HOME_DAY + 60));
    await session.open(PACK);
    await seek(session, isOrdering, language);
    await take(page, path('ordering'));
    await page.context().close();
  });
}

for (const look of LOOKS) {
  const { device, theme, language } = look;
  const ending = `${theme}${language === 'en' ? '' : `-${language}`}.png`;

  test(`statistics: ${device}, ${theme}, ${language}`, async ({ browser, baseURL }) => {
    const page = await open(browser, look, baseURL ?? '');
    await page.clock.setFixedTime(evening(0));
    const first = Math.floor(FIRST_EVENING / DAY_MS) - 60;
    const learner = { first, days: 60, newPerDay: 6, reviewsPerDay: 50, idle: 0.15, memory: 1 };
    await restoreMade(page, learner, language);
    await page.goto('/stats/');
    await expect(page.locator('.year')).toBeVisible();
    await take(page, `docs/screenshots/${device}-statistics-${ending}`);
    await page.context().close();
  });
}

test('what an installing browser shows', async ({ browser, baseURL }) => {
  const phone = await open(browser, { device: 'store', theme: 'light', language: 'en' }, baseURL ?? '', learner);
  await phone.clock.setFixedTime(evening(HOME_DAY));
  const session = new SessionScreen(phone);
  await session.open(PACK);
  await seek(session, asksDate, 'en');
  await take(phone, 'static/screenshots/phone-question.png');
  await session.answerRightly();
  await take(phone, 'static/screenshots/phone-verdict.png');
  await phone.context().close();

  const wide = await open(browser, { device: 'wide', theme: 'light', language: 'en' }, baseURL ?? '', learner);
  await wide.clock.setFixedTime(evening(HOME_DAY));
  await wide.goto('/');
  await expect(wide.getByRole('main').getByRole('img')).toBeVisible();
  await take(wide, 'static/screenshots/wide-home.png');
  await wide.context().close();
});
