import { join } from 'node:path';
import { build } from 'vite';
import { root } from './root.js';

/**
 * Bundles TypeScript for Node, since Node 20 runs none. Packages stay outside and are found in node_modules.
 *
 * @param {Record<string, string>} entries name of the file to come, without .js → source, relative to the project
 * @param {string} outDir absolute; emptied first
 */
export async function bundle(entries, outDir) {
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
