import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { ClassRoom, classBrowser, counts, endLesson, onward, pinOf, seated } from './class-room';
import { expectGoodLooks } from './looks';
import { expect, test } from './site';

test.use(classBrowser);
test.setTimeout(120_000);

/** What a press of a button saves. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFile(await (await saving).path());
}

/** A table as it is read from both of its files, which must say the same; cells as text. */
async function tableOf(host: Page, name: string): Promise<readonly (readonly string[])[]> {
  const text = (await saved(host, `${name} (CSV)`)).toString('utf8');
  expect(text.startsWith('\uFEFF'), 'spreadsheets take it for UTF-8').toBe(true);
  const csv = Papa.parse<string[]>(text.slice(1).trimEnd()).data;
  const xlsx = await readSheet(await saved(host, `${name} (XLSX)`));
  const cells = xlsx.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  // Text that looks like a formula has an apostrophe before it in CSV; in XLSX its type says what it is.
  expect(csv.map((row) => row.map((cell) => cell.replace(/^'(?==)/, '')))).toEqual(cells);
  return cells;
}

async function told(phones: readonly Page[]): Promise<void> {
  for (const phone of phones) await expect(phone.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
}

async function type(phone: Page, text: string): Promise<void> {
  await phone.getByRole('textbox').fill(text);
  await phone.getByRole('textbox').press('Enter');
  await counts(phone);
}

async function joined(room: ClassRoom, pin: string, name: string): Promise<Page> {
  const phone = await room.phone(pin);
  await phone.getByLabel('Your name in this class').fill(name);
  await phone.getByRole('button', { name: 'Join' }).click();
  await seated(phone);
  return phone;
}

test('the report is opened as CSV and XLSX, and keys of orders, dates and names are put right in it', async ({
  browser,
  ownSite,
}) => {
  const room = await ClassRoom.open(browser, ownSite, { names: 'own' });
  const host = await room.host();
  const pin = await pinOf(host);
  const [ada, eve] = [await joined(room, pin, '=SUM(1+1)'), await joined(room, pin, 'Koval, "Eve"')];
  const phones = [ada, eve];

  await onward(host);
  await ada.getByRole('button', { name: '2 March 2022' }).click();
  await eve.getByRole('button', { name: '1 March 2022' }).click();
  await Promise.all(phones.map(counts));
  await toNext(host, phones);
  await type(ada, '2 March 2022');
  await type(eve, '5 March 2022');
  await toNext(host, phones);
  await expect(ada.getByRole('application')).toBeVisible();
  await toNext(host, phones);
  await type(ada, 'Antonov');
  await toNext(host, phones);
  await ada.getByRole('button', { name: 'Send' }).click();
  await counts(ada);
  await toNext(host, phones);
  await eve.getByRole('button', { name: 'A village was freed' }).click();
  await counts(eve);
  await onward(host);
  await told(phones);
  await endLesson(host);
  await host.getByRole('link', { name: 'Report of the lesson' }).click();

  const given = 'The column turned back → The airport was attacked → The bridge was blown up';
  expect(await tableOf(host, 'By pupil')).toEqual([
    ['Pupil', 'Team', 'Points', 'Right', 'Of', ...STEMS.map((stem, at) => `${String(at + 1)}. ${stem}`)],
    ['=SUM(1+1)', '', '200', '2', '6', '✓ 2 March 2022', '✓ 2 March 2022', '', '✗ Antonov', `✗ ${given}`, ''],
    ['Koval, "Eve"', '', '40', '0', '6', '✗ 1 March 2022', '~ 5 March 2022', '', '', '', '✗ A village was freed'],
  ]);
  const questions = await tableOf(host, 'By question');
  expect(questions.map((row) => row.slice(0, -1))).toEqual([
    ['', 'Question', 'Form', 'Right answer', 'Share right', 'Most frequent mistake', 'How often'],
    ['1', STEMS[0], 'choice', 'SECRET-ANSWER', '0.5', '1 March 2022', '1'],
    ['2', STEMS[1], 'typed', 'SECRET-ANSWER', '0.7', '5 March 2022', '1'],
    ['3', STEMS[2], 'map', 'SECRET-ANSWER', '', '', ''],
    ['4', STEMS[3], 'typed', 'SECRET-ANSWER', '0', 'Antonov', '1'],
    ['5', STEMS[4], 'order', 'SECRET-ANSWER', '0', given, '1'],
    ['6', STEMS[5], 'choice', 'SECRET-ANSWER', '0', 'A village was freed', '1'],
  ]);
  for (const [at, row] of questions.slice(1).entries())
    if (at !== 2) expect(Number(row.at(-1))).toBeGreaterThanOrEqual(0);

  const date = entry(host, 1);
  await date.getByText('The key was wrong?').click();
  await date.getByLabel('Right from').fill('2022-03-02');
  await date.getByLabel('to', { exact: true }).fill('2022-03-05');
  await date.getByRole('button', { name: 'Judge again' }).click();
  await expect(date.getByText('100%', { exact: true })).toBeVisible();

  const place = entry(host, 3);
  await place.getByText('The key was wrong?').click();
  await place.getByLabel('Another right name').fill('Antonov');
  await place.getByRole('button', { name: 'Right too' }).click();
  await expect(place.getByText('100%', { exact: true })).toBeVisible();

  const map = entry(host, 2);
  await map.getByText('The key was wrong?').click();
  await map.getByLabel('Right within, in kilometres').fill('30');
  await map.getByRole('button', { name: 'Judge again' }).click();
  await expect(map.getByText('Judged again.', { exact: true })).toBeVisible();

  const order = entry(host, 4);
  await order.getByText('The key was wrong?').click();
  await order.getByRole('combobox', { name: '1.' }).selectOption('The column turned back');
  await order.getByRole('combobox', { name: '2.' }).selectOption('The airport was attacked');
  await expectGoodLooks(host, 'a key that is put right');
  await order.getByRole('button', { name: 'Judge again' }).click();
  await expect(order.getByText('100%', { exact: true })).toBeVisible();

  const after = await tableOf(host, 'By pupil');
  expect(after.slice(1).map((row) => [row[0], row[2], row[3]])).toEqual([
    ['=SUM(1+1)', '400', '4'],
    ['Koval, "Eve"', '100', '1'],
  ]);
  await expect(host.getByRole('row').filter({ hasText: '=SUM(1+1)' })).toContainText('4/6');

  // On paper: the tables, and nothing to press.
  await host.emulateMedia({ media: 'print' });
  await expect(host.getByRole('table')).toBeVisible();
  await expect(host.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(host.getByText('The key was wrong?').first()).toBeHidden();
  await room.close();
});

const STEMS = ['date choice', 'date typed', 'place map', 'place typed', 'sequence order', 'event choice'].map(
  (what) => `What of ${what}?`,
);

/** From an open question over its answer and the standings to the next. */
async function toNext(host: Page, phones: readonly Page[]): Promise<void> {
  await onward(host);
  await told(phones);
  await onward(host);
  await onward(host);
}

const entry = (host: Page, at: number): Locator =>
  host.getByRole('article').filter({ has: host.getByRole('heading', { name: `${String(at + 1)}. ` }) });

/** What the lesson of the page asks, in its order. */
async function factsOf(host: Page): Promise<readonly string[]> {
  return host.evaluate(async () => {
    const room = new URL(location.href).searchParams.get('room') ?? '';
    const keys = JSON.parse(localStorage.getItem('dateline-hosting') ?? '[]') as { room: string; secret: string }[];
    const { secret = '' } = keys.find((key) => key.room === room) ?? {};
    const response = await fetch(`/rooms/${room}/lesson`, { headers: { authorization: `Bearer ${secret}` } });
    const { lesson } = (await response.json()) as { lesson: { questions: { fact: string }[] } };
    return lesson.questions.map(({ fact }) => fact);
  });
}

test('the next lesson is made of what went badly, and played', async ({ browser, ownSite }) => {
  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const host = await desk.newPage();
  await host.goto(`${ownSite.url}/host/`);
  await host.getByLabel('Questions', { exact: true }).selectOption('6');
  await host.getByLabel('With map, typing and ordering').uncheck();
  await host.getByRole('button', { name: 'Open the class' }).click();
  const pin = await pinOf(host);
  const { port } = new URL(ownSite.url);
  const pocket = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const other = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const phones = [await pocket.newPage(), await other.newPage()];
  for (const phone of phones) {
    await phone.goto(`http://class.test:${port}/join/?room=${pin}`);
    await seated(phone);
  }
  for (let asked = 0; asked < 2; asked++) {
    await onward(host);
    await expect(host.getByRole('button', { name: 'Show the answer' })).toBeVisible({ timeout: 15_000 });
    // Two who say different things are not both right.
    for (const [at, phone] of phones.entries()) {
      await phone.getByRole('group', { name: 'Answers' }).getByRole('button').nth(at).click();
      await counts(phone);
    }
    await host.getByRole('button', { name: 'Show the answer' }).click();
    await expect(host.getByRole('button', { name: 'How the class stands' })).toBeVisible();
    await onward(host);
  }
  await endLesson(host);
  await host.getByRole('link', { name: 'Report of the lesson' }).click();
  const played = await factsOf(host);
  await host.getByRole('button', { name: 'Next lesson from what went badly (2)' }).click();
  await host.getByRole('link', { name: 'The set is made. Play it in class' }).click();
  await expect(host.getByLabel('Questions from').locator('option:checked')).toHaveText(/^Again: .* · 2$/);
  await host.getByRole('button', { name: 'Open the class' }).click();
  await expect(host.getByRole('heading', { name: /^Again: / })).toBeVisible();
  await expect(host.getByText('All questions: 2')).toBeVisible();
  expect([...(await factsOf(host))].sort()).toEqual(played.slice(0, 2).sort());
  for (const context of [desk, pocket, other]) await context.close();
});
