import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.js';
import { root } from './root.js';

const BUNDLES = join(root, '.dateline');
/** Where the main.ts of each program lies. */
const FOLDERS = { cli: 'src/cli', server: 'src/server', packs: 'src/build/packs', quality: 'src/build/quality' };
const HOUR_MS = 3_600_000;

/**
 * The bundle of a program, made anew when its sources are newer; nothing is printed unless that fails.
 *
 * A bundle lies in a folder named after the content of its sources. It is made in a folder of its own and then renamed,
 * so two at once do no harm: whoever comes second finds the place taken by the same bytes.
 *
 * @param {keyof typeof FOLDERS} program
 * @returns {string} the path of the bundled main.js
 * @throws {Error} when the sources do not bundle, with the reason
 */
export function ensureBundle(program) {
  const sources = [FOLDERS[program], 'src/lib/core', 'src/build/bundle.js', 'package-lock.json'];
  const folder = join(BUNDLES, `${program}-${fingerprint(root, sources)}`);
  const main = join(folder, 'main.js');
  if (existsSync(main)) return main;

  mkdirSync(BUNDLES, { recursive: true });
  const temporary = mkdtempSync(`${folder}.`);
  try {
    // In a process of its own: a bundler prints, sets the environment and keeps threads, and the command must do none of that.
    const script = fileURLToPath(new URL('./bundle-program.js', import.meta.url));
    const child = spawnSync(process.execPath, [script, FOLDERS[program], temporary], { cwd: root, encoding: 'utf8' });
    if (child.status !== 0) throw new Error(`${FOLDERS[program]} does not build:\n${child.stderr}`);
    moveInto(temporary, folder);
    removeOld(program, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return main;
}

/**
 * @param {string} temporary
 * @param {string} folder
 */
function moveInto(temporary, folder) {
  try {
    renameSync(temporary, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'main.js'))) throw error;
  }
}

/**
 * Removes what earlier sources left, and spares what another run may be using or making at this moment.
 *
 * @param {string} program
 * @param {string} current
 */
function removeOld(program, current) {
  for (const name of readdirSync(BUNDLES)) {
    const path = join(BUNDLES, name);
    if (!name.startsWith(`${program}-`) || path === current) continue;
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (changed !== undefined && Date.now() - changed > HOUR_MS) rmSync(path, { recursive: true, force: true });
  }
}
