import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The scripts that a page carries in itself, as a content security policy names them: Kit knows its own, not those of the page's template.
 *
 * @param {string} path of an HTML file
 * @returns {readonly `sha256-${string}`[]}
 */
export function inlineScripts(path) {
  const html = readFileSync(path, 'utf8');
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, script = '']) => /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`),
  );
}
