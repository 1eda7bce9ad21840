import type { Locator, Page } from '@playwright/test';
import { PACK, PACK_TITLE } from './routes';
import { waitUntilOfflineReady } from './offline-readiness';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { words } from './words';

const EXPLORE = `/explore/?pack=${PACK}`;
const timeline = (page: Page): Locator => page.getByRole('application', { name: words('en', 'explore_timeline') });
const card = (page: Page): Locator => page.getByRole('dialog');
const tool = (page: Page, name: string): Locator => page.getByRole('button', { name: words('en', name), exact: true });
/** The days that are seen, in words. */
const range = (page: Page): Locator => page.getByRole('toolbar').locator('output');
const day = (page: Page): Locator => page.locator('.player output');

test('a newcomer is shown what it is and answers a first question within eight taps', async ({ page }) => {
  await page.goto('/');
  const session = new SessionScreen(page);
  let taps = 0;
  const tap = async (what: Locator): Promise<void> => {
    await what.click();
    taps += 1;
  };
  await expect(page.getByRole('heading', { name: words('en', 'welcome_1') })).toBeVisible();
  await tap(tool(page, 'welcome_next'));
  await expect(page.getByRole('heading', { name: words('en', 'welcome_2') })).toBeFocused();
  await tap(tool(page, 'welcome_next'));
  await expect(page.getByRole('heading', { name: words('en', 'welcome_3') })).toBeFocused();
  await tap(page.getByRole('link', { name: words('en', 'welcome_first') }));
  await session.waitForQuestion();
  await tap(session.choices.first().or(session.dontKnow).first());
  await expect(session.verdict).toBeVisible();
  expect(taps).toBeLessThanOrEqual(8);

  // Whoever has studied is no newcomer.
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: PACK_TITLE })).toBeVisible();
  await expect(page.getByRole('region', { name: words('en', 'welcome_label') })).toBeHidden();
});

test('the first steps can be skipped, and do not come back', async ({ page }) => {
  await page.goto('/');
  await tool(page, 'welcome_skip').click();
  await expect(page.getByRole('region', { name: words('en', 'welcome_label') })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('link', { name: words('en', 'home_begin') })).toBeVisible();
  await expect(page.getByRole('region', { name: words('en', 'welcome_label') })).toBeHidden();
});

test('a link to an event opens its card; closing it leaves the timeline; "back" closes one that was opened here', async ({
  page,
}) => {
  await page.goto(`${EXPLORE}&event=ivankiv-captured`);
  await expect(card(page).getByText('Russian forces captured Ivankiv.')).toBeVisible();
  await expect(card(page).getByRole('img', { name: 'Map: Ivankiv' })).toBeVisible();
  await expect(card(page).getByText(words('en', 'explore_no_answer'))).toBeVisible();
  await expect(card(page).getByRole('link', { name: /Kyiv offensive/ })).toBeVisible();
  await card(page)
    .getByRole('button', { name: words('en', 'close') })
    .click();
  await expect(card(page)).toBeHidden();
  await expect(page).toHaveURL(/\/explore\/\?pack=ukraine-2022$/);
  await expect(timeline(page)).toBeVisible();

  await page.goto(`${EXPLORE}&storyline=ivankiv`);
  await page.getByRole('link', { name: words('en', 'explore_tab_list'), exact: true }).click();
  await page.getByRole('button', { name: /Russian forces captured Ivankiv/ }).click();
  await expect(card(page)).toBeVisible();
  await expect(page).toHaveURL(/event=ivankiv-captured/);
  // From card to card, and with one "back" out of all of them.
  await card(page).getByText(words('en', 'event_before')).locator('xpath=following-sibling::dd[1]//a').click();
  await expect(page).not.toHaveURL(/event=ivankiv-captured/);
  await expect(card(page)).toBeVisible();
  await page.goBack();
  await expect(card(page)).toBeHidden();
  await expect(page).toHaveURL(/view=list&storyline=ivankiv$/);
  await expect(page.getByRole('button', { name: /Russian forces captured Ivankiv/ })).toBeFocused();
  await page.goBack();
  await expect(timeline(page)).toBeVisible();
});

test('an event that the pack has not says so', async ({ page }) => {
  await page.goto(`${EXPLORE}&event=nowhere`);
  await expect(card(page).getByRole('heading', { name: words('en', 'explore_no_event') })).toBeVisible();
});

