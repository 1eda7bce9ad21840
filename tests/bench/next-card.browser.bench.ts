import { percentile, printFigures } from './figures';
import { launch, openPhone, PACK } from './study-page';

// From an answer to the next card on a slow phone, ten thousand cards in memory: the write to the disk, the schedule and the next
// question in between. `without a pause` presses Next in the moment the verdict is there; a learner reads it first, and by then the
// next question is made.
const CARDS = { count: 10_000, due: 0 };
const THROTTLE = 4;
const ANSWERS = 60;

interface Step {
  readonly verdict: number;
  readonly next: number;
}

const { browser, url } = await launch();
try {
  const page = await openPhone(browser, url, CARDS);
  const devtools = await page.context().newCDPSession(page);
  await page.goto(`${url}/study/?pack=${PACK}`);
  await page.locator('.choices, .tasks').waitFor();
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const floor = await page.evaluate(writeAlone, ANSWERS);
  const hasty = await page.evaluate(study, { answers: ANSWERS, reading: 0 });
  const reading = await page.evaluate(study, { answers: ANSWERS, reading: 60 });
  const reference = { name: 'one IndexedDB transaction', value: percentile(floor, 0.95) };
  printFigures([
    { name: 'one IndexedDB transaction alone, p95', value: reference.value, unit: 'ms' },
    { name: 'answer → verdict, p95', value: percentile(hasty.map(({ verdict }) => verdict), 0.95), unit: 'ms' },
    { name: 'next → card, once the verdict was read, p95', value: percentile(reading.map(({ next }) => next), 0.95), unit: 'ms', target: { atMost: 16 }, reference },
    { name: 'answer → next card without a pause, median', value: percentile(hasty.map(({ verdict, next }) => verdict + next), 0.5), unit: 'ms', reference },
    { name: 'answer → next card without a pause, p95', value: percentile(hasty.map(({ verdict, next }) => verdict + next), 0.95), unit: 'ms', target: { atMost: 16 }, reference },
  ]); // prettier-ignore
} finally {
  await browser.close();
}

/** Runs in the page: the least that keeping an answer takes, a record and a log entry in one committed transaction. Milliseconds. */
async function writeAlone(times: number): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('log', { keyPath: 'id' });
      request.result.createObjectStore('memory', { keyPath: 'id' });
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no database'));
    };
  });
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await new Promise<void>((resolve) => {
      const transaction = database.transaction(['log', 'memory'], 'readwrite');
      transaction.objectStore('log').put({ id: i, text: 'x'.repeat(600) });
      transaction.objectStore('memory').put({ id: i, text: 'x'.repeat(300) });
      transaction.oncomplete = () => {
        resolve();
      };
    });
    taken.push(performance.now() - start);
  }
  database.close();
  return taken;
}

/** Runs in the page: answers so many questions with the first option, by the page's own buttons. `reading`: milliseconds at each verdict. */
async function study({ answers, reading }: { answers: number; reading: number }): Promise<Step[]> {
  const until = (selector: string): Promise<HTMLElement> =>
    new Promise((resolve) => {
      const look = (): boolean => {
        const found = document.querySelector<HTMLElement>(selector);
        if (found !== null) resolve(found);
        return found !== null;
      };
      if (look()) return;
      const observer = new MutationObserver(() => {
        if (look()) observer.disconnect();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  const CARD = '.choices button, .question .foot button.main, .question ~ .foot button.main, .empty';
  const steps: Step[] = [];
  while (steps.length < answers) {
    const option = await until(CARD);
    if (option.classList.contains('empty')) {
      const more = option.querySelector<HTMLElement>('button.main');
      if (more === null) break;
      more.click();
      await until('.choices button, .tasks');
      continue;
    }
    // The page is at rest before each answer.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const start = performance.now();
    option.click();
    await until('.verdict');
    const told = performance.now();
    if (reading > 0) await new Promise((resolve) => setTimeout(resolve, reading));
    const next = await until('.answer ~ .foot button.main, .foot button.main');
    const pressed = performance.now();
    next.click();
    await until('.question, .empty');
    steps.push({ verdict: told - start, next: performance.now() - pressed });
  }
  return steps;
}
