// npm run bench             every file of tests/bench, one after the other, each in a process of its own
// npm run bench -- session  only those with this in their names
//
// A bench is a script that prints its figures (tests/bench/figures.ts). `*.browser.bench.ts` gets the built site at SITE_URL and a
// Chromium at CHROME_PATH. Nothing else should be running meanwhile.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildSite } from './build-site.js';
import { bundle } from './bundle.js';
import { ensureChromium } from './chromium.js';
import { root } from './root.js';
import { run } from './run.js';
import { SiteProcess } from './site-process.js';

const FOLDER = 'tests/bench';

/** @param {readonly string[]} words */
function chosen(words) {
  const names = readdirSync(join(root, FOLDER)).filter((name) => /\.bench\.[jt]s$/.test(name));
  return names.filter((name) => words.length === 0 || words.some((word) => name.includes(word))).sort();
}

/**
 * @param {string} name of a file in tests/bench
 * @param {Record<string, string>} env
 * @returns {Promise<number>} the exit code
 */
async function runBench(name, env) {
  // Inside the project, so that packages are found.
  mkdirSync(join(root, '.dateline'), { recursive: true });
  const folder = mkdtempSync(join(root, '.dateline/bench-'));
  try {
    await bundle({ main: `${FOLDER}/${name}` }, folder);
    process.stdout.write(`\n${name}\n`);
    return await run(join(folder, 'main.js'), [], { env });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<string[]>} the names of those that failed
 */
async function runBrowserBenches(names) {
  if (names.length === 0) return [];
  if ((await buildSite({ onlyWhenStale: true })) !== 0) return [...names];
  const CHROME_PATH = await ensureChromium();
  const site = await SiteProcess.start();
  try {
    return await runBenches(names, { CHROME_PATH, SITE_URL: site.url });
  } finally {
    await site.kill();
  }
}

/**
 * @param {readonly string[]} names
 * @param {Record<string, string>} env
 */
async function runBenches(names, env) {
  const failed = [];
  for (const name of names) if ((await runBench(name, env)) !== 0) failed.push(name);
  return failed;
}

const names = chosen(process.argv.slice(2));
const inBrowser = names.filter((name) => name.includes('.browser.'));
const cpu = cpus()[0]?.model ?? 'unknown';
process.stdout.write(`Node ${process.versions.node}, ${String(availableParallelism())} × ${cpu}\n`);
const failed = [
  ...(await runBenches(
    names.filter((name) => !inBrowser.includes(name)),
    {},
  )),
  ...(await runBrowserBenches(inBrowser)),
];
if (names.length === 0) process.stdout.write(`no bench in ${FOLDER} has such a name\n`);
if (failed.length > 0) process.stdout.write(`\nbench: failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 || names.length === 0 ? 1 : 0;
