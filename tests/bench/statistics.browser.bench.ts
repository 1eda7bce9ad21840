import type { Page } from '@playwright/test';
import { DEFAULT_PARAMETERS, nameParameters } from '../../src/lib/core/memory/parameters';
import { printFigures, type Figure } from './figures';
import { launch, PACK } from './study-page';

// The statistics of a log of 100,000 answers to 4,000 facts over two years: until the charts stand, and the longest time for which
// the page answers nobody meanwhile. The reference is what IndexedDB alone takes to hand the log out in one go.
const LOG = { entries: 100_000, facts: 4000, days: 730 };

const { browser, url } = await launch();
try {
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  await page.addInitScript(watchLongTasks);
  await page.goto(`${url}/study/?pack=${PACK}`);
  await page.locator('.choices, .tasks').waitFor();
  await page.evaluate(fillLog, { ...LOG, pack: PACK, parameters: nameParameters(DEFAULT_PARAMETERS) });
  const reference = { name: 'the log alone, in one go', value: await page.evaluate(readLog) };
  const figures: Figure[] = [{ name: 'reading 100,000 entries in one go', value: reference.value, unit: 'ms' }];
  const devtools = await page.context().newCDPSession(page);
  for (const rate of [1, 4]) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    const { shown, longest, filtered } = await openStatistics(page);
    const speed = rate === 1 ? '' : `, ${String(rate)}× throttle`;
    figures.push(
      { name: `statistics of 100,000 answers${speed}`, value: shown, unit: 'ms', ...(rate === 1 ? { reference } : {}) },
      { name: `  longest task meanwhile${speed}`, value: longest, unit: 'ms' },
      { name: `  another period${speed}`, value: filtered, unit: 'ms' },
    );
  }
  printFigures(figures);
} finally {
  await browser.close();
}

async function openStatistics(
  page: Page,
): Promise<{ readonly shown: number; readonly longest: number; readonly filtered: number }> {
  await page.goto(`${url}/stats/`);
  await page.locator('.charts .column:last-child > :nth-child(5)').waitFor({ timeout: 120_000 });
  // From the address to the charts.
  const shown = await page.evaluate(() => performance.now());
  const longest = await page.evaluate(() => Math.max(0, ...((window as { longTasks?: number[] }).longTasks ?? [])));
  const filtered = await page.evaluate(async () => {
    const period = document.querySelector<HTMLInputElement>('fieldset input[value=quarter]');
    const start = performance.now();
    period?.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  });
  return { shown, longest, filtered };
}

/** Runs in the page before all else. */
function watchLongTasks(): void {
  const longTasks: number[] = [];
  Object.assign(window, { longTasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page. */
async function fillLog(log: {
  readonly entries: number;
  readonly facts: number;
  readonly days: number;
  readonly pack: string;
  readonly parameters: { readonly id: string };
}): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('dateline');
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no database'));
    };
  });
  const today = Math.floor(Date.now() / 86_400_000);
  const { entries, facts, days, pack, parameters } = log;
  const done = (transaction: IDBTransaction): Promise<void> =>
    new Promise((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onerror = () => {
        reject(transaction.error ?? new Error('not written'));
      };
    });
  for (let from = 0; from < entries; from += 10_000) {
    const transaction = database.transaction(['log', 'parameters'], 'readwrite');
    transaction.objectStore('parameters').put(parameters);
    const store = transaction.objectStore('log');
    for (let i = from; i < Math.min(entries, from + 10_000); i += 1) {
      const day = today - days + Math.floor((i * days) / entries);
      const fact = `event-${String((i * 7919) % facts).padStart(6, '0')}:date`;
      const grade = i % 9 === 0 ? 1 : 3;
      const mark = { fact, answer: '1901-03-02', grade, guess: 0.25, weight: 1, before: null };
      const entry = {
        type: 'answer', id: `bench-${String(i).padStart(6, '0')}`, pack, packVersion: 1, utcMs: day * 86_400_000 + (i % 3600) * 1000, day, utcOffsetMinutes: 120,
        app: 'bench', fact, form: 'choice', language: 'en', seed: i, options: ['a', 'b', 'c', 'd'], values: ['1901', '1902', '1903', '1904'], chosen: 'a',
        credit: grade === 3 ? 1 : 0, guess: 0.25, milliseconds: 4000 + (i % 9000), hints: 0, grade, marks: [mark], parameters: parameters.id, easy: false, clock: 'clock',
      }; // prettier-ignore
      store.put({ id: entry.id, day, keys: [`${pack}:${fact}`], entry });
    }
    await done(transaction);
  }
  const transaction = database.transaction('memory', 'readwrite');
  for (let i = 0; i < facts; i += 1) {
    const fact = `event-${String(i).padStart(6, '0')}:date`;
    transaction.objectStore('memory').put({
      key: `${pack}:${fact}`, pack, fact, asked: fact, answer: '1901-03-02', state: 'review', memory: { stability: 30, difficulty: 5 }, step: 0, reps: 25, lapses: 2,
      firstDay: today - days, lastDay: today - (i % 30), lastMs: 1, lastEntry: 'bench-0', interval: 30, due: today + (i % 90), dueMs: null,
    }); // prettier-ignore
  }
  await done(transaction);
  database.close();
}

/** Runs in the page. Milliseconds. */
async function readLog(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('dateline');
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no database'));
    };
  });
  const start = performance.now();
  await new Promise<void>((resolve) => {
    database.transaction('log').objectStore('log').getAll().onsuccess = () => {
      resolve();
    };
  });
  const taken = performance.now() - start;
  database.close();
  return taken;
}
