import type { Page } from '@playwright/test';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, readStored } from './stored-data';

/** Types a number into a field and leaves it. */
async function enter(page: Page, label: string | RegExp, value: string): Promise<void> {
  await page.getByLabel(label).fill(value);
  await page.getByLabel(label).blur();
}

const saved = (page: Page): Promise<void> => expect(page.getByText('Saved.', { exact: true })).toBeAttached();

test('the language switches everything at once, and holds after a reload and in a new tab', async ({
  page,
  context,
}) => {
  await page.goto('/settings/');
  await page.getByRole('radio', { name: 'Українська' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Налаштування' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  await expect(page).toHaveTitle(/^Налаштування/);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Налаштування' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Українська' })).toBeChecked();
  const tab = await context.newPage();
  await tab.goto('/');
  await expect(tab.getByRole('heading', { level: 1, name: 'Київ, Житомир і Харків, 2022' })).toBeVisible();
  await expect(tab.locator('html')).toHaveAttribute('lang', 'uk');
  const session = new SessionScreen(tab, 'uk');
  await session.open(PACK);
  await session.answer('pass');
  expect(await tab.locator('#content').innerText(), 'no word of English').not.toMatch(
    /\b(the|Next|Undo|again|Sources)\b/,
  );
  expect(answersOf(await readStored(tab))[0]?.language).toBe('uk');

  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test.describe('on a device in Ukrainian', () => {
  test.use({ locale: 'uk-UA' });
  test('a first visit speaks Ukrainian', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Київ, Житомир і Харків, 2022' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  });
});

test('the theme follows the device until one is chosen, which then holds everywhere', async ({ page, context }) => {
  const painted = (on: Page, theme: string): Promise<void> =>
    expect(on.locator('html')).toHaveAttribute('data-theme', theme);
  await page.goto('/settings/');
  await painted(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await painted(page, 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio', { name: 'Dark' }).check();
  await painted(page, 'dark');
  await saved(page);
  const tab = await context.newPage();
  await tab.goto('/about/');
  await painted(tab, 'dark');
  await page.reload();
  await painted(page, 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('radio', { name: 'Light' }).check();
  await painted(page, 'light');
  await painted(tab, 'light');
});

test('numbers out of range stay out and the field says why', async ({ page }) => {
  await page.goto('/settings/');
  const fields: readonly (readonly [label: string, good: string, bad: readonly string[], says: string])[] = [
    ['New questions a day, for each pack', '3', ['-1', '201', '2.5', ''], 'Give a number from 0 to 200.'],
    ['Remember at the time of review', '95', ['69', '100', ''], 'Give a number from 70 to 99.'],
    ['A new day begins at', '5', ['24', '-1', ''], 'Give a number from 0 to 23.'],
  ];
  for (const [label, good, bad, says] of fields) {
    const field = page.getByLabel(label);
    const problem = page.getByRole('alert').filter({ hasText: says });
    for (const value of bad) {
      await enter(page, label, value);
      await expect(problem, `${label}: "${value}"`).toBeVisible();
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(new RegExp(says.replace('.', '\\.')));
    }
    await enter(page, label, good);
    await expect(problem).toBeHidden();
    await saved(page);
  }
  expect((await readStored(page)).settings?.[0]?.[1]).toMatchObject({
    newPerDay: 3,
    retention: 0.95,
    rolloverHour: 5,
  });
  await page.reload();
  for (const [label, good] of fields) await expect(page.getByLabel(label)).toHaveValue(good);
});

test('what is set is in force in the next session', async ({ page }) => {
  await page.goto('/settings/');
  await enter(page, 'New questions a day, for each pack', '2');
  await saved(page);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await expect(session.progress).toHaveAttribute('aria-valuetext', 'Question 1 of 2');
  await session.answer('pass');
  await page.goto('/settings/');
  await enter(page, 'Remember at the time of review', '80');
  await saved(page);
  await session.open(PACK);
  await session.answer('pass');

  const stored = await readStored(page);
  const sets = new Map(
    (stored.parameters ?? []).map(([id, set]) => [id, (set as { retention: number }).retention] as const),
  );
  expect(answersOf(stored).map(({ parameters }) => sets.get(parameters))).toEqual([0.9, 0.8]);
});

test.describe('late at night', () => {
  test.use({ timezoneId: 'Europe/Kyiv' });
  test('the hour at which a day begins decides on which day an answer counts', async ({ page }) => {
    // Two hours past midnight in Kyiv, which is three hours ahead of UTC in June.
    await page.clock.install({ time: new Date('2026-06-10T23:30:00Z') });
    const session = new SessionScreen(page);
    await session.open(PACK);
    await session.answer('pass');
    await page.goto('/settings/');
    await enter(page, 'A new day begins at', '1');
    await saved(page);
    await session.open(PACK);
    await session.answer('pass');
    const days = answersOf(await readStored(page)).map(({ day }) => day);
    expect(days).toHaveLength(2);
    expect(days[1]).toBe((days[0] ?? 0) + 1);
  });
});

test('whether the browser keeps the data is said as it is, and asked for after the first session', async ({
  page,
  context,
}) => {
  const term = page.getByRole('term').filter({ hasText: 'Kept by the browser' });
  const kept = page.locator('dl > div').filter({ has: term }).getByRole('definition');
  await page.goto('/settings/');
  await expect(kept).toHaveText('no promise');
  await expect(page.getByRole('button', { name: 'Ask the browser to keep it' })).toBeVisible();
  await enter(page, 'New questions a day, for each pack', '1');
  await saved(page);

  const control = await context.newCDPSession(page);
  const { targetInfo } = await control.send('Target.getTargetInfo');
  await control.send('Browser.setPermission', {
    permission: { name: 'persistent-storage' },
    setting: 'granted',
    ...(targetInfo.browserContextId === undefined ? {} : { browserContextId: targetInfo.browserContextId }),
  });
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study();
  await expect(page.getByText('The browser has promised to keep your progress on this device.')).toBeVisible();
  await page.goto('/settings/');
  await expect(kept).toHaveText('yes, it has promised');
});

test('erasing asks first, and leaves nothing behind', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await saved(page);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study(2, 'pass');
  await page.goto('/settings/');
  await page.getByRole('button', { name: 'Erase everything on this device' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase everything on this device?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(answersOf(await readStored(page))).toHaveLength(2);
  await page.getByRole('button', { name: 'Erase everything on this device' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Erase everything on this device' }).click();
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('Everything has been erased from this device.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const left = Object.entries(await readStored(page)).filter(
    ([name, records]) => name !== 'meta' && records.length > 0,
  );
  expect(left).toEqual([]);
});
