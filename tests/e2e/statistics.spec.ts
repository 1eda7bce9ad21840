import type { Page } from '@playwright/test';
import type { AnswerEntry } from '../../src/lib/core/memory/log';
import { expectGoodLooks } from './looks';
import { madeHistory, restoreMade, type MadeLearner } from './made-history';
import { expect, test } from './site';
import { words, type Language } from './words';

test.setTimeout(120_000);

const DAY_MS = 86_400_000;
/** Ten in the evening in Kyiv, a Friday. */
const NOW = Date.parse('2026-03-13T20:00:00Z');
const TODAY = Math.floor(NOW / DAY_MS);
const LEARNER: MadeLearner = { first: TODAY - 59, days: 60, newPerDay: 6, reviewsPerDay: 50, idle: 0.2, memory: 0.97 };
const BEGINNER: MadeLearner = { ...LEARNER, first: TODAY - 2, days: 3, idle: 0 };

/** The device of this learner, on the statistics page. */
async function open(page: Page, learner: MadeLearner, language: Language = 'en'): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await restoreMade(page, learner, language);
  await page.goto('/stats/');
  await expect(page.getByRole('heading', { name: words(language, 'stats_days_title') })).toBeVisible();
}

/** A card by its title, with its table open. */
async function tableOf(page: Page, title: string): Promise<readonly (readonly string[])[]> {
  const card = page.getByRole('region', { name: title, exact: true }).first();
  await card.locator('details').last().locator('summary').click();
  const rows = card.locator('tbody tr');
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}

test('the figures are those that the log gives, and follow the period', async ({ page }) => {
  const { log, memory } = await madeHistory(LEARNER);
  await open(page, LEARNER);
  const days = (from: number): ReadonlySet<number> => new Set(log.filter(({ day }) => day >= from).map(({ day }) => day));
  await expect(page.getByText(`You studied on ${String(days(TODAY - 29).size)} of the last 30 days.`)).toBeVisible();

  const time = (answers: readonly AnswerEntry[]): number => answers.reduce((sum, each) => sum + each.milliseconds, 0);
  const whole = await tableOf(page, 'Time spent');
  expect(whole.reduce((sum, [, answers]) => sum + Number(answers?.replace(/\D/g, '')), 0)).toBe(log.length);
  const minutes = Math.round(time(log) / 60_000);
  await expect(page.getByText(`${String(Math.floor(minutes / 60))} hrs ${String(minutes % 60)} mins in all`)).toBeVisible();

  const forecast = await tableOf(page, 'What comes due');
  const due = (test: (due: number) => boolean): number =>
    new Set(memory.filter((record) => record.dueMs === null && record.due !== null && test(record.due)).map(({ asked, due: on }) => `${asked} ${String(on)}`)).size;
  expect(forecast.find(([name]) => name === '14 Mar 2026')?.[1]).toBe(String(due((on) => on === TODAY + 1)));
  expect(Number(forecast.find(([name]) => name === 'Later')?.[1])).toBe(due((on) => on >= TODAY + 30));

  // Young and mature recalls, counted apart: answers on a later day, by the interval that the memory had been given.
  const retention = await tableOf(page, 'What you remember');
  const counted = retention.slice(0, 2).map(([, answers]) => Number(answers?.replace(/\D/g, '')));
  const steps = log.filter((entry, index) => {
    const before = log.slice(0, index).findLast((other) => other.marks[0]?.fact === entry.marks[0]?.fact);
    return before !== undefined && before.day < entry.day;
  });
  expect((counted[0] ?? 0) + (counted[1] ?? 0)).toBeLessThanOrEqual(steps.length);
  expect(counted[1]).toBeGreaterThan(100);

  await page.getByRole('radio', { name: '30 days' }).first().check();
  const month = page.getByRole('region', { name: 'Time spent', exact: true }).first().locator('tbody tr');
  await expect(month).toHaveCount(30);
  const lately = log.filter(({ day }) => day > TODAY - 30);
  const shown = await month.evaluateAll((all) => all.map((row) => Number(row.children[1]?.textContent.replace(/\D/g, ''))));
  expect(shown.reduce((sum, answers) => sum + answers, 0)).toBe(lately.length);
}); // prettier-ignore

