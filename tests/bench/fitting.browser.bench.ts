import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../src/build/chromium.js';
import { root } from '../../src/build/root.js';
import type { Series } from '../../src/lib/core/memory/fitting/series';
import { heldOutFrom, tryOut } from '../../src/lib/core/memory/fitting/trial';
import { judgeFit } from '../../src/lib/core/memory/fitting/verdict';
import { fraction } from '../../src/lib/core/memory/hash';
import { DEFAULT_WEIGHTS } from '../../src/lib/core/memory/parameters';
import { madeUpSeries } from '../samples/made-learner';
import { percentile, printFigures } from './figures';

// Fitting 21 weights to ten thousand reviews, the check on held-out answers included, in the worker of the built site. DevTools slow down
// a page and not its workers, so that a slow phone is four times the worker's own time here.
const THROTTLE = 4;
const LEARNERS = 12;
const REPEATS = 7;
const WORKERS = '_app/immutable/workers';

/** How far learners lie apart, as far as it can be invented: factors of up to two for each weight, smaller for the exponents. */
function learner(seed: number): readonly number[] {
  return DEFAULT_WEIGHTS.map((weight, k) => {
    const reach = k < 4 ? Math.LN2 : k === 20 ? 0.5 : 0.25;
    return weight * Math.exp(reach * (2 * fraction('learner', seed, k) - 1));
  });
}

const name = readdirSync(join(root, 'build', WORKERS)).find((file) => file.startsWith('memory-worker'));
const { SITE_URL: url } = process.env;
const executablePath = findChromium();
if (url === undefined || executablePath === null || name === undefined)
  throw new Error('run me with: npm run bench -- fitting');

const losses = Array.from({ length: LEARNERS }, (_, seed) => {
  const truth = learner(seed);
  const guess = [0, 0.25, 0.5][seed % 3] ?? 0;
  const series = madeUpSeries({ truth, facts: 1250, days: 365, guess, seed });
  const verdict = judgeFit({ series, current: DEFAULT_WEIGHTS });
  if (verdict.is === 'too-few') throw new Error('ten thousand answers are enough');
  const { loss: best } = tryOut(series, truth, heldOutFrom(series) ?? 0);
  const { before, after, is } = verdict;
  return { before: before.loss, fitted: after.loss, used: is === 'better' ? after.loss : before.loss, best, is };
});
const mean = (of: (loss: (typeof losses)[number]) => number): number =>
  losses.reduce((sum, loss) => sum + of(loss), 0) / losses.length;

const series = madeUpSeries({ truth: learner(1), facts: 1250, days: 365, guess: 0.25, seed: 1 });
const answers = series.elapsed.filter((days) => days > 0).length;
const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
try {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${url}/settings/`);
  const first: number[] = [];
  const warm: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const times = await fitInWorker(page, `${url}/${WORKERS}/${name}`, series);
    first.push(times[0] ?? NaN);
    warm.push(Math.min(...times));
  }
  const bytes = gzipSync(readFileSync(join(root, 'build', WORKERS, name)), { level: 9 }).length;
  printFigures([
    { name: 'answers that are predicted', value: answers, unit: 'answers' },
    { name: 'fit and check in a fresh worker, 4 × its median', value: THROTTLE * percentile(first, 0.5), unit: 'ms', target: { atMost: 100 } },
    { name: 'the same again in that worker, 4 × its median', value: THROTTLE * percentile(warm, 0.5), unit: 'ms', target: { atMost: 100 } },
    { name: 'the worker, gzip −9, simulation included', value: bytes / 1000, unit: 'kB', target: { atMost: 8 } },
    { name: 'log loss on held-out answers, default weights', value: mean(({ before }) => before), unit: 'nats' },
    { name: 'log loss on held-out answers, weights in use after the check', value: mean(({ used }) => used), unit: 'nats', target: { atMost: mean(({ before }) => before) }, reference: { name: 'the true weights', value: mean(({ best }) => best) } },
    { name: 'learners for whom the fit is used', value: losses.filter(({ is }) => is === 'better').length, unit: `of ${String(LEARNERS)}` },
  ]); // prettier-ignore
} finally {
  await browser.close();
}

/** Milliseconds from the question to the verdict, five times in one worker that has just been started. */
function fitInWorker(
  page: Page,
  script: string,
  { starts, days, elapsed, grades, guesses, order }: Series,
): Promise<number[]> {
  const columns = [starts, days, elapsed, grades, guesses, order].map((column) => [...column]);
  return page.evaluate(
    async ({
      script,
      columns: [starts = [], days = [], elapsed = [], grades = [], guesses = [], order = []],
      current,
    }) => {
      const series = {
        starts: Int32Array.from(starts), days: Int32Array.from(days), elapsed: Int32Array.from(elapsed), grades: Uint8Array.from(grades),
        guesses: Float64Array.from(guesses), order: Int32Array.from(order),
      }; // prettier-ignore
      const worker = new Worker(script, { type: 'module' });
      const ask = (task: object): Promise<unknown> =>
        new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => {
            resolve(data);
          };
          worker.onerror = () => {
            reject(new Error('the worker failed'));
          };
          worker.postMessage(task);
        });
      const question = { series, current };
      // A worker that has read its script: what is measured is the work.
      await ask({ is: 'workloads', retentions: [] });
      const taken: number[] = [];
      for (let i = 0; i < 5; i += 1) {
        const start = performance.now();
        await ask({ is: 'fit', question });
        taken.push(performance.now() - start);
      }
      worker.terminate();
      return taken;
    },
    { script, columns, current: [...DEFAULT_WEIGHTS] },
  );
}
