import type { Page } from '@playwright/test';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, logOf, readStored } from './stored-data';

const DAY_MS = 86_400_000;

/** Types a number into a field and leaves it. */
async function enter(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label).fill(value);
  await page.getByLabel(label).blur();
  await expect(page.getByText('Saved.', { exact: true })).toBeAttached();
}

test('a pack has limits of its own; more is asked on request, and a reload knows it', async ({ page }) => {
  await page.goto(`/settings/?pack=${PACK}`);
  await enter(page, 'New questions a day, for each pack', '2');
  await expect(page.getByText('only for this pack')).toBeVisible();
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study();
  await expect(session.done).toBeVisible();
  await page.getByRole('button', { name: '10 more new questions' }).click();
  await session.waitForQuestion();
  await expect(session.progress).toHaveAttribute('aria-valuetext', 'Question 1 of 10');
  await session.answer();
  await page.reload();
  await session.waitForQuestion();
  await expect(session.progress).toHaveAttribute('aria-valuetext', /^Question 2 of 1[01]$/);
  await page.goto(`/settings/?pack=${PACK}`);
  await page.getByRole('button', { name: 'New questions a day, for each pack: as for all packs' }).click();
  await expect(page.getByLabel('New questions a day, for each pack')).toHaveValue('10');
});

test('an untouched pack with no new questions says so, and not that all is learnt', async ({ page }) => {
  await page.goto('/settings/');
  await enter(page, 'New questions a day, for each pack', '0');
  await page.goto(`/study/?pack=${PACK}`);
  await expect(page.getByText('You have not begun this yet, and your limit is 0 new questions a day.')).toBeVisible();
  await page.getByRole('button', { name: '10 more new questions' }).click();
  await expect(new SessionScreen(page).dontKnow).toBeVisible();
});

test('one storyline or one place is studied from the pack’s page', async ({ page }) => {
  await page.goto(`/pack/?pack=${PACK}`);
  await page.getByText('Study one place').click();
  await page.getByRole('link', { name: 'Kyiv Oblast', exact: true }).click();
  const session = new SessionScreen(page);
  await session.waitForQuestion();
  await expect(page.getByText('Only: Kyiv Oblast')).toBeVisible();
  await session.answer();
  await page.reload();
  await session.waitForQuestion();
  await expect(page.getByText('Only: Kyiv Oblast')).toBeVisible();
  await expect(session.progress).toHaveAttribute('aria-valuetext', /^Question 2 /);
});

test('going over a pack schedules nothing, says so, and can be taken back', async ({ page }) => {
  const session = new SessionScreen(page);
  await page.goto(`/study/?pack=${PACK}&mode=cram`);
  await session.waitForQuestion();
  await expect(page.getByText('Going over it: nothing is scheduled')).toBeVisible();
  await session.answer('pass');
  await session.next.click();
  await session.answer('any');
  const stored = await readStored(page);
  expect(answersOf(stored)).toHaveLength(2);
  for (const answer of answersOf(stored)) expect(answer).toMatchObject({ cram: true, marks: [] });
  expect(stored.memory ?? []).toHaveLength(0);
  await session.undo.click();
  await session.waitForQuestion();
  expect((await readStored(page)).memory ?? []).toHaveLength(0);
});

test('answers are taken back from the end of a session, after a reload too', async ({ page }) => {
  await page.goto('/settings/');
  await enter(page, 'New questions a day, for each pack', '2');
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study();
  await page.reload();
  await expect(page.getByRole('button', { name: '10 more new questions' })).toBeVisible();
  const given = answersOf(await readStored(page)).length;
  for (let taken = 1; taken <= given; taken += 1) {
    await session.undo.click();
    await expect
      .poll(async () => logOf(await readStored(page)).filter(({ type }) => type === 'revoke').length)
      .toBe(taken);
  }
  await expect(session.undo).toBeDisabled();
  expect((await readStored(page)).memory ?? []).toHaveLength(0);
});

test('an exam is chosen by its curve, asked for until the day before, and given up again', async ({ page }) => {
  await page.goto(`/exam/?pack=${PACK}`);
  const day = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);
  await page.getByLabel('Day of the exam').fill('2001-01-01');
  await page.getByLabel('Day of the exam').blur();
  await expect(page.getByText('Give a day after today.')).toBeVisible();
  await page.getByLabel('Day of the exam').fill(day);
  await page.getByLabel('Day of the exam').blur();
  await expect(page.getByText('Recalled on that day, by minutes a day')).toBeVisible({ timeout: 60_000 });
  await page.getByText('As a table').click();
  await expect(page.getByRole('row')).toHaveCount(9);
  await page.getByRole('button', { name: '5', exact: true }).click();
  await expect(page.getByText(/^With 5 minutes a day you can expect to recall \d+% on that day/)).toBeVisible();
  await page.getByRole('button', { name: 'Study for this exam' }).click();
  await page.getByRole('link', { name: 'Study this pack' }).click();
  const session = new SessionScreen(page);
  await session.waitForQuestion();
  expect((await readStored(page)).settings?.[0]?.[1]).toMatchObject({
    packs: { [PACK]: { exam: { date: day, minutes: 5 } } },
  });
  await page.goto(`/exam/?pack=${PACK}`);
  await page.getByRole('button', { name: 'No exam: as usual again' }).click();
  await page.goto(`/settings/?pack=${PACK}`);
  await expect(page.getByText('There is no exam.')).toBeVisible();
});
