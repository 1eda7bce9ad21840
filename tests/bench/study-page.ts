import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../src/build/chromium.js';

export const PACK = 'ukraine-2022';

/** Cards as a learner of years has them: most due some day, some today. */
export interface Cards {
  readonly count: number;
  /** So many of them are due today. */
  readonly due: number;
}

/** A phone with one finished visit and so many cards in its memory, on the start page. */
export async function openPhone(browser: Browser, url: string, cards: Cards): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 3,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  // The first session finds the facts of the pack, once for all later ones.
  await page.goto(`${url}/study/?pack=${PACK}`);
  await page.locator('.choices, .tasks').waitFor();
  await page.goto(`${url}/`);
  await page.locator('a', { hasText: /Go on/ }).waitFor();
  await page.evaluate(fillMemory, { pack: PACK, ...cards });
  return page;
}

export async function launch(): Promise<{ readonly browser: Browser; readonly url: string }> {
  const { SITE_URL: url } = process.env;
  const executablePath = findChromium();
  if (url === undefined || executablePath === null) throw new Error('run me with: npm run bench');
  return { browser: await chromium.launch({ executablePath, args: chromiumFlags() }), url };
}

/** Runs in the page. */
async function fillMemory({ pack, count, due }: Cards & { readonly pack: string }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('dateline');
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no database'));
    };
  });
  const today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000 - 4 * 3_600_000) / 86_400_000);
  const transaction = database.transaction(['memory', 'settings'], 'readwrite');
  transaction.objectStore('settings').put({ newPerDay: 200 }, 'learner');
  const memory = transaction.objectStore('memory');
  for (let i = 0; i < count; i += 1) {
    const fact = `event-${String(i).padStart(6, '0')}:date`;
    memory.put({
      key: `${pack}:${fact}`,
      pack,
      fact,
      asked: fact,
      answer: '1901-03-02',
      state: 'review',
      memory: { stability: 30, difficulty: 5 },
      step: 0,
      reps: 5,
      lapses: 0,
      firstDay: today - 90,
      lastDay: today - 40,
      lastMs: Date.now() - 40 * 86_400_000,
      lastEntry: `bench-${String(i)}`,
      interval: 40,
      due: i < due ? today : today + 1 + (i % 300),
      dueMs: null,
    });
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onerror = () => {
      reject(transaction.error ?? new Error('not written'));
    };
  });
  database.close();
}
