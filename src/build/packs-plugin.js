import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBundle } from './ensure-bundle.js';
import { root } from './root.js';

/** Marks a resolved virtual id, so that no other plugin takes it for a path. */
const RESOLVED = '\0';
const LIST = 'virtual:packs';

/**
 * Gives the app the packs in `content/`: `virtual:packs` lists them, and each is a chunk of its own that is loaded when the pack is
 * opened. A mistake in a content file stops the build and names its place. Reading packs is core's work in TypeScript, which Node 20
 * does not run: it is bundled like the command line.
 *
 * @returns {import('vite').Plugin}
 */
export function packsPlugin() {
  const content = join(root, 'content');
  const reading = () =>
    /** @type {Promise<typeof import('./packs/main.ts')>} */ (import(pathToFileURL(ensureBundle('packs')).href));
  return {
    name: 'dateline-packs',
    enforce: 'pre',
    resolveId: (id) => (id === LIST || id.startsWith(`${LIST}/`) ? `${RESOLVED}${id}` : null),
    async load(id) {
      if (!id.startsWith(`${RESOLVED}${LIST}`)) return null;
      const { moduleOf, packFiles } = await reading();
      for (const file of packFiles(root)) this.addWatchFile(file);
      return { code: moduleOf(root, id.slice(RESOLVED.length)), moduleType: 'js' };
    },
    configureServer(server) {
      server.watcher.add(content);
      server.watcher.on('change', (file) => {
        if (!file.startsWith(content)) return;
        for (const module of server.moduleGraph.idToModuleMap.values()) {
          if (module.id?.startsWith(`${RESOLVED}${LIST}`) === true) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
