import type { Page } from '@playwright/test';
import { learnOne, mappedPack, openLater } from './grown-memory';
import { addPack, madePack } from './made-pack';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';

test.setTimeout(60_000);

/** A date that was recognised is to be typed: 2 March 1822. */
async function openTypedDate(page: Page): Promise<SessionScreen> {
  const session = await learnOne(page, madePack({ ask: ['date'] }));
  await openLater(page, session, 12);
  await expect(session.field).toBeVisible();
  return session;
}

test('a date is read while it is typed, and what is not understood is not lost', async ({ page }) => {
  const session = await openTypedDate(page);
  await session.field.fill('soon');
  await session.field.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'cannot read this as a date' })).toBeVisible();
  await expect(session.field).toHaveValue('soon');
  await expect(session.field).toBeFocused();
  await session.field.fill('2 берез');
  await expect(page.getByText('Understood: 2 March · no year given')).toBeVisible();
  await page.reload();
  await expect(session.field, 'a reload keeps what was typed').toHaveValue('2 берез');
  await session.field.fill('2.3.1822');
  await expect(page.getByText('Understood: 2 March 1822')).toBeVisible();
  await session.field.press('Enter');
  await expect(session.verdict).toHaveText(/Right$/);
  const stored = await readStored(page);
  expect(answersOf(stored).at(-1)).toMatchObject({
    form: 'typed', chosen: '2.3.1822', credit: 1, guess: 0, hints: 0, grade: 3,
  }); // prettier-ignore
  expectMemoryOfLog(stored);
});

test('a wrong day is told with what happened on it', async ({ page }) => {
  const session = await openTypedDate(page);
  await session.field.fill('9 March 1822');
  await session.check.tap();
  await expect(page.locator('.line.wrong')).toContainText(/on that day the townspeople of Birk manned the walls\./i);
});

test('who would not type is asked otherwise, and types again when that is switched on', async ({ page }) => {
  const session = await learnOne(page, madePack({ ask: ['date'] }));
  await page.goto('/settings/');
  const typed = page.getByRole('checkbox', { name: 'Let me type answers' });
  await typed.uncheck();
  await openLater(page, session, 12);
  await expect(session.choices.first()).toBeVisible();
  await page.goto('/settings/');
  await typed.check();
  await session.open('siege');
  await expect(session.field).toBeVisible();
});

test('a day off is nearly right, counts as hard, and is explained', async ({ page }) => {
  const session = await openTypedDate(page);
  await session.field.fill('3 March 1822');
  await session.check.tap();
  await expect(session.verdict).toHaveText(/Nearly right$/);
  await expect(page.locator('.line.near')).toContainText('1 day too late. Counts 80%.');
  expect(answersOf(await readStored(page)).at(-1)).toMatchObject({ credit: 0.8, grade: 2 });
});

test('what may be two dates is asked which it is', async ({ page }) => {
  const session = await openTypedDate(page);
  await session.field.fill('3/2/1822');
  await session.field.press('Enter');
  const which = page.getByRole('group', { name: 'Which date do you mean?' });
  await expect(which.getByRole('button')).toHaveText(['3 February 1822', '2 March 1822']);
  await expect(which.getByRole('button').first()).toBeFocused();
  expect(answersOf(await readStored(page)).filter(({ form }) => form === 'typed')).toEqual([]);
  await which.getByRole('button', { name: '2 March 1822' }).tap();
  await expect(session.verdict).toHaveText(/Right$/);
});

test('with a thumb: a digit, a month, and the year left open', async ({ page }) => {
  const session = await openTypedDate(page);
  await expect(session.field).toHaveAttribute('inputmode', 'numeric');
  await session.field.fill('2');
  await page.getByRole('button', { name: 'April' }).tap();
  await page.getByRole('button', { name: 'March' }).tap();
  await expect(session.field).toHaveValue('2 March ');
  await page.getByRole('button', { name: 'Keyboard with letters' }).tap();
  await expect(session.field).toHaveAttribute('inputmode', 'text');
  await session.check.tap();
  await expect(session.verdict).toHaveText(/Right$/);
});

