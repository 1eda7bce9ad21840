import { learnOne, openLater } from './grown-memory';
import { addPack, madePack } from './made-pack';
import { openOrdering, rowTexts } from './ordering';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, logOf, memoryOf, readStored } from './stored-data';

// A desk: no touch, a real keyboard.
test.use({ viewport: { width: 1024, height: 768 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 });

test('a whole session by keyboard alone, the focus where the next thing begins', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  // Past the first steps of a new learner.
  const begin = page.getByRole('link', { name: 'Begin' });
  const isThere = (): Promise<boolean> => begin.evaluate((link) => link === document.activeElement);
  for (let tabs = 0; tabs < 6 && !(await isThere()); tabs += 1) await page.keyboard.press('Tab');
  await expect(begin).toBeFocused();
  await page.keyboard.press('Enter');

  const session = new SessionScreen(page);
  await session.waitForQuestion();
  let given = 0;
  for (; given < 60; given += 1) {
    await expect(session.dontKnow.or(session.done)).toBeVisible();
    if (await session.done.isVisible()) break;
    await expect(session.stem, 'a question begins at its stem').toBeFocused();
    if (await session.check.isVisible()) {
      await page.keyboard.press('0');
    } else {
      // Each digit in its turn, and "don't know"; a question that comes again is answered by its key, for an end.
      const learnt = given < 8 ? ['1', '2', '3', '0'][given % 4] : await session.keyOfRightAnswer();
      await page.keyboard.press(learnt ?? '1');
    }
    await expect(session.verdict, 'a verdict begins at its title').toBeFocused();
    await session.learn();
    await page.keyboard.press('Space');
    await expect(session.verdict).toBeHidden();
  }
  await expect(session.done).toBeFocused();
  const stored = await readStored(page);
  expect(answersOf(stored)).toHaveLength(given);
  expectMemoryOfLog(stored);
});

test('a digit chooses its option, and one that has no option does nothing', async ({ page }) => {
  await addPack(page, madePack({ ask: ['date'] }));
  const session = new SessionScreen(page);
  await session.open('siege');
  const texts = await session.choices.locator('[lang]').allInnerTexts();
  await page.keyboard.press('9');
  await page.keyboard.press('x');
  await expect(session.verdict).toBeHidden();
  await page.keyboard.press('2');
  await expect(session.verdict).toBeVisible();
  const [answer] = answersOf(await readStored(page));
  expect(answer?.chosen).toBe(answer?.options[1]);
  await expect(page.locator('.lines')).toContainText(texts[1] ?? '');
});

