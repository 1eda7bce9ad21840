import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checksumOfLog } from '../../src/lib/core/memory/backup';
import type { LogEntry } from '../../src/lib/core/memory/log';
import { DeskScreen } from './desk-screen';
import { addPack, madePack } from './made-pack';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { expectMemoryOfLog, logOf, memoryOf, readStored, type Stored } from './stored-data';

/** What a backup must bring back: everything but the device's own id, open sessions and the snapshots. */
function kept(stored: Stored): Stored {
  return Object.fromEntries(
    ['log', 'memory', 'parameters', 'settings', 'packs', 'sets'].map((store) => [store, stored[store] ?? []]),
  );
}

async function openSettings(page: Page): Promise<void> {
  await page.goto('/settings/');
  await expect(page.getByText('Memory and log agree')).toBeVisible();
}

async function backup(page: Page): Promise<string> {
  await openSettings(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up to a file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^dateline-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await download.path(), 'utf8');
}

async function choose(page: Page, text: string, name = 'dateline.json'): Promise<void> {
  await openSettings(page);
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Restore from a file').setInputFiles(file);
}

async function studySome(page: Page, most: number): Promise<void> {
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study(most, 'any');
}

test('study, back up, erase, restore: the same memory, bit for bit', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await addPack(page, madePack());
  await studySome(page, 5);
  const before = await readStored(page);
  expect(logOf(before)).toHaveLength(5);
  const text = await backup(page);
  await expect(page.getByRole('term').filter({ hasText: 'Last backup' })).toBeVisible();
  await expect(page.getByText('never', { exact: true })).toBeHidden();

  await page.getByRole('button', { name: 'Erase everything on this device' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('Everything has been erased from this device.')).toBeVisible();
  for (const [store, records] of Object.entries(await readStored(page))) {
    if (store !== 'meta') expect(records, store).toEqual([]);
  }

  await choose(page, text);
  await expect(page.getByRole('heading', { name: 'Restore from this backup?' })).toBeVisible();
  await expect(page.getByText('5 answers in it are not on this device.')).toBeVisible();
  expect(logOf(await readStored(page)), 'nothing is replaced by looking').toEqual([]);
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored: 5 answers are on record now.')).toBeVisible();
  await expect(page.getByText('Memory and log agree')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(kept(await readStored(page))).toEqual(kept(before));

  await page.goto('/');
  await expect(page.getByRole('link', { name: 'The siege', exact: true })).toBeVisible();
});

test('a teacher’s question sets are in the backup, and on another device they are what they were', async ({
  page,
  browser,
}) => {
  const desk = new DeskScreen(page);
  await desk.make(3);
  await desk.title.fill('For Thursday');
  await expect(desk.saved).toBeVisible();
  const asked = await desk.asked();
  const before = await readStored(page);
  const text = await backup(page);
  const other = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  const there = new DeskScreen(await other.newPage());
  await choose(there.page, text);
  await expect(there.page.getByText('1 question set in it is not on this device.')).toBeVisible();
  await there.page.getByRole('button', { name: 'Join both' }).click();
  await expect(there.page.getByRole('definition').filter({ hasText: /^1$/ })).not.toHaveCount(0);
  expect((await readStored(there.page)).sets).toEqual(before.sets);
  await there.page.goto('/teach/');
  await there.page.getByRole('link', { name: 'For Thursday' }).click();
  await expect(there.cards).toHaveCount(3);
  await expect.poll(() => there.asked()).toEqual(asked);
  await other.close();
});

test('the page of the data shows when it was saved last, how much there is, and its checksum', async ({ page }) => {
  await studySome(page, 4);
  const { log } = JSON.parse(await backup(page)) as { readonly log: readonly LogEntry[] };
  expect(log).toHaveLength(4);
  await openSettings(page);
  const shown = async (term: string): Promise<string> =>
    page
      .locator('dl > div')
      .filter({ has: page.getByText(term, { exact: true }) })
      .getByRole('definition')
      .innerText();
  expect(await shown('Checksum')).toBe(checksumOfLog(log));
  expect(await shown('Answers on record')).toBe('4');
  expect(await shown('New since then')).toBe('0');
  expect(await shown('Last backup')).toContain(String(new Date().getFullYear()));
  await studySome(page, 1);
  await openSettings(page);
  expect(await shown('New since then')).toBe('1');
  expect(await shown('Checksum')).not.toBe(checksumOfLog(log));
});

test('a snapshot leads back to what a restore replaced', async ({ page }) => {
  await studySome(page, 2);
  const text = await backup(page);
  await studySome(page, 2);
  const before = await readStored(page);
  await choose(page, text);
  await expect(page.getByText('2 answers on this device are not in it.')).toBeVisible();
  await page.getByRole('button', { name: 'Replace what is here' }).click();
  await expect(page.getByText('Restored: 2 answers are on record now.')).toBeVisible();
  await page.getByRole('button', { name: /^Go back to / }).click();
  await expect(page.getByText('Restored: 4 answers are on record now.')).toBeVisible();
  const after = await readStored(page);
  expect(logOf(after)).toEqual(logOf(before));
  expect(memoryOf(after)).toEqual(memoryOf(before));
});

test('a backup that is damaged, changed or something else is refused with its problems, and nothing is replaced', async ({
  page,
}) => {
  await studySome(page, 2);
  const text = await backup(page);
  await studySome(page, 1);
  const before = kept(await readStored(page));
  const changed = JSON.parse(text) as { log: { credit: number }[]; memory: { reps: number }[] };
  for (const entry of changed.log) entry.credit = 1 - entry.credit;
  const files: readonly (readonly [name: string, text: string, where: string, what: string])[] = [
    ['cut-off.json', text.slice(0, text.length / 2), '(root)', 'this is no JSON, or the file is cut off'],
    ['changed.json', JSON.stringify(changed), 'checksum', 'the file was damaged or changed after it was written'],
    ['other.json', '{"format":"somebody-else/1"}', 'format', 'this version of Dateline cannot read it'],
    ['list.json', '[1, 2]', 'format', 'this is no Dateline backup'],
    ['wrong-form.json', text.replace('"log":[', '"log":[7,'), 'log.0', ''],
  ];
  for (const [name, content, where, what] of files) {
    await choose(page, content, name);
    const problems = page.getByRole('alert').filter({ hasText: `${name} cannot be restored. Nothing was changed.` });
    await expect(problems).toBeVisible();
    await expect(problems.getByRole('listitem').first()).toContainText(where);
    await expect(problems.getByRole('listitem').first()).toContainText(what);
    await expect(page.getByRole('button', { name: 'Replace what is here' })).toBeHidden();
    expect(kept(await readStored(page)), name).toEqual(before);
  }
});

test('joining two devices gives both the union of their logs, and the same memory', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await studySome(page, 3);
  await studySome(other, 4);
  const [mine, theirs] = [await backup(page), await backup(other)];
  for (const [device, text] of [
    [page, theirs],
    [other, mine],
  ] as const) {
    await choose(device, text);
    await device.getByRole('button', { name: 'Join both' }).click();
    await expect(device.getByText('Restored: 7 answers are on record now.')).toBeVisible();
    await expect(device.getByText('Memory and log agree')).toBeVisible();
  }
  const [here, there] = [await readStored(page), await readStored(other)];
  expectMemoryOfLog(here);
  expect(logOf(here)).toHaveLength(7);
  expect(logOf(there)).toEqual(logOf(here));
  expect(memoryOf(there)).toEqual(memoryOf(here));
  await other.context().close();
});