test('the keys of the session are letters inside the field, and keys again outside of it', async ({ page }) => {
  const session = await openTypedDate(page);
  await session.field.focus();
  await page.keyboard.type('z0h ');
  await expect(session.field).toHaveValue('z0h ');
  await expect(session.verdict).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(page.getByText('It happened in March 1822.')).toBeVisible();
  await page.keyboard.press('0');
  await expect(session.verdict).toBeFocused();
  await page.keyboard.press('z');
  await expect(session.field).toBeVisible();
  await expect(page.getByText('It happened in March 1822.'), 'what was told is not untold').toBeVisible();
});

test('a hint makes the answer count as not known, and it says so', async ({ page }) => {
  const session = await openTypedDate(page);
  await session.hint.tap();
  await session.hint.tap();
  await expect(session.hint).toBeHidden();
  await expect(page.locator('.hints')).toContainText(/some time between \d+ and \d+ March 1822/);
  await page.reload();
  await expect(page.locator('.hints')).toContainText('It happened in March 1822.');
  await session.field.fill('2 March 1822');
  await session.field.press('Enter');
  await expect(session.verdict).toHaveText(/Nearly: right after a hint$/);
  await expect(page.getByText('You will see it again in this session.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Too easy' })).toBeHidden();
  const stored = await readStored(page);
  expect(answersOf(stored).at(-1)).toMatchObject({ credit: 1, hints: 2, grade: 1 });
  expectMemoryOfLog(stored);
  await session.next.tap();
  await expect(session.choices.first(), 'after a lapse it is recognised again').toBeVisible();
});

test('a double tap on “Next” asks for no hint', async ({ page }) => {
  await addPack(page, madePack({ ask: ['date'] }));
  const session = new SessionScreen(page);
  await session.open('siege');
  await session.answer();
  await session.next.dblclick();
  await session.waitForQuestion();
  await expect(session.hint).toBeVisible();
  await expect(page.getByText('With a hint, the question will come back soon.')).toBeHidden();
  await session.answer();
  expect(answersOf(await readStored(page)).map(({ hints }) => hints)).toEqual([0, 0]);
});

test('a hint strikes an option, which can then not be chosen by finger or key', async ({ page }) => {
  await page.goto('/');
  const session = await learnOne(page, madePack({ ask: ['date'] }));
  await openLater(page, session, 12);
  await session.answer('pass');
  await session.next.click();
  await expect(session.choices).toHaveCount(3);
  await session.hint.tap();
  const struck = session.choices.and(page.locator(':disabled'));
  await expect(struck).toHaveCount(1);
  const digit = (await session.choices.evaluateAll((all) => all.findIndex((each) => each.matches(':disabled')))) + 1;
  await page.keyboard.press(String(digit));
  await expect(session.verdict).toBeHidden();
  await expect(session.hint, 'two are left').toBeHidden();
});

test('a place is typed in any spelling, and another place of the pack is named as what it is', async ({ page }) => {
  const session = await learnOne(page, mappedPack({ ask: ['place'] }));
  await openLater(page, session, 12);
  await expect(session.map).toBeVisible();
  await page.getByRole('button', { name: 'Type the name instead' }).tap();
  await session.field.fill('Birk');
  await session.field.press('Enter');
  await expect(session.verdict).toHaveText(/Not right$/);
  await expect(page.locator('.line.wrong')).toContainText(/That is another place: Birk, \d+ km away\./);
  await expect(page.locator('.line.right')).toContainText('Arden');
  await session.undo.click();
  await page.getByRole('button', { name: 'Type the name instead' }).tap();
  await session.field.fill('АРДЕН');
  await session.field.press('Enter');
  await expect(session.verdict).toHaveText(/Right$/);
  expect(answersOf(await readStored(page)).at(-1)).toMatchObject({ form: 'typed', chosen: 'АРДЕН', guess: 0 });
});