test('the arrows go from answer to answer, around and past what a hint ruled out, and Enter gives the one with the focus', async ({
  page,
}) => {
  await addPack(page, madePack({ ask: ['date'] }));
  const session = new SessionScreen(page);
  await session.open('siege');
  const count = await session.choices.count();
  await expect(session.stem).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(session.choices.first()).toBeFocused();
  for (const [key, at] of [
    ['ArrowRight', 1],
    ['ArrowLeft', 0],
    ['ArrowUp', count - 1],
    ['ArrowDown', 0],
    ['End', count - 1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(session.choices.nth(at), key).toBeFocused();
  }
  await expect(session.verdict, 'to move is not to answer').toBeHidden();

  // A hint rules out an answer: the arrows pass it by.
  await page.keyboard.press('h');
  const open = page.locator('.choices button:enabled');
  await expect(open).toHaveCount(count - 1);
  await open.first().focus();
  await page.keyboard.press('ArrowUp');
  await expect(open.last()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(open.first()).toBeFocused();
  const chosen = await open.first().locator('[lang]').innerText();
  await page.keyboard.press('Enter');
  await expect(session.verdict).toBeFocused();
  await expect(page.locator('.lines')).toContainText(chosen);
  expect(answersOf(await readStored(page))).toHaveLength(1);
});

test('what is written in a report is no answer: its digits and arrows stay in the field', async ({ page }) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  await expect(session.choices.first()).toBeVisible();
  await page.keyboard.press('r');
  const note = page.getByRole('dialog').getByRole('textbox');
  await note.focus();
  await page.keyboard.type('answer 2 was also on 1 March');
  await page.keyboard.press('ArrowUp');
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('answer 2 was also on 1 March');
  await expect(session.verdict).toBeHidden();
  expect(answersOf(await readStored(page))).toEqual([]);
});

test('z takes the last answer back: its question returns, and memory forgets it', async ({ page }) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  const first = await session.stem.innerText();
  await page.keyboard.press('z');
  await expect(session.stem).toHaveText(first);
  await page.keyboard.press('1');
  await expect(session.verdict).toBeFocused();
  await page.keyboard.press('Space');
  await expect(session.dontKnow).toBeVisible();
  await page.keyboard.press('0');
  await expect(session.verdict).toBeFocused();
  const two = await readStored(page);

  await page.keyboard.press('z');
  await expect(session.dontKnow).toBeVisible();
  await expect(session.stem).toBeFocused();
  await page.keyboard.press('z');
  await expect(session.stem).toHaveText(first);
  await expect(session.stem).toBeFocused();
  await expect(session.progress).toHaveAttribute('aria-valuenow', '0');
  await expect(session.undo).toBeDisabled();

  const none = await readStored(page);
  expect(memoryOf(two).length).toBeGreaterThan(0);
  expect(memoryOf(none)).toEqual([]);
  expect(logOf(none), 'nothing is deleted: two answers and what takes them back').toHaveLength(4);
  expectMemoryOfLog(none);
});

test('an ordering by keyboard: taken up, moved, put back, put down, checked', async ({ page }) => {
  const session = await openOrdering(page);
  const before = memoryOf(await readStored(page));
  await expect(session.stem).toBeFocused();
  const texts = (): Promise<string[]> => rowTexts(session);
  const start = await texts();
  expect(start).toHaveLength(5);
  const grips = session.rows.getByRole('button', { name: /Position \d of 5$/ });

  await grips.first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await texts(), 'an arrow moves only what was taken up').toEqual(start);
  await page.keyboard.press('Space');
  await expect(grips.first()).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(session.rows.nth(2)).toContainText(start[0] ?? '');
  await expect(grips.nth(2), 'the focus goes with the row').toBeFocused();
  await expect(page.getByText(/ Now position 3 of 5\.$/)).toBeAttached();
  await page.keyboard.press('Escape');
  await expect.poll(texts, 'escape puts it back').toEqual(start);
  await expect(grips.first()).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(grips.nth(1)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('ArrowDown');
  const moved = [start[1], start[0], ...start.slice(2)];
  await expect.poll(texts).toEqual(moved);

  await session.check.focus();
  await page.keyboard.press('Enter');
  await expect(session.verdict).toBeFocused();
  expect(answersOf(await readStored(page)).at(-1)?.chosen).toHaveLength(5);
  await page.keyboard.press('z');
  await expect(session.check).toBeVisible();
  expect(memoryOf(await readStored(page))).toEqual(before);
});

test('keys that the browser or a field needs are left to it', async ({ page }) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  for (const keys of ['Control+1', 'Alt+2', 'Control+z', 'Meta+0', 'Shift+Tab']) await page.keyboard.press(keys);
  await expect(session.dontKnow).toBeVisible();
  expect(logOf(await readStored(page))).toEqual([]);
});

test('an answer that is typed is begun at once, and its verdict has the focus then', async ({ page }) => {
  const session = await learnOne(page, madePack({ ask: ['date'] }));
  await openLater(page, session, 12);
  await expect(session.field).toBeFocused();
  await page.keyboard.type('2 March 1822');
  await page.keyboard.press('Enter');
  await expect(session.verdict).toBeFocused();
});
