// npm run build && npx playwright test -c tests/pictures/pictures.config.ts        takes every picture anew
// npx playwright test -c tests/pictures/pictures.config.ts -g "phone, dark"        only those
//
// docs/screenshots/: home, question, verdict, ordering, pack page and statistics, on a phone and on a laptop, light and dark, some in Ukrainian;
// of three of these looks also a typed date, a place on the map before and after the answer, a typed place, what is mixed up, an exam, the
// settings and the page of the data.
// static/screenshots/: what a browser shows before it installs the app, in the sizes that the manifest names (vite.config.ts).
// Learners are made up (made-history.ts), the clock stands still, and questions follow from the pack and the day, so a picture changes only
// when the app does.
import { eventsOfFact } from '../../src/lib/core/memory/memory-key';
import { madeHistory, restoreMade, type MadeLearner } from '../e2e/made-history';
import { PACK } from '../e2e/routes';
import { SessionScreen } from '../e2e/session-screen';
import { expect, test } from '../e2e/site';
import { words } from '../e2e/words';
import { DAY_MS, FIRST_EVENING, evening, open, take } from './picture';
import type { Look } from './picture';

const LOOKS: readonly Look[] = [
  ...(['phone', 'wide'] as const).flatMap((device) =>
    (['light', 'dark'] as const).map((theme) => ({ device, theme, language: 'en' }) as const),
  ),
  { device: 'phone', theme: 'light', language: 'uk' },
];
/** Of what is seen now and then fewer will do. */
const SOME_LOOKS: readonly Look[] = [
  { device: 'phone', theme: 'light', language: 'en' },
  { device: 'phone', theme: 'dark', language: 'uk' },
  { device: 'wide', theme: 'light', language: 'en' },
];

/** The evening on which the pictures are taken, as a study day. */
const TODAY = Math.floor(FIRST_EVENING / DAY_MS);
const made = (days: number): MadeLearner => ({
  first: TODAY - days,
  days,
  newPerDay: 6,
  reviewsPerDay: 50,
  idle: 0.15,
  memory: 1,
});
const NOVICE = made(13);
const EXPERIENCED = made(60);
const CONFUSED: MadeLearner = {
  ...EXPERIENCED,
  mixesUp: {
    fact: 'ivankiv-museum-destroyed:place',
    taken: { value: 'moshchun', event: 'moshchun-retaken' },
  },
};

/** So many evenings later there is something of everything to be reviewed. */
const LATER = 15;

/**
 * The first fact of a kind that a learner has to review by then, and that her memory holds for so many days. One that has no sibling in its
 * learning steps: those are asked first, and it would have to wait for another day.
 */
async function dueFact(learner: MadeLearner, kind: RegExp, [from, below]: readonly [number, number]): Promise<string> {
  const { memory } = await madeHistory(learner);
  const stepping = new Set(memory.flatMap(({ state, fact }) => (state === 'review' ? [] : eventsOfFact(fact))));
  const found = memory.find(({ asked, due, memory: held }) => {
    const stability = held?.stability ?? 0;
    const isDue = due !== null && due <= TODAY + LATER && !eventsOfFact(asked).some((event) => stepping.has(event));
    return kind.test(asked) && isDue && stability >= from && stability < below;
  });
  if (found === undefined) throw new Error(`nothing like ${String(kind)} is due`);
  return found.asked;
}

async function openFact(session: SessionScreen, fact: string): Promise<void> {
  await session.page.goto(`/study/?pack=${PACK}&fact=${encodeURIComponent(fact)}`);
  await session.waitForQuestion();
}

function pathOf({ device, theme, language }: Look): (name: string) => string {
  const ending = `${theme}${language === 'en' ? '' : `-${language}`}.png`;
  return (name) => `docs/screenshots/${device}-${name}-${ending}`;
}
const nameOf = ({ device, theme, language }: Look): string => `${device}, ${theme}, ${language}`;