test('"study this" asks what is known of that event and nothing else; the answer then stands on its card', async ({
  page,
}) => {
  const session = new SessionScreen(page);
  const study = card(page).getByRole('link', { name: words('en', 'explore_study_this') });
  await page.goto(`${EXPLORE}&event=ivankiv-captured`);
  await expect(card(page).getByText(words('en', 'explore_no_answer'))).toBeVisible();
  await study.click();
  await expect(page).toHaveURL(/\/study\/\?pack=ukraine-2022(&fact=ivankiv-captured%3A[a-z-]+)+$/);
  const asked = new URL(page.url()).searchParams.getAll('fact').length;
  await expect(page.getByText(new RegExp(`^Only ${String(asked)} facts? of your choice$`))).toBeVisible();
  await session.answer('pass');
  await session.next.click();
  await expect(session.dontKnow.or(session.done).first()).toBeVisible();
  await page.goBack();
  await expect(card(page).getByText(/^Last asked on .*: not right\.$/)).toBeVisible();
  await expect(study).toBeVisible();
});

test('the timeline is walked, zoomed and opened by keys', async ({ page }) => {
  await page.goto(EXPLORE);
  await timeline(page).focus();
  await page.keyboard.press('Home');
  const told = page.locator('.timeline [aria-live=assertive]');
  await expect(told).not.toBeEmpty();
  const first = await told.innerText();
  await page.keyboard.press('ArrowRight');
  await expect(told).not.toHaveText(first);
  const second = await told.innerText();
  await page.keyboard.press('ArrowDown');
  await expect(told).not.toHaveText(second);
  const before = await range(page).innerText();
  await page.keyboard.press('+');
  await expect(range(page)).not.toHaveText(before);
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(timeline(page)).toBeFocused();
});

test('wheel, buttons, a drag and a pinch move the timeline from years to days', async ({ page }) => {
  await page.goto(EXPLORE);
  const canvas = timeline(page).locator('canvas');
  await expect(range(page)).not.toBeEmpty();
  const changed = async (act: () => Promise<void>): Promise<void> => {
    const before = await range(page).innerText();
    await act();
    await expect(range(page)).not.toHaveText(before);
  };
  await changed(() => tool(page, 'explore_all_time').click());
  await changed(() => tool(page, 'explore_nearer').click());
  await changed(() => tool(page, 'explore_later').click());
  await canvas.hover({ position: { x: 150, y: 120 } });
  await changed(() => page.mouse.wheel(0, -400));
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('the timeline is not there');
  await changed(async () => {
    await page.mouse.move(box.x + 200, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 100, { steps: 4 });
    await page.mouse.up();
  });
  const devtools = await page.context().newCDPSession(page);
  const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number): Promise<unknown> =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [-1, 1].map((side, id) => ({ x: box.x + 150 + side * apart, y: box.y + 100, id })),
    });
  await changed(async () => {
    await fingers('touchStart', 30);
    await fingers('touchMove', 60);
    await fingers('touchMove', 100);
    await fingers('touchEnd', 100);
  });
});

for (const typed of ['Kiev', 'Kyiv', 'Київ', 'kyyiv']) {
  test(`search: ${typed} finds the city at once`, async ({ page }) => {
    await page.goto(EXPLORE);
    await page.getByRole('combobox', { name: words('en', 'explore_search') }).fill(typed);
    await expect(page.getByRole('option').first()).toContainText('Kyiv');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/place=kyiv/);
    await expect(page.getByText('Show only: 1 choice made')).toBeVisible();
  });
}

