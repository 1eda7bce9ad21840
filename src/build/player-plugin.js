import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { withoutCustomElements } from './lean-pages.js';
import { messageImports } from './message-imports.js';
import { packsPlugin } from './packs-plugin.js';
import { root } from './root.js';

const ID = 'virtual:player';
const RESOLVED = `\0${ID}`;
const ENTRY = 'src/routes/join/player.ts';
/** Kept for ever by browsers, like all that stands in this folder: names carry the hash of the content. */
const FOLDER = '_app/immutable/player';

/** @typedef {{ readonly script: string, readonly styles: readonly string[], readonly files: readonly { name: string, source: string | Uint8Array }[] }} Player */

/** One build a process: Kit builds for the server and for the browser, and both name the same files. @type {Promise<Player> | null} */
let built = null;

/**
 * A pupil's phone gets a page of its own without Kit's router, which would take half of what a phone on a school's Wi-Fi may be sent (50 kB of
 * script, socket.io's client among it). `virtual:player` names its script and styles; the files travel with the site.
 *
 * @param {'' | `/${string}`} base what every path of the site begins with
 * @returns {import('vite').Plugin}
 */
export function playerPlugin(base) {
  let inDev = false;
  let forBrowser = false;
  return {
    name: 'dateline-player',
    configResolved(config) {
      inDev = config.command === 'serve';
      forBrowser = config.build.ssr === false;
    },
    resolveId: (id) => (id === ID ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      if (inDev) return moduleOf(`${base}/${ENTRY}`, []);
      built ??= buildPlayer(base);
      const { script, styles } = await built;
      return moduleOf(`${base}/${script}`, styles.map((name) => `${base}/${name}`)); // prettier-ignore
    },
    async generateBundle() {
      if (inDev || !forBrowser) return;
      built ??= buildPlayer(base);
      for (const { name, source } of (await built).files) this.emitFile({ type: 'asset', fileName: name, source });
    },
  };
}

/**
 * @param {string} script
 * @param {readonly string[]} styles
 */
function moduleOf(script, styles) {
  return { code: `export const script = ${JSON.stringify(script)};\nexport const styles = ${JSON.stringify(styles)};`, moduleType: /** @type {const} */ ('js') }; // prettier-ignore
}

/**
 * @param {string} base
 * @returns {Promise<Player>}
 */
async function buildPlayer(base) {
  const result = await build({
    configFile: false,
    root,
    base: `${base}/`,
    publicDir: false,
    logLevel: 'warn',
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    plugins: [packsPlugin(), messageImports(), withoutCustomElements(), svelte()],
    build: {
      write: false,
      assetsDir: FOLDER,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(root, ENTRY),
        output: {
          entryFileNames: `${FOLDER}/[hash].js`,
          chunkFileNames: `${FOLDER}/[hash].js`,
          assetFileNames: `${FOLDER}/[hash][extname]`,
        },
      },
    },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('one build of the player was expected');
  const { output } = result;
  const entry = output.find((each) => each.type === 'chunk' && each.isEntry);
  if (entry === undefined) throw new Error('the player has no entry');
  return {
    script: entry.fileName,
    styles: [...(entry.viteMetadata?.importedCss ?? [])],
    files: output.map((each) => ({ name: each.fileName, source: each.type === 'chunk' ? each.code : each.source })),
  };
}
