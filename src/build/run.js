import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './root.js';

/**
 * The JavaScript file behind a command of a package: started by Node itself, it needs no shell, on Windows neither.
 *
 * @param {string} name of the command
 * @param {string} [packageName] where it differs
 * @returns {string} absolute
 */
export function tool(name, packageName = name) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = /** @type {{ bin: string | Record<string, string> }} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  );
  const path = typeof bin === 'string' ? bin : bin[name];
  if (path === undefined) throw new Error(`the package ${packageName} has no command ${name}`);
  return join(folder, path);
}

/**
 * Vite would like configurations that Node can load without it, for some later version, and says so at length; our sources
 * leave the extensions of TypeScript files out, and Vite still bundles them.
 */
const QUIET_VITE = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] on top of ours
 * @property {(output: string) => void} [quiet] takes the output instead
 */

/**
 * Runs a script with Node in the project's folder; what it prints goes where ours goes.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function run(script, args, options) {
  return runProgram(process.execPath, [script, ...args], options);
}

/**
 * Runs any program in the project's folder, without a shell.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function runProgram(program, args, { env = {}, quiet } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...QUIET_VITE, ...process.env, ...env },
      stdio: quiet === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      quiet?.(output);
      resolve(code ?? 1);
    });
  });
}
