import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { createGenerator } from '../../src/lib/core/questions/generator';
import { itemOf } from '../../src/lib/core/questions/saved-set/saved-set';
import { writeSetFile } from '../../src/lib/core/questions/saved-set/set-file';
import { allQuestions } from '../../src/lib/core/questions/select';
import { makePack } from '../samples/made-pack';
import { packDocument } from '../samples/pack-document';
import { savedSet } from '../samples/saved-set';
import { printFigures } from './figures';
import { launch } from './study-page';

// Ten thousand questions on the teacher's desk, from the press on "Save for Anki" to the file: how long it takes beside the page, and how
// long the page stands still at most meanwhile. Opening the set is printed too: fifty of its questions are made for the first screen.
const NOTES = 10_000;

const pack = makePack({ seed: 3, events: 4000 });
const generator = createGenerator(indexPack(pack), { language: 'en' });
const items = [];
for (const question of allQuestions(generator, { kinds: [], forms: [], fact: null }, 1)) {
  items.push(itemOf(question));
  if (items.length === NOTES) break;
}
const folder = mkdtempSync(join(tmpdir(), 'dateline-desk-'));
const [packFile, setFile] = [join(folder, 'pack.json'), join(folder, 'set.json')];
writeFileSync(packFile, packDocument(pack));
writeFileSync(setFile, writeSetFile(savedSet({ pack: { id: pack.id, version: pack.version }, items, title: 'All' })));

const { browser, url } = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block', acceptDownloads: true });
  page.setDefaultTimeout(180_000);
  await page.goto(`${url}/pack/`);
  await page.locator('input[type=file]').setInputFiles(packFile);
  await page.getByRole('link', { name: pack.title }).first().waitFor();
  await page.goto(`${url}/teach/`);
  // Before the sets are read a file would be chosen for nobody.
  await page.locator('input[type=file]:enabled').waitFor({ state: 'attached' });
  const opening = Date.now();
  await page.locator('input[type=file]').setInputFiles(setFile);
  await page.locator('article .told').first().waitFor();
  const opened = Date.now() - opening;
  await page.getByRole('button', { name: 'Take it elsewhere' }).click();
  const checking = Date.now();
  await page.getByRole('button', { name: /Anki \(\.apkg\)/ }).click();
  const save = page.getByRole('button', { name: /Save for/ });
  await save.waitFor();
  const checked = Date.now() - checking;
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    // Tasks of more than 50 ms are all that the browser tells of.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const writing = Date.now();
  const download = page.waitForEvent('download');
  await save.click();
  await download;
  const written = Date.now() - writing;
  await page.getByText('Saved:').waitFor();
  const longest = await page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks));
  printFigures([
    { name: `opening a set of ${String(items.length)} from a file`, value: opened, unit: 'ms' },
    { name: 'looking at what Anki would get of it', value: checked, unit: 'ms' },
    { name: 'from the press to the .apkg', value: written, unit: 'ms' },
    { name: 'longest task of the page meanwhile (0: none over 50)', value: longest, unit: 'ms', target: { atMost: 50 } },
  ]);
} finally {
  await browser.close();
} // prettier-ignore
