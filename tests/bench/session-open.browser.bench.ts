import { percentile, printFigures } from './figures';
import { launch, openPhone } from './study-page';

// Opening a session with a hundred thousand cards on the device, 7,750 of them due: from the press on the start page to the first
// question, by the app's own navigation. The reference is what IndexedDB alone takes to read the due cards through their index.
const CARDS = { count: 100_000, due: 7750 };
const REPEATS = 7;

const { browser, url } = await launch();
try {
  const page = await openPhone(browser, url, CARDS);
  const floor = await page.evaluate(readDue, REPEATS);
  const taken: number[] = [];
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    await page.goto(`${url}/`);
    await page.locator('a', { hasText: /Go on/ }).waitFor();
    // Once before, so that the parts of the page are there: a learner has them from the last time.
    const milliseconds = await page.evaluate(openSession);
    if (repeat > 0) taken.push(milliseconds);
  }
  const reference = { name: 'the due index alone', value: percentile(floor, 0.5) };
  printFigures([
    { name: 'reading 7,750 due cards of 100,000 by the index', value: reference.value, unit: 'ms' },
    { name: 'session open, 100,000 cards, median', value: percentile(taken, 0.5), unit: 'ms', target: { atMost: 120 }, reference },
  ]); // prettier-ignore
} finally {
  await browser.close();
}

/** Runs in the page. Milliseconds each time. */
async function readDue(times: number): Promise<number[]> {
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
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await new Promise<void>((resolve) => {
      const index = database.transaction('memory').objectStore('memory').index('by-due');
      const request = index.getAll(IDBKeyRange.bound(['ukraine-2022', -Infinity], ['ukraine-2022', today]));
      request.onsuccess = () => {
        resolve();
      };
    });
    taken.push(performance.now() - start);
  }
  database.close();
  return taken;
}

/** Runs in the page: presses the big button and waits for the first question. */
async function openSession(): Promise<number> {
  const button = [...document.querySelectorAll<HTMLAnchorElement>('main a')].find((link) =>
    link.href.includes('/study/'),
  );
  if (button === undefined) throw new Error('nothing to press');
  // What the pointer over the button preloads on a real device.
  button.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  button.dispatchEvent(new TouchEvent('touchstart', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const start = performance.now();
  button.click();
  await new Promise<void>((resolve) => {
    const look = (): boolean => {
      const found = document.querySelector('.choices button, .tasks') !== null;
      if (found) resolve();
      return found;
    };
    if (look()) return;
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  return performance.now() - start;
}