for (const look of LOOKS) {
  const { language } = look;
  const path = pathOf(look);

  test(nameOf(look), async ({ browser, baseURL }) => {
    const page = await open(browser, look, baseURL ?? '');
    await page.clock.setFixedTime(evening(0));
    await restoreMade(page, NOVICE, language);
    await page.goto('/');
    await expect(page.getByRole('main').getByRole('img')).toBeVisible();
    await take(page, path('home'));

    const session = new SessionScreen(page, language);
    await page.clock.setFixedTime(evening(LATER));
    await openFact(session, await dueFact(NOVICE, /:date$/, [0, 7]));
    await take(page, path('question'));
    await session.answerRightly();
    await take(page, path('verdict'));

    await page.goto(`/pack/?pack=${PACK}`);
    await page.locator('details > summary').first().click();
    await expect(page.getByRole('article').first()).toBeVisible();
    await take(page, path('pack'));

    await page.clock.setFixedTime(evening(0));
    await restoreMade(page, EXPERIENCED, language);
    await page.goto('/stats/');
    await expect(page.locator('.year')).toBeVisible();
    await take(page, path('statistics'));

    await page.clock.setFixedTime(evening(LATER));
    await openFact(session, await dueFact(EXPERIENCED, /:sequence:/, [0, Infinity]));
    await expect(session.rows.first()).toBeVisible();
    await take(page, path('ordering'));
    await page.context().close();
  });
}

/** Puts a pin down so far from the middle of the map, in shares of its size. */
async function pin(session: SessionScreen, right: number, down: number): Promise<void> {
  const box = await session.map.boundingBox();
  if (box === null) throw new Error('there is no map');
  await session.map.click({ position: { x: box.width * (0.5 + right), y: box.height * (0.5 + down) } });
}

for (const look of SOME_LOOKS) {
  const { language } = look;
  const path = pathOf(look);

  test(`what is seen now and then: ${nameOf(look)}`, async ({ browser, baseURL }) => {
    const page = await open(browser, look, baseURL ?? '');
    await page.clock.setFixedTime(evening(LATER));
    await restoreMade(page, CONFUSED, language);
    const session = new SessionScreen(page, language);

    await openFact(session, await dueFact(CONFUSED, /:date$/, [7, Infinity]));
    await session.field.fill(language === 'en' ? '24 February' : '24 лютого');
    await take(page, path('typed-date'));

    await openFact(session, await dueFact(CONFUSED, /:place$/, [7, 21]));
    await expect(page.locator('path.oblast').first()).toBeAttached();
    await pin(session, 0.1, 0.1);
    await take(page, path('map'));
    await session.check.click();
    await expect(session.verdict).toBeVisible();
    await expect(page.locator('path.oblast').first()).toBeAttached();
    await take(page, path('map-verdict'));

    await openFact(session, await dueFact(CONFUSED, /:place$/, [21, Infinity]));
    await expect(session.field).toBeVisible();
    await session.field.fill(language === 'en' ? 'Hostomel' : 'Гостомель');
    await take(page, path('typed-place'));

    // Chosen wrongly once more, it is told to be hard to keep, and what it is taken for.
    await openFact(session, CONFUSED.mixesUp?.fact ?? '');
    await session.choices.filter({ hasText: /Moshchun|Мощун/ }).click();
    const hard = page.locator('.hard:has(.ways):has(.sides)');
    await hard.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
    await take(page, path('leech'));

    await page.goto(`/exam/?pack=${PACK}`);
    const examDay = evening(LATER + 45)
      .toISOString()
      .slice(0, 10);
    await page.getByLabel(words(language, 'exam_date')).fill(examDay);
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
    await page.context().close();
  });
}

test('what an installing browser shows', async ({ browser, baseURL }) => {
  const phone = await open(browser, { device: 'store', theme: 'light', language: 'en' }, baseURL ?? '');
  await phone.clock.setFixedTime(evening(LATER));
  await restoreMade(phone, NOVICE);
  const session = new SessionScreen(phone);
  await openFact(session, await dueFact(NOVICE, /:date$/, [0, 7]));
  await take(phone, 'static/screenshots/phone-question.png');
  await session.answerRightly();
  await take(phone, 'static/screenshots/phone-verdict.png');
  await phone.context().close();

  const wide = await open(browser, { device: 'wide', theme: 'light', language: 'en' }, baseURL ?? '');
  await wide.clock.setFixedTime(evening(0));
  await restoreMade(wide, NOVICE);
  await wide.goto('/');
  await expect(wide.getByRole('main').getByRole('img')).toBeVisible();
  await take(wide, 'static/screenshots/wide-home.png');
  await wide.context().close();
});
