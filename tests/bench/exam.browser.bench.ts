import { printFigures, type Figure } from './figures';
import { launch, openPhone, PACK } from './study-page';

// Choosing an exam: eight daily times are planned for all facts of the first pack, none of them known yet, and the curve is drawn. What
// counts is that the page goes on answering meanwhile.
const DAYS = 60;

const { browser, url } = await launch();
try {
  const page = await openPhone(browser, url, { count: 0, due: 0 });
  const devtools = await page.context().newCDPSession(page);
  const figures: Figure[] = [];
  for (const rate of [1, 4]) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await page.goto(`${url}/exam/?pack=${PACK}`);
    await page.locator('input[type=date]').waitFor();
    const { curve, longest } = await page.evaluate(choose, DAYS);
    const speed = rate === 1 ? '' : `, ${String(rate)}× throttle`;
    figures.push(
      { name: `from the day of an exam to its curve${speed}`, value: curve, unit: 'ms' },
      { name: `  longest task meanwhile${speed}`, value: longest, unit: 'ms' },
    );
  }
  printFigures(figures);
} finally {
  await browser.close();
}

/** Runs in the page: enters a day so far off, and waits for the curve. Milliseconds; tasks below 50 count as none. */
async function choose(days: number): Promise<{ readonly curve: number; readonly longest: number }> {
  const field = document.querySelector<HTMLInputElement>('input[type=date]');
  if (field === null) throw new Error('no field for a day');
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  const start = performance.now();
  field.value = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await new Promise<void>((resolve) => {
    const look = (): boolean => {
      const found = document.querySelector('.numbers, input[type=number]') !== null;
      if (found) resolve();
      return found;
    };
    if (look()) return;
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  const curve = performance.now() - start;
  // The last of the tasks is reported after it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { curve, longest };
}
