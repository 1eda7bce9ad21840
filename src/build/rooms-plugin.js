import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { basePath } from './base-path.js';
import { ensureBundle } from './ensure-bundle.js';
import { root } from './root.js';

/**
 * Rooms in `vite dev`, on the same port and by the same code as on the real server. They lie in a folder of their own, and come back when the
 * dev server restarts; a change of the server's code needs such a restart.
 *
 * @returns {import('vite').Plugin}
 */
export function roomsPlugin() {
  return {
    name: 'dateline-rooms',
    apply: 'serve',
    async configureServer({ httpServer, middlewares, config }) {
      // Tests start servers of their own; a preview and middleware mode have none.
      if (process.env.VITEST !== undefined || httpServer === null) return;
      const { developRooms } = /** @type {typeof import('../server/main.ts')} */ (
        await import(pathToFileURL(ensureBundle('server')).href)
      );
      const rooms = await developRooms(
        /** @type {import('node:http').Server} */ (httpServer),
        basePath(process.env.BASE_PATH),
        process.env.DATA_DIR ?? join(root, '.dateline/dev-data'),
      );
      if (typeof rooms === 'string') {
        config.logger.warn(rooms);
        return;
      }
      middlewares.use((request, response, next) => {
        if (!rooms.handle(request, response)) next();
      });
      httpServer.once('close', () => void rooms.close());
    },
  };
}
