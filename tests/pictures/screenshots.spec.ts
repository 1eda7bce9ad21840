// npm run build && npx playwright test -c tests/pictures/pictures.config.ts        takes every picture anew
// npx playwright test -c tests/pictures/pictures.config.ts -g "phone, dark"        only those
//
// docs/screenshots/: home, question, verdict, ordering, pack page and statistics, on a phone and on a laptop, light and dark, some in Ukrainian;
// on a phone also a typed date, a place on the map, what is mixed up, an exam, the settings and the page of the data.
// static/screenshots/: what a browser shows before it installs the app, in the sizes that the manifest names (vite.config.ts).
// The clock stands still and questions follow from the pack and the day, so a picture changes only when the app does.
import { restoreMade } from '../e2e/made-history';
import { PACK } from '../e2e/routes';
import { SessionScreen } from '../e2e/session-screen';
import { expect, test } from '../e2e/site';
import { words, type Language } from '../e2e/words';
import { DAY_MS, FIRST_EVENING, evening, open, take } from './picture';
import type { Look, State } from './picture';

/** On which of the first evenings somebody studied: with gaps, as people do. */
const STUDIED = [0, 1, 2, 4, 5, 8, 9, 11, 12];
const HOME_DAY = 13;
const LATER = [20, 21, 31];
const LATEST_DAY = 56;

const LOOKS: readonly Look[] = [
  ...(['phone', 'wide'] as const).flatMap((device) =>
    (['light', 'dark'] as const).map((theme) => ({ device, theme, language: 'en' }) as const),
  ),
  { device: 'phone', theme: 'light', language: 'uk' },
];

const isOrdering = (session: SessionScreen): Promise<boolean> => session.rows.first().isVisible();
const isMap = (session: SessionScreen): Promise<boolean> => session.map.isVisible();
const isTyped = (session: SessionScreen): Promise<boolean> => session.field.isVisible();
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
    // Some ways to answer are loaded when they are first needed.
    await expect(session.choices.or(session.rows).or(session.field).or(session.map).first()).toBeVisible();
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
/** The same learner later, who knows some of it well enough to type it. */
let experienced: State = learner;

test.beforeAll('two weeks of study', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const page = await open(browser, { device: 'phone', theme: 'light', language: 'en' }, baseURL ?? '');
  const session = new SessionScreen(page);
  const study = async (day: number, rightly: boolean): Promise<void> => {
    await page.clock.setFixedTime(evening(day));
    await page.goto(`/study/?pack=${PACK}`);
    for (let asked = 0; asked < 30; asked += 1) {
      await expect(session.dontKnow.or(session.done)).toBeVisible();
      if (await session.done.isVisible()) break;
      await (rightly ? session.answerRightly() : session.answer());
      // Chains are known at once, so that their time as orderings comes.
      const easy = page.getByRole('button', { name: words('en', 'too_easy') });
      if ((await page.locator('.dispatch').count()) === 0 && (await easy.isVisible())) {
        await easy.click();
        await expect(easy).toBeHidden();
      }
      await session.next.click();
      await expect(session.verdict).toBeHidden();
    }
  };
  const kept = async (): Promise<State> => {
    const { origins } = await page.context().storageState({ indexedDB: true });
    // Language and theme are those of the picture's device.
    return { cookies: [], origins: origins.map((origin) => ({ ...origin, localStorage: [] })) };
  };
  for (const day of STUDIED) await study(day, false);
  learner = await kept();
  for (const day of LATER) await study(day, true);
  experienced = await kept();
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

/** Answers wrongly, and each question as wrongly as before, until one is told to be hard to keep and what it is taken for. */
async function untilHardToKeep(session: SessionScreen, language: Language, from: number): Promise<void> {
  const { page } = session;
  const taken = new Set<string>();
  const hard = page.locator('.hard:has(.ways):has(.sides)');
  for (let day = from; day < from + 40; day += 1) {
    await page.clock.setFixedTime(evening(day));
    await page.goto(`/study/?pack=${PACK}`);
    for (let asked = 0; asked < 12; asked += 1) {
      await expect(session.dontKnow.or(session.done)).toBeVisible();
      if (await session.done.isVisible()) break;
      // The same event is asked in ever other words.
      const told = page.locator('.dispatch [aria-hidden] p').nth(1);
      const stem = (await told.count()) > 0 ? await told.innerText() : await session.stem.innerText();
      const texts = (await session.choices.count()) > 0 ? await session.choices.locator('[lang]').allInnerTexts() : [];
      const again = texts.findIndex((text) => taken.has(`${stem} ${text}`));
      if (texts.length === 0) await session.answer();
      else await session.choices.nth(Math.max(0, again)).click();
      await expect(session.verdict).toBeVisible();
      if (texts.length > 0 && !(await session.isRight())) taken.add(`${stem} ${texts[Math.max(0, again)] ?? ''}`);
      await page.waitForLoadState('networkidle');
      if (await hard.isVisible()) return;
      await session.next.click();
      await expect(session.verdict).toBeHidden();
    }
  }
  throw new Error(`nothing was hard to keep (${language})`);
}

for (const theme of ['light', 'dark'] as const) {
  const language = theme === 'light' ? 'en' : 'uk';
  const path = (name: string): string =>
    `docs/screenshots/phone-${name}-${theme}${language === 'en' ? '' : `-${language}`}.png`;

  test(`what is seen now and then: ${theme}, ${language}`, async ({ browser, baseURL }) => {
    const page = await open(browser, { device: 'phone', theme, language }, baseURL ?? '', experienced);
    const session = new SessionScreen(page, language);
    await page.clock.setFixedTime(evening(LATEST_DAY));
    await session.open(PACK);
    await seek(session, isTyped, language);
    await session.field.fill('27.2');
    await take(page, path('typed-date'));
    await session.open(PACK);
    await seek(session, isMap, language);
    await expect(page.locator('path.oblast').first()).toBeAttached();
    await session.map.click();
    await take(page, path('map'));

    await page.goto(`/exam/?pack=${PACK}`);
    await page.getByLabel(words(language, 'exam_date')).fill(
      evening(LATEST_DAY + 45)
        .toISOString()
        .slice(0, 10),
    );
    const minutes = page.getByLabel(words(language, 'exam_minutes'));
    await expect(minutes).toBeVisible({ timeout: 60_000 });
    await minutes.scrollIntoViewIfNeeded();
    await take(page, path('exam'));

    await page.goto('/settings/');
    await expect(page.getByText(words(language, 'data_consistent'))).toBeVisible();
    await take(page, path('settings'));
    await page.locator('#data').evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    await take(page, path('data'));
    await page.getByLabel(words(language, 'settings_leech')).fill('2');
    await page.getByLabel(words(language, 'settings_leech')).blur();
    await untilHardToKeep(session, language, LATEST_DAY + 1);
    await take(page, path('leech'));
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
