import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFingerprint } from './app-version.js';
import { root } from './root.js';
import { run, tool } from './run.js';

const STAMP = join(root, '.dateline/site.txt');

/**
 * Builds the static site into build/.
 *
 * @param {{ onlyWhenStale: boolean }} options `onlyWhenStale`: leave a build of the same sources and the same base path alone
 * @returns {Promise<number>} the exit code
 */
export async function buildSite({ onlyWhenStale }) {
  const current = appFingerprint();
  if (onlyWhenStale && readStamp() === current && existsSync(join(root, 'build/200.html'))) return 0;
  rmSync(STAMP, { force: true });
  const code = await run(tool('vite'), ['build', '--logLevel', 'warn']);
  if (code === 0) {
    mkdirSync(join(root, '.dateline'), { recursive: true });
    writeFileSync(STAMP, current);
  }
  return code;
}

function readStamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}
