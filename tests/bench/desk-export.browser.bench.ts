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
import { printFigures, type Figure } from './figures';
import { launch } from './study-page';

// Ten thousand questions on the teacher's desk: opening the set, looking at what two formats would get of it (one that takes everything,
// one that loses something of nearly every question), and from the press on "Save for Anki" to the file: how long each takes beside the
// page, and how long the page stands still at most meanwhile. Opening makes fifty questions for the first screen.
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
  await page.evaluate(() => {
    const tasks: number[] = [];
    // Tasks of more than 50 ms are all that the browser tells of.
    const note = (entries: PerformanceEntryList): void => void tasks.push(...entries.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => {
      note(list.getEntries());
    });
    observer.observe({ type: 'longtask' });
    Object.assign(globalThis, {
      longestTask: () => {
        note(observer.takeRecords());
        return Math.max(0, ...tasks.splice(0));
      },
    });
  });
  const figures: Figure[] = [];
  /** How long something takes, and the longest task of the page meanwhile. */
  const measured = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    const start = Date.now();
    await act();
    const took = Date.now() - start;
    // What is painted behind the last change belongs to it.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
    const longest = await page.evaluate(() => (globalThis as unknown as { longestTask: () => number }).longestTask());
    figures.push({ name, value: took, unit: 'ms' }, { name: 'its longest task (0: none over 50)', value: longest, unit: 'ms', target: { atMost: 50 } });
  };
  const save = page.getByRole('button', { name: /Save for/ });
  await measured(`opening a set of ${String(items.length)} from a file`, async () => {
    await page.locator('input[type=file]').setInputFiles(setFile);
    await page.locator('article .told').first().waitFor();
  });
  await measured('the list of formats', async () => {
    await page.getByRole('button', { name: 'Take it elsewhere' }).click();
    await page.getByRole('button', { name: /Aiken/ }).waitFor();
  });
  await measured('looking at what Aiken would get of it', async () => {
    await page.getByRole('button', { name: /Aiken/ }).click();
    await save.waitFor();
  });
  await page.getByRole('button', { name: 'Choose another target' }).click();
  await measured('looking at what Anki would get of it', async () => {
    await page.getByRole('button', { name: /Anki \(\.apkg\)/ }).click();
    await save.waitFor();
  });
  await measured('from the press to the .apkg', async () => {
    const download = page.waitForEvent('download');
    await save.click();
    await download;
    await page.getByText('Saved:').waitFor();
  });
  printFigures(figures);
} finally {
  await browser.close();
} // prettier-ignore
