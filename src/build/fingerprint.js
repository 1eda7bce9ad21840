import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Tests and what tools generate change no product. */
const IGNORED = /\.test\.[jt]s$|^paraglide$|^\./;

/**
 * A name for the content of files: the same bytes at the same paths give the same name, on any machine, at any time.
 *
 * @param {string} root where the paths start
 * @param {readonly string[]} paths files and folders, relative to `root`; those that do not exist are left out
 * @param {string} [extra] anything else that the product depends on, such as an environment variable
 * @returns {string} 16 hexadecimal digits
 */
export function fingerprint(root, paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of paths.flatMap((each) => listFiles(root, each))) {
    const content = readFileSync(join(root, path));
    hash.update(`\0${path}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} in code-unit order, with forward slashes
 */
function listFiles(root, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .filter((name) => !IGNORED.test(name))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`));
}
