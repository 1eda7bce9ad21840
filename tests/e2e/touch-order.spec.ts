import type { CDPSession, Locator } from '@playwright/test';
import { arrange, openOrdering, ORDER, rowTexts } from './ordering';
import { expect, test } from './site';
import { answersOf, readStored } from './stored-data';

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger goes down, along and up, as the browser gets it from the glass. */
async function swipe(control: CDPSession, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const steps = 8;
  await control.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (let step = 1; step <= steps; step += 1) {
    const along = (a: number, b: number): number => a + ((b - a) * step) / steps;
    const point = { x: along(from.x, to.x), y: along(from.y, to.y) };
    await control.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await control.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a finger drags a row by its grip to another place', async ({ page, context }) => {
  const session = await openOrdering(page);
  const control = await context.newCDPSession(page);
  const before = await rowTexts(session);
  const grip = (row: number): Locator => session.rows.nth(row).getByRole('button').first();
  const down = await middleOf(session.rows.nth(3));
  await swipe(control, await middleOf(grip(0)), { ...(await middleOf(grip(0))), y: down.y + 12 });
  await expect.poll(() => rowTexts(session)).toEqual([...before.slice(1, 4), before[0], before[4]]);

  const up = await middleOf(session.rows.nth(0));
  await swipe(control, await middleOf(grip(4)), { ...(await middleOf(grip(4))), y: up.y - 12 });
  await expect.poll(() => rowTexts(session)).toEqual([before[4], ...before.slice(1, 4), before[0]]);
  await expect(session.rows.first(), 'nothing stays lifted').not.toHaveClass(/held/);
});

test('a finger on the text of a row scrolls the page and moves nothing', async ({ page, context }) => {
  const session = await openOrdering(page);
  const control = await context.newCDPSession(page);
  const before = await rowTexts(session);
  const text = session.rows.nth(2).locator('p');
  const from = await middleOf(text);
  await swipe(control, from, { ...from, y: from.y - 200 });
  expect(await rowTexts(session)).toEqual(before);
});

test('the buttons of each row put everything in order, and the verdict agrees', async ({ page }) => {
  const session = await openOrdering(page);
  await arrange(session, ORDER);
  await expect(session.rows.first().getByRole('button', { name: /^Move up: / })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(session.rows.last().getByRole('button', { name: /^Move down: / })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await session.check.tap();
  await expect(session.verdict).toHaveText(/Right$/);
  const answer = answersOf(await readStored(page)).at(-1);
  expect(answer).toMatchObject({ form: 'order', credit: 1, grade: 3 });
  expect(answer?.marks).toHaveLength(4);
});

test('a wrong order shows the right one, with where each was put', async ({ page }) => {
  const session = await openOrdering(page);
  await arrange(session, ['the walls', 'the fleet', 'the gate', 'the bridge', 'relief column']);
  await session.check.tap();
  await expect(session.verdict).toHaveText(/Partly right$/);
  const rows = page.locator('ol.lines > li');
  await expect(rows).toHaveCount(5);
  for (const [place, word] of ORDER.entries()) await expect(rows.nth(place)).toContainText(word);
  await expect(rows.nth(0)).toContainText('You had it at 2');
  await expect(rows.nth(1)).toContainText('You had it at 1');
  await expect(rows.nth(2)).toContainText('In its place');
});

test('a mouse may take the whole row', async ({ page }) => {
  const session = await openOrdering(page);
  const before = await rowTexts(session);
  const from = await middleOf(session.rows.nth(0).locator('p'));
  const to = await middleOf(session.rows.nth(1));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 4, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => rowTexts(session)).toEqual([before[1], before[0], ...before.slice(2)]);
});

test('a reload in the middle keeps the order that was reached', async ({ page }) => {
  const session = await openOrdering(page);
  const before = await rowTexts(session);
  await session.rows
    .nth(0)
    .getByRole('button', { name: /^Move down: / })
    .tap();
  const moved = [before[1], before[0], ...before.slice(2)];
  await expect.poll(() => rowTexts(session)).toEqual(moved);
  await page.reload();
  await expect(session.rows.first()).toBeVisible();
  expect(await rowTexts(session)).toEqual(moved);
});
