import { percentile, printFigures } from './figures';
import { launch, openPhone, PACK } from './study-page';

// From an answer to the next card on a slow phone, ten thousand cards in memory: the write to the disk, the schedule and the next
// question in between. Each time is from the press of a button to the new content in the page, and beside it to the frame that shows it:
// style, layout and paint, and whatever the browser waits for before it paints. `once the verdict was read` presses Next a while after the
// verdict, as learners do; `without a pause` presses it in the moment the verdict is there, with the answer still on its way to the disk.
// The end of a session is no card: after it the next day's plan is read, which has a line of its own.
const CARDS = { count: 10_000, due: 0 };
const THROTTLE = 4;
const ANSWERS = 80;
/** Milliseconds at each verdict: what is written and made ahead on a slow phone is done by then. */
const READING = 300;

interface Step {
  readonly verdict: number;
  readonly next: number;
  /** From the press of Next to the frame that shows what came. */
  readonly painted: number;
  readonly isEnd: boolean;
}

const { browser, url } = await launch();
try {
  const page = await openPhone(browser, url, CARDS);
  const devtools = await page.context().newCDPSession(page);
  await page.goto(`${url}/study/?pack=${PACK}`);
  await page.locator('.choices, .tasks').waitFor();
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const floor = await page.evaluate(writeAlone, ANSWERS);
  const reading = await page.evaluate(study, { answers: ANSWERS, reading: READING });
  const hasty = await page.evaluate(study, { answers: ANSWERS, reading: 0 });
  const reference = { name: 'one IndexedDB transaction', value: percentile(floor, 0.95) };
  const cards = reading.filter(({ isEnd }) => !isEnd);
  const ends = [...reading, ...hasty].filter(({ isEnd }) => isEnd);
  const whole = hasty.filter(({ isEnd }) => !isEnd).map(({ verdict, next }) => verdict + next);
  const target = { atMost: 16 };
  printFigures([
    { name: 'one IndexedDB transaction alone, p95', value: reference.value, unit: 'ms' },
    { name: 'answer → verdict, median', value: percentile(reading.map(({ verdict }) => verdict), 0.5), unit: 'ms' },
    { name: 'answer → verdict, p95', value: percentile(reading.map(({ verdict }) => verdict), 0.95), unit: 'ms' },
    { name: 'next → card, once the verdict was read, median', value: percentile(cards.map(({ next }) => next), 0.5), unit: 'ms', reference },
    { name: 'next → card, once the verdict was read, p95', value: percentile(cards.map(({ next }) => next), 0.95), unit: 'ms', target, reference },
    { name: '  and painted, median', value: percentile(cards.map(({ painted }) => painted), 0.5), unit: 'ms' },
    { name: 'answer → next card without a pause, median', value: percentile(whole, 0.5), unit: 'ms', reference },
    { name: 'answer → next card without a pause, p95', value: percentile(whole, 0.95), unit: 'ms', target, reference },
    { name: 'next → the end of a session, median', value: percentile(ends.map(({ next }) => next), 0.5), unit: 'ms' },
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
  // The first task after the next frame: the frame is painted by then.
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve();
        };
        port2.postMessage(null);
      });
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
    // The page is at rest before each answer, with what is made ahead made.
    await new Promise((resolve) => setTimeout(resolve, 150));
    const start = performance.now();
    option.click();
    await until('.verdict');
    const told = performance.now();
    if (reading > 0) await new Promise((resolve) => setTimeout(resolve, reading));
    const next = await until('.answer ~ .foot button.main, .foot button.main');
    const pressed = performance.now();
    next.click();
    const shown = await until('.question, .empty');
    const there = performance.now();
    await painted();
    steps.push({
      verdict: told - start,
      next: there - pressed,
      painted: performance.now() - pressed,
      isEnd: shown.classList.contains('empty'),
    });
  }
  return steps;
}
