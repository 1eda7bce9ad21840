// npm test            everything: the unit tests, then those in a real browser
// npm run test:unit   only the first; what follows goes to vitest: npm run test:unit -- span
// npm run test:e2e    only the second; what follows goes to Playwright: npm run test:e2e -- served
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildSite } from './build-site.js';
import { ensureChromium } from './chromium.js';
import { ensureBundle } from './ensure-bundle.js';
import { run, tool } from './run.js';
import { readUnitReport, readBrowserReport, sum, tallyOf } from './test-tally.js';

/**
 * @typedef {import('./test-tally.js').Tally} Tally
 * @typedef {import('./test-tally.js').Report} Report
 */

const reports = mkdtempSync(join(tmpdir(), 'dateline-tests-'));

/**
 * @param {string} name
 * @param {(report: Report) => Tally} read
 * @param {number} code
 */
function tally(name, read, code) {
  const path = join(reports, name);
  const report = existsSync(path) ? /** @type {Report} */ (JSON.parse(readFileSync(path, 'utf8'))) : null;
  return tallyOf(report === null ? null : read(report), code);
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
async function unit(args) {
  const output = `--outputFile.json=${join(reports, 'unit.json')}`;
  const code = await run(tool('vitest'), ['run', '--reporter=dot', '--reporter=json', output, ...args]);
  return tally('unit.json', readUnitReport, code);
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
async function e2e(args) {
  const chrome = await prepare();
  if (chrome === null) return tallyOf(null, 1);
  const all = await browser('phone', chrome, args);
  // What is measured has the machine to itself.
  return sum([all, await browser('timing', chrome, ['--workers=1', ...args])]);
}

/**
 * What every test needs, once for all of them.
 *
 * @returns {Promise<string | null>} the path of a Chromium; null after a message about what is missing
 */
async function prepare() {
  if ((await buildSite({ onlyWhenStale: true })) !== 0) return null;
  try {
    ensureBundle('server');
    return await ensureChromium();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

/**
 * @param {'phone' | 'timing'} project of playwright.config.ts
 * @param {string} chrome
 * @param {readonly string[]} args
 */
async function browser(project, chrome, args) {
  const report = `${project}.json`;
  const env = { CHROME_PATH: chrome, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, report) };
  const options = ['test', `--project=${project}`, '--reporter=list,json', '--pass-with-no-tests', ...args];
  const code = await run(tool('playwright', '@playwright/test'), options, { env });
  return tally(report, readBrowserReport, code);
}

const [, , only, ...args] = process.argv;
try {
  /** @type {Tally[]} */
  const tallies = [];
  if (only !== 'e2e') tallies.push(await unit(args));
  if (only !== 'unit') tallies.push(await e2e(args));
  const { passed, failed, skipped } = sum(tallies);
  if (skipped > 0) process.stdout.write(`left out: ${String(skipped)}\n`);
  process.stdout.write(`\ntests: ${String(passed)} passed, ${String(failed)} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
