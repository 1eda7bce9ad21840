import type { Page } from '@playwright/test';
import { viewOf } from '../../src/lib/ui/map-view';
import { FRAME, learnOne, mappedPack, openLater, POINTS } from './grown-memory';
import { waitUntilOfflineReady } from './offline-readiness';
import type { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';

test.setTimeout(60_000);

const view = viewOf(FRAME);
type Point = readonly [number, number];

/** A place that was recognised is to be found on the map: Arden. */
async function openMap(page: Page, base = ''): Promise<SessionScreen> {
  const session = await learnOne(page, mappedPack({ ask: ['place'] }), 'en', base);
  await openLater(page, session, 12, base);
  await expect(session.map).toBeVisible();
  return session;
}

/** Where a point of the Earth is on the screen. */
async function onScreen(session: SessionScreen, point: Point): Promise<{ x: number; y: number }> {
  const box = await session.map.locator('svg').boundingBox();
  if (box === null) throw new Error('the map is not on the screen');
  const [x, y] = view.toMap(point);
  return { x: box.x + (x / 1000) * box.width, y: box.y + (y / view.height) * box.height };
}

async function tap(page: Page, session: SessionScreen, point: Point): Promise<void> {
  const { x, y } = await onScreen(session, point);
  await page.touchscreen.tap(x, y);
}

async function chosenPoint(page: Page): Promise<Point> {
  const chosen = answersOf(await readStored(page)).at(-1)?.chosen;
  if (!Array.isArray(chosen)) throw new Error('no point was stored');
  return chosen as unknown as Point;
}

test('a tap puts the pin down, another corrects it, and only the button answers', async ({ page }) => {
  const session = await openMap(page);
  await expect(session.check).toBeDisabled();
  expect(await page.content(), 'the answer is not on the page before it is given').not.toContain('Arden');
  await tap(page, session, POINTS.birk);
  await expect(session.check).toBeEnabled();
  await expect(session.verdict).toBeHidden();
  await tap(page, session, POINTS.arden);
  await page.reload();
  await expect(session.map, 'a reload keeps the pin').toBeVisible();
  await session.check.tap();
  await expect(session.verdict).toHaveText(/Right$/);
  await expect(page.getByRole('img', { name: 'Map with the right place: Arden' })).toBeVisible();
  const stored = await readStored(page);
  expect(answersOf(stored).at(-1)).toMatchObject({ form: 'map', credit: 1, guess: 0, grade: 3 });
  const [x, y] = await chosenPoint(page);
  expect(Math.hypot(x - POINTS.arden[0], y - POINTS.arden[1])).toBeLessThan(0.03);
  expectMemoryOfLog(stored);
});

test('the pin is dragged by its head, and the verdict tells how far off it was', async ({ page, context }) => {
  const session = await openMap(page);
  await tap(page, session, POINTS.farrow);
  const control = await context.newCDPSession(page);
  // The head of the pin is above its tip: the finger does not cover what it points at.
  const lift = (at: { x: number; y: number }) => ({ x: at.x, y: at.y - 22 });
  const [from, to] = [lift(await onScreen(session, POINTS.farrow)), lift(await onScreen(session, POINTS.elm))];
  await control.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (let step = 1; step <= 6; step += 1) {
    const along = (a: number, b: number): number => a + ((b - a) * step) / 6;
    const point = { x: along(from.x, to.x), y: along(from.y, to.y) };
    await control.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await control.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.check.tap();
  await expect(page.locator('.line').filter({ hasText: 'Your pin' })).toContainText(/\d+ km off\./);
  const [x, y] = await chosenPoint(page);
  expect(Math.hypot(x - POINTS.elm[0], y - POINTS.elm[1])).toBeLessThan(0.05);
});

test('hints mark the quarter in which it lies', async ({ page }) => {
  const session = await openMap(page);
  await session.hint.tap();
  await expect(page.getByText('It lies in the quarter of the map that is marked.')).toBeVisible();
  await expect(session.map.locator('rect.marked')).toHaveCount(1);
  await tap(page, session, POINTS.arden);
  await session.check.tap();
  await expect(session.verdict).toHaveText(/Nearly: right after a hint$/);
});

test('the same may be chosen from a list', async ({ page }) => {
  const session = await openMap(page);
  await page.getByRole('button', { name: 'Choose from a list instead' }).tap();
  await session.choices.filter({ hasText: 'Arden' }).tap();
  await expect(session.verdict).toHaveText(/Right$/);
  expect(answersOf(await readStored(page)).at(-1)).toMatchObject({ form: 'choice', guess: 1 / 3 });
});

test('a map question with the server gone', async ({ page, ownSite }) => {
  await page.goto(`${ownSite.url}/`);
  await waitUntilOfflineReady(page);
  await ownSite.kill();
  const session = await openMap(page, ownSite.url);
  await expect(session.map.locator('path.oblast').first()).toBeAttached();
  await tap(page, session, POINTS.arden);
  await session.check.tap();
  await expect(session.verdict).toHaveText(/Right$/);
});

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1024, height: 768 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 });

  test('by keyboard alone: arrows move the cross-hair, Enter answers, and what is said gives nothing away', async ({
    page,
  }) => {
    const session = await openMap(page);
    await session.map.focus();
    await page.keyboard.press('Enter');
    await expect(session.verdict, 'nothing to answer with yet').toBeHidden();
    await page.keyboard.press('ArrowUp');
    const told = page.locator('p[aria-live=assertive]');
    await expect(told).toHaveText('Kyiv Oblast, the middle of the map');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await expect(told).toHaveText(/^Kyiv Oblast, 2\.\d km west of the middle, 2\d km north of the middle$/);
    expect(await page.content()).not.toContain('Arden');
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(session.verdict).toBeFocused();
    const [x, y] = await chosenPoint(page);
    expect(x).toBeCloseTo(30.35 - 0.037, 2);
    expect(y).toBeGreaterThan(50.8);
    await page.keyboard.press('z');
    await expect(session.map).toBeVisible();
  });
});
