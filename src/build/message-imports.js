import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES } from './messages.js';
import { root } from './root.js';

const IMPORT = /import \{ m \} from '\$lib\/paraglide\/messages\.js';/;
const USE = /\bm\.([a-z][a-z\d_]*)\b/g;

/**
 * Lets a file import the messages that it names, each from its own module, in place of the list of all of them: a bundler cannot
 * split that list, so that every page would carry the words of every other.
 *
 * @param {string} code of a file that says `m.some_message()`
 * @param {(name: string) => boolean} isMessage
 * @returns {string | null} the same code by direct imports; null: it names no messages
 */
export function importMessages(code, isMessage) {
  if (!code.includes("import { m } from '$lib/paraglide/messages.js';")) return null;
  const names = [...new Set([...code.matchAll(USE)].map(([, name = '']) => name))].filter(isMessage);
  const imports = names.map((name) => `import { ${name} as m_${name} } from '$lib/paraglide/messages/${name}.js';`);
  return code
    .replace(IMPORT, () => imports.join(' '))
    .replace(USE, (use, /** @type {string} */ name) => (names.includes(name) ? `m_${name}` : use));
}

/**
 * The plugin around it. Messages have modules of their own only in a build for the browser.
 *
 * @returns {import('vite').Plugin}
 */
export function messageImports() {
  const folder = join(root, MESSAGES.outdir, 'messages');
  return {
    name: 'dateline-message-imports',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/(lib\/ui|routes)\/.*\.(svelte|ts)$/ },
      handler(code) {
        const changed = importMessages(code, (name) => existsSync(join(folder, `${name}.js`)));
        return changed === null ? null : { code: changed, map: null };
      },
    },
  };
}
