// npm run check: format, lint with the fences, types of every place of execution, package versions. Prints what failed.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { compileMessages } from './messages.js';
import { packageProblems } from './package-rules.js';
import { root } from './root.js';
import { run, tool } from './run.js';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {(quiet: (output: string) => void) => Promise<number>} run gives the exit code, and the output to `quiet`
 */

/**
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Check}
 */
function command(name, script, args) {
  return { name, run: (quiet) => run(script, args, { quiet }) };
}

/**
 * @param {string} name
 * @param {string} project
 */
function types(name, project) {
  return command(`types of ${name}`, tool('tsc', 'typescript'), ['--project', project, '--noEmit', '--pretty']);
}

/** What the others read: Kit's types and the compiled messages. */
const PREPARATIONS = [
  command("Kit's types", tool('svelte-kit', '@sveltejs/kit'), ['sync']),
  { name: 'messages', run: compileMessages },
];

/** The longest first, so that they end together. */
const CHECKS = [
  command('lint and fences', tool('eslint'), ['.', '--max-warnings', '0']),
  command('types of the app', tool('svelte-check'), ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']),
  command('format', tool('prettier'), ['--check', '--log-level', 'warn', '.']),
  types('the tests', 'tests/tsconfig.json'),
  types('what Node runs', 'tsconfig.node.json'),
  types('core', 'src/lib/core/tsconfig.json'),
  types('the workers', 'tsconfig.worker.json'),
  { name: 'package versions', run: checkPackages },
];

/** @param {(output: string) => void} quiet */
function checkPackages(quiet) {
  const [described, lock] = ['package.json', 'package-lock.json'].map((name) => readFileSync(join(root, name), 'utf8'));
  const problems = packageProblems(described ?? '', lock ?? '');
  quiet(problems.join('\n'));
  return Promise.resolve(problems.length === 0 ? 0 : 1);
}

/**
 * Runs checks side by side, as many as there are processors, and tells of each when it ends.
 *
 * @param {readonly Check[]} checks
 * @returns {Promise<string[]>} the names of those that failed
 */
async function runAll(checks) {
  const waiting = [...checks];
  /** @type {string[]} */
  const failed = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const start = performance.now();
      let output = '';
      const code = await check.run((text) => (output = text.trim()));
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'}  ${check.name} (${seconds} s)\n`);
      if (code === 0) continue;
      failed.push(check.name);
      process.stdout.write(`${output}\n\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return failed;
}

const failed = await runAll(PREPARATIONS);
// Without what they read, the others would only complain about that.
if (failed.length === 0) failed.push(...(await runAll(CHECKS)));
process.stdout.write(failed.length === 0 ? 'check: all is well\n' : `check: failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
