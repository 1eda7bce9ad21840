import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../src/build/chromium.js';
import { percentile, printFigures } from './figures';

// How long a slow phone waits for the first page, from a server in the same room.
const THROTTLE = 4;
const REPEATS = 9;

const { SITE_URL: url } = process.env;
const executablePath = findChromium();
if (url === undefined || executablePath === null) throw new Error('run me with: npm run bench -- first-page');

const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
const cold: number[] = [];
const bytes: number[] = [];
try {
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const page = await browser.newPage({
      viewport: { width: 360, height: 740 },
      deviceScaleFactor: 3,
      isMobile: true,
      hasTouch: true,
      // The worker would fetch the whole app beside the page.
      serviceWorkers: 'block',
    });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.goto(`${url}/`, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const seen = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      bytes: performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js'))
        .reduce((total, entry) => total + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    }));
    cold.push(seen.paint);
    bytes.push(seen.bytes / 1000);
    await page.context().close();
  }
} finally {
  await browser.close();
}

printFigures([
  { name: 'first paint of the first page, 4× throttle, median', value: percentile(cold, 0.5), unit: 'ms' },
  { name: 'JavaScript that it loads, compressed', value: percentile(bytes, 0.5), unit: 'kB' },
]);
