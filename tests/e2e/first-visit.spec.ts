import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, memoryOf, readStored } from './stored-data';

const PACK = 'ukraine-2022';

test('a first visit leads from the pack through ten questions, past a reload, to progress on the start page', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Kyiv, Zhytomyr and Kharkiv, 2022' })).toBeVisible();
  await expect(page.getByText(/^\d+ events · \d+ storylines · \d+ questions$/)).toBeVisible();
  await page.getByRole('link', { name: 'Begin' }).click();

  const session = new SessionScreen(page);
  await session.waitForQuestion();
  await expect(page).toHaveURL(/\/study\/\?pack=ukraine-2022$/);
  await expect(session.progress).toHaveAttribute('aria-valuetext', 'Question 1 of 10');
  await session.study(4);

  const stem = await session.stem.innerText();
  const progress = await session.progress.getAttribute('aria-valuetext');
  const options = await session.choices.or(session.rows).allInnerTexts();
  await page.reload();
  await session.waitForQuestion();
  await expect(session.stem).toHaveText(stem);
  await expect(session.progress).toHaveAttribute('aria-valuetext', progress ?? '');
  expect(await session.choices.or(session.rows).allInnerTexts(), 'the same options in the same order').toEqual(options);
  await expect(session.undo).toBeEnabled();

  const given = 4 + (await session.study());
  expect(given).toBeGreaterThanOrEqual(10);
  await expect(page.getByText(/\d+ of \d+ answers were right\.|All \d+ right\./)).toBeVisible();

  const stored = await readStored(page);
  const answers = answersOf(stored);
  expect(answers).toHaveLength(given);
  // A chain of events may be asked twice in other parts.
  expect(new Set(answers.map(({ fact }) => fact)).size, 'ten facts').toBeGreaterThanOrEqual(10);
  expect(answers.every(({ pack }) => pack === PACK)).toBe(true);
  expect(new Set(memoryOf(stored).map(({ key }) => key))).toEqual(
    new Set(answers.flatMap(({ marks }) => marks.map(({ fact }) => `${PACK}:${fact}`))),
  );
  expectMemoryOfLog(stored);

  await page.getByRole('link', { name: 'To the start page' }).click();
  await expect(page.getByRole('link', { name: 'Begin' })).toBeHidden();
  await expect(page.getByRole('img', { name: 'Studied on 1 day of the last six weeks' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('Memory and log agree')).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Answers on record' })).toBeVisible();
});

test('a session left in the middle goes on from the start page', async ({ page }) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study(2, 'pass');
  const stem = await session.stem.innerText();
  await session.leave.click();
  await page.getByRole('link', { name: /^Go on: \d+ left$/ }).click();
  await session.waitForQuestion();
  await expect(session.stem).toHaveText(stem);
});
