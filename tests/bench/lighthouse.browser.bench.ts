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

function measure(name: string, url: string): readonly Figure[] {
  const file = join(folder, `${name}.json`);
  const flags = ['--headless=new', ...chromiumFlags()].join(' ');
  const categories = `--only-categories=${CATEGORIES.join(',')}`;
  const load = (): ReturnType<typeof run> =>
    run([url, '--output=json', `--output-path=${file}`, '--quiet', categories, `--chrome-flags=${flags}`]);
  let { status, said } = load();
  for (let attempt = 2; status !== 0 && LOST.test(said) && attempt <= ATTEMPTS; attempt += 1) {
    process.stdout.write(`  ${name}: Lighthouse lost its recording, loaded again (${said})\n`);
    ({ status, said } = load());
  }
  if (status !== 0) throw new Error(`lighthouse of ${name}: ${said}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return [
    ...CATEGORIES.map((category) => ({
      name: `${name}: ${category}`,
      value: Math.round((report.categories[category]?.score ?? 0) * 100),
      unit: 'of 100',
      target: { atLeast: 98 },
    })),
    {
      name: `${name}: layout shift`,
      value: report.audits['cumulative-layout-shift']?.numericValue ?? NaN,
      unit: '',
      target: { atMost: 0 },
    },
    ...TIMES.map(([audit, what]) => ({
      name: `${name}: ${what}`,
      value: report.audits[audit]?.numericValue ?? NaN,
      unit: 'ms',
    })),
  ];
} // prettier-ignore