test('the year can be read by keyboard, week by week', async ({ page }) => {
  const { log } = await madeHistory(LEARNER);
  await open(page, LEARNER);
  const year = page.getByRole('region', { name: 'The last year', exact: true }).first();
  await year.locator('summary').focus();
  await page.keyboard.press('Enter');
  // The table is made when it is opened: before that there is nothing to go to.
  await expect(year.getByRole('group', { name: 'The last year' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(year.getByRole('group', { name: 'The last year' })).toBeFocused();
  const first = year.locator('tbody tr').first().locator('th, td');
  // The week of Monday, 9 March.
  const week = Array.from({ length: 5 }, (_, i) => log.filter(({ day }) => day === TODAY - 4 + i).length);
  await expect(first).toHaveText(['9 Mar 2026', ...week.map(String)]);
});

test('days planned to be free keep the row of days, and stay planned', async ({ page }) => {
  await open(page, BEGINNER);
  await page.getByText(words('en', 'stats_rest_title')).click();
  const plan = async (from: string, to: string): Promise<void> => {
    await page.getByLabel(words('en', 'stats_rest_from'), { exact: true }).fill(from);
    await page.getByLabel(words('en', 'stats_rest_to'), { exact: true }).fill(to);
    await page.getByRole('button', { name: words('en', 'stats_rest_add') }).click();
  };
  await plan('2026-03-10', '2026-03-14');
  await expect(page.getByRole('alert')).toHaveText(words('en', 'stats_rest_wrong'));
  await plan('2026-03-14', '2026-03-16');
  await expect(page.getByRole('listitem').filter({ hasText: '14 Mar 2026 – 16 Mar 2026' })).toBeVisible();
  const row = page
    .getByRole('term')
    .filter({ hasText: words('en', 'stats_streak') })
    .locator('..')
    .getByRole('definition');
  // Four days later: three of them were free, and today is still open.
  await page.clock.setFixedTime(NOW + 4 * DAY_MS);
  await page.reload();
  await expect(row).toHaveText(['3']);
  // The plan is history by now.
  await page.getByText(words('en', 'stats_rest_title')).click();
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
  await page.clock.setFixedTime(NOW + 5 * DAY_MS);
  await page.reload();
  await expect(row).toHaveText(['0']);
});

test('another tab’s answers come in by themselves', async ({ page, context }) => {
  await open(page, BEGINNER);
  const total = page.getByText(/answers in the last year/);
  const before = Number(/\d+/.exec(await total.innerText())?.[0]);
  const tab = await context.newPage();
  await tab.clock.setFixedTime(NOW);
  await tab.goto('/study/?pack=ukraine-2022');
  await tab.getByRole('button', { name: words('en', 'dont_know') }).click();
  await expect(page.getByText(new RegExp(`^${String(before + 1)} answers in the last year`))).toBeVisible();
});

for (const language of ['en', 'uk'] as const) {
  test.describe(language, () => {
    test.use({ locale: language === 'en' ? 'en-GB' : 'uk-UA' });

    test('it looks as it should: nothing yet, three days, two months with every table open', async ({ page }) => {
      await page.goto('/stats/');
      await expect(page.getByRole('heading', { name: words(language, 'stats_empty_title') })).toBeVisible();
      await expectGoodLooks(page, 'nothing yet');
      await open(page, BEGINNER, language);
      await expect(page.getByText(words(language, 'stats_thin_reading'))).toBeVisible();
      await expectGoodLooks(page, 'three days');
      await open(page, LEARNER, language);
      await expectGoodLooks(page, 'two months');
      for (const summary of await page.locator('main summary').all()) await summary.click();
      await expectGoodLooks(page, 'every table open');
    });
  });
}
