import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { readPackage } from '../../src/lib/core/export/anki/read-package';
import { expectGoodLooks } from './looks';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';
import { words } from './words';

const say = (name: string, values: Readonly<Record<string, string>> = {}): string => words('en', name, values);

/** The package as Anki gives it back after its learner answered the first card with Good, now. */
async function answeredInAnki(bytes: Uint8Array, nowMs: number): Promise<Buffer> {
  const files = unzipSync(bytes);
  const { Database } = await initSqlJs();
  const database = new Database(files['collection.anki2']);
  database.run(`insert into revlog select ${String(nowMs)}, id, -1, 3, 9, 3, 2500, 4000, 1 from cards order by id limit 1`);
  database.run('update cards set reps = reps + 1 where id = (select min(id) from cards)');
  const packed = zipSync({ ...files, 'collection.anki2': database.export() });
  database.close();
  return Buffer.from(packed);
} // prettier-ignore

test('what is remembered goes to Anki, and the answers given there come back, once', async ({ page }) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  for (let i = 0; i < 3; i += 1) {
    await session.answer();
    await session.next.click();
    await session.waitForQuestion();
  }
  const before = answersOf(await readStored(page));

  await page.goto(`/settings/?pack=${PACK}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('anki_take') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.apkg$/);
  const bytes = new Uint8Array(await readFile(await download.path()));
  const read = await readPackage(bytes);
  expect(read.ok && read.cards.length).toBe(new Set(before.flatMap(({ marks }) => marks.map(({ fact }) => fact))).size);
  expect(strFromU8(unzipSync(bytes).media ?? new Uint8Array())).toMatch(/^\{/);
  await expectGoodLooks(page, 'taken to Anki');

  // Brought back as it went there, it changes nothing.
  const picker = page.locator('input[type="file"][accept=".apkg"]');
  const file = (buffer: Buffer) => ({ name: 'back.apkg', mimeType: 'application/octet-stream', buffer });
  await picker.setInputFiles(file(Buffer.from(bytes)));
  await expect(page.getByText(say('anki_no_answers'))).toBeVisible();

  const answered = await answeredInAnki(bytes, Date.now() - 1000);
  await picker.setInputFiles(file(answered));
  await expect(page.getByText('1 answer is new.')).toBeVisible();
  expect(answersOf(await readStored(page)).length, 'nothing is changed before it is wanted').toBe(before.length);
  await expectGoodLooks(page, 'what would come back');
  await page.getByRole('button', { name: say('anki_apply') }).click();
  await expect(page.getByText('1 answer added.')).toBeVisible();
  const stored = await readStored(page);
  const [last] = answersOf(stored).slice(-1);
  expect(last).toMatchObject({ form: 'anki', pack: PACK, grade: 3, milliseconds: 4000 });
  expectMemoryOfLog(stored);

  await picker.setInputFiles(file(answered));
  await expect(page.getByText(say('anki_no_answers'))).toBeVisible();
  await picker.setInputFiles(file(Buffer.from('no package')));
  await expect(page.getByText(/^back\.apkg is no package/)).toBeVisible();
  expect(answersOf(await readStored(page)).length).toBe(before.length + 1);
});