test('search: an event is found by words of the other language and opened by keys; nothing is said to be nothing', async ({
  page,
}) => {
  await page.goto(EXPLORE);
  const field = page.getByRole('combobox', { name: words('en', 'explore_search') });
  await field.fill('захопили Іванків');
  await expect(page.getByRole('option').filter({ hasText: 'Russian forces captured Ivankiv' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /-0$/);
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await field.fill('qqqqqq');
  await expect(page.locator('.none')).toHaveText(words('en', 'explore_found_none'));
});

test('filters narrow every view and lead back', async ({ page }) => {
  await page.goto(`${EXPLORE}&view=list`);
  const count = page.locator('.count');
  await expect(count).toHaveText(/^\d+ events$/);
  const all = await count.innerText();
  await page.getByText(words('en', 'explore_filters'), { exact: true }).click();
  await page.getByRole('combobox', { name: words('en', 'explore_status'), exact: true }).selectOption('conflict');
  await expect(count).not.toHaveText(all);
  await expect(page.locator('.quarrel').first()).toBeVisible();
  await page.getByRole('combobox', { name: words('en', 'explore_storyline'), exact: true }).selectOption('chernobyl');
  await tool(page, 'explore_clear').first().click();
  await expect(count).toHaveText(all);
});

test('the map replays the days, remembers the day in its address, and lists what has no place', async ({ page }) => {
  await page.goto(`${EXPLORE}&view=map&day=2022-02-24`);
  await expect(day(page)).toHaveText('24 February 2022');
  await expect(page.getByRole('heading', { name: words('en', 'explore_beside') })).toBeVisible();
  await tool(page, 'explore_play').click();
  await expect(day(page)).not.toHaveText('24 February 2022');
  await tool(page, 'explore_pause').click();
  // However many days have gone by until the tap came.
  await expect(page).toHaveURL(/day=2022-0[23]-\d\d/);
  await page.goto(`${EXPLORE}&view=map&day=2022-02-25`);
  await expect(day(page)).toHaveText('25 February 2022');
  await tool(page, 'explore_day_before').click();
  await expect(page).toHaveURL(/day=2022-02-24/);
  await page.getByRole('slider').press('ArrowRight');
  await expect(day(page)).toHaveText('25 February 2022');
  await page.locator('.list button').first().click();
  await expect(card(page).getByRole('article')).toBeVisible();
});

test('several events at one place are a list that “back” closes; from it leads a card, and one “back” out of that', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${EXPLORE}&view=list`);
  await page.getByRole('link', { name: words('en', 'explore_tab_map'), exact: true }).click();
  await page.goto(`${EXPLORE}&view=map&day=2022-02-25`);
  await expect(page.locator('path.oblast').first()).toBeAttached();
  const box = await page.locator('.window canvas').boundingBox();
  if (box === null) throw new Error('the map is not there');
  // Kyiv, with six of that day.
  const press = (): Promise<void> => page.mouse.click(box.x + 0.546 * box.width, box.y + 0.606 * box.height);
  await press();
  await expect(card(page).locator('.tales button').nth(1)).toBeVisible();
  await page.goBack();
  await expect(card(page)).toBeHidden();
  await expect(page).toHaveURL(/view=map&day=2022-02-25$/);
  await press();
  await card(page).locator('.tales button').nth(1).click();
  await expect(card(page).getByRole('article')).toBeVisible();
  await page.goBack();
  await expect(card(page)).toBeHidden();
  await expect(page).toHaveURL(/view=map&day=2022-02-25$/);
});

test('however often the map is zoomed out or in, it stays a map of the same shape', async ({ page }) => {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${EXPLORE}&view=map`);
  await expect(page.locator('path.oblast').first()).toBeAttached();
  const shape = await page.locator('.picture svg').getAttribute('viewBox');
  for (const way of ['explore_farther', 'explore_nearer']) {
    for (let times = 0; times < 25; times += 1) await tool(page, way).click();
    const [, , width, height] =
      (await page.locator('.picture svg').getAttribute('viewBox'))?.split(' ').map(Number) ?? [];
    expect(width).toBe(1000);
    expect(height).toBeCloseTo(Number(shape?.split(' ')[3]), 3);
  }
  expect(faults).toEqual([]);
});

test('who wants no motion steps from day to day', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${EXPLORE}&view=map`);
  await expect(tool(page, 'explore_day_after')).toBeVisible();
  await expect(tool(page, 'explore_play')).toBeHidden();
});

test('a projector shows the map alone with large letters, and lets go of both', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${EXPLORE}&view=map`);
  await tool(page, 'explore_projector').click();
  await expect(page.locator('.projector')).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('font-size', /^2\d/);
  await tool(page, 'explore_projector_off').click();
  await expect(page.locator('.projector')).toBeHidden();
  await expect(page.locator('html')).toHaveCSS('font-size', '16px');
});

test('a storyline is read to its end, where three questions wait', async ({ page }) => {
  await page.goto(`${EXPLORE}&view=read`);
  await page.getByRole('link', { name: /^Ivankiv and Dymer/ }).click();
  await expect(page.getByRole('heading', { name: 'Ivankiv and Dymer' })).toBeVisible();
  await tool(page, 'explore_closing_begin').click();
  for (let asked = 1; asked <= 3; asked += 1) {
    await expect(page.getByText(`Question ${String(asked)} of 3`)).toBeVisible();
    await page.locator('.closing .choices button').first().click();
    await expect(page.getByText(/^(Right|Not right)\.$/)).toBeVisible();
    await tool(page, 'explore_closing_next').click();
  }
  await expect(page.getByText(/^\d of 3 right\./)).toBeVisible();
  await expect(page.getByRole('link', { name: words('en', 'pack_study_storyline') })).toBeVisible();
});

test('all of it works with the server gone', async ({ ownSite, context }) => {
  const first = await context.newPage();
  await first.goto(`${ownSite.url}/`);
  await waitUntilOfflineReady(first);
  await first.close();
  await ownSite.kill();
  const page = await context.newPage();
  await page.goto(`${ownSite.url}${EXPLORE}`);
  await expect(timeline(page)).toBeVisible();
  await page.getByRole('combobox', { name: words('en', 'explore_search') }).fill('Hostomel');
  await expect(page.getByRole('option').first()).toContainText('Hostomel');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: words('en', 'explore_tab_map'), exact: true }).click();
  await expect(page.locator('path.oblast').first()).toBeAttached();
  await page.getByRole('link', { name: words('en', 'explore_tab_read'), exact: true }).click();
  await page.getByRole('link', { name: /^Ivankiv and Dymer/ }).click();
  await tool(page, 'explore_closing_begin').click();
  await expect(page.getByText('Question 1 of 3')).toBeVisible();
});
