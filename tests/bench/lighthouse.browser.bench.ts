import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromiumFlags } from '../../src/build/chromium.js';
import { printFigures, type Figure } from './figures';

// Lighthouse on a phone of its own making (its default: a slow phone on slow 4G): its categories of each page, and how far the page jumps
// while it loads. It is no dependency of the project: npx brings it into a folder of its own, and where it cannot be had nothing is measured.
const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PACK = 'ukraine-2022';
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['study', `/study/?pack=${PACK}`],
  ['explore', `/explore/?pack=${PACK}`],
  ['teach', '/teach/'],
  ['join', '/join/'],
];
/** What stands behind the figure for performance. */
const TIMES = [
  ['first-contentful-paint', 'first paint'],
  ['largest-contentful-paint', 'largest paint'],
  ['total-blocking-time', 'blocked'],
] as const;
/** Loads of each page, an odd number: one and the same page differs by several points from load to load, and the one in the middle counts. */
const LOADS = 3;
/** Minutes after which a run has hung. */
const PATIENCE = 4;
/** Now and then Lighthouse loses its own recording (NO_NAVSTART and the like): that says nothing of the page, which is loaded again. */
const ATTEMPTS = 3;
const LOST = /\((NO_\w+|PROTOCOL_TIMEOUT|TRACING_ALREADY_STARTED)\)/;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

const { SITE_URL: site } = process.env;
if (site === undefined) throw new Error('run me with: npm run bench');
const folder = mkdtempSync(join(tmpdir(), 'dateline-lighthouse-'));
try {
  const tried = run(['--version']);
  // Each page's figures are printed when they are there: a later page that fails takes none of them away.
  if (tried.status === 0) for (const [name, path] of PAGES) printFigures(measure(name, `${site}${path}`));
  else process.stdout.write(`  left out: ${LIGHTHOUSE} cannot be had (${tried.said})\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(args: readonly string[]): { readonly status: number; readonly said: string } {
  const { status, stderr } = spawnSync('npx', ['--yes', LIGHTHOUSE, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: PATIENCE * 60_000,
    shell: process.platform === 'win32',
  });
  return { status: status ?? 1, said: stderr.trim().split('\n').at(-1) ?? '' };
}

/** The report of one load. */
function load(name: string, url: string): Report {
  const file = join(folder, `${name}.json`);
  const flags = ['--headless=new', ...chromiumFlags()].join(' ');
  const categories = `--only-categories=${CATEGORIES.join(',')}`;
  const once = (): ReturnType<typeof run> =>
    run([url, '--output=json', `--output-path=${file}`, '--quiet', categories, `--chrome-flags=${flags}`]);
  let { status, said } = once();
  for (let attempt = 2; status !== 0 && LOST.test(said) && attempt <= ATTEMPTS; attempt += 1) {
    process.stdout.write(`  ${name}: Lighthouse lost its recording, loaded again (${said})\n`);
    ({ status, said } = once());
  }
  if (status !== 0) throw new Error(`lighthouse of ${name}: ${said}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function scoreOf({ categories }: Report, category: string): number {
  return Math.round((categories[category]?.score ?? 0) * 100);
}

/** The performance of one load, and what it was made of. */
function saidOf(report: Report): string {
  const times = TIMES.map(([audit, what]) => `${what} ${String(Math.round(valueOf(report, audit)))} ms`);
  return `${String(scoreOf(report, 'performance'))} (${times.join(', ')})`;
}

function valueOf({ audits }: Report, audit: string): number {
  return audits[audit]?.numericValue ?? NaN;
}

/** The figures of the load in the middle by performance; of what does not hang on the moment, and of the jumps, the worst of all loads. */
function measure(name: string, url: string): readonly Figure[] {
  const reports = Array.from({ length: LOADS }, () => load(name, url));
  process.stdout.write(`  ${name}: performance, load by load: ${reports.map(saidOf).join('; ')}\n`);
  const byPerformance = reports.toSorted((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
  const middle = byPerformance[(LOADS - 1) / 2];
  if (middle === undefined) throw new Error('an odd number of loads has one in the middle');
  return [
    ...CATEGORIES.map((category) => ({
      name: `${name}: ${category}`,
      value:
        category === 'performance'
          ? scoreOf(middle, category)
          : Math.min(...reports.map((report) => scoreOf(report, category))),
      unit: 'of 100',
      target: { atLeast: 98 },
    })),
    {
      name: `${name}: layout shift`,
      value: Math.max(...reports.map((report) => valueOf(report, 'cumulative-layout-shift'))),
      unit: '',
      target: { atMost: 0 },
    },
    ...TIMES.map(([audit, what]) => ({ name: `${name}: ${what}`, value: valueOf(middle, audit), unit: 'ms' })),
  ];
} // prettier-ignore
