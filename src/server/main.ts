import type { RequestListener, Server } from 'node:http';
import process from 'node:process';
import { addresses, codeFor, phoneAddresses } from './addresses';
import { listen } from './listen';
import { readOptions, type ServerOptions } from './options';
import { attachRooms, type Rooms } from './rooms/attach-rooms';
import { lockFolder } from './rooms/data-lock';
import { fileJournals } from './rooms/file-journals';
import type { Journals } from './rooms/journals';
import { logTo, type Log } from './rooms/log';
import { serveSite } from './site';

/** How long an open connection may last after the signal to stop. Milliseconds. */
const PATIENCE_MS = 3000;

/**
 * Serves a built site, and rooms for classes, until SIGINT or SIGTERM.
 *
 * @param args the command line's arguments
 * @param env the environment; see options.ts for what counts
 * @param defaultDir the folder of the site where no argument names one. Absolute.
 * @returns 0 when it was stopped, 1 when it could not start; the message is then on standard error
 */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, defaultDir: string): Promise<0 | 1> {
  const options = readOptions(args, env, defaultDir);
  if (typeof options === 'string') return fail(options);
  const site = serveSite(options.dir, options.base);
  if (typeof site === 'string') return fail(site);
  let rooms: Rooms | null = null;
  const answer: RequestListener = (request, response) => {
    if (rooms?.handle(request, response) !== true) site(request, response);
  };
  const server = await listen(answer, options);
  if (typeof server === 'string') return fail(server);
  const opened = await openRooms(server, options);
  if (typeof opened === 'string') {
    server.close();
    return fail(opened);
  }
  rooms = opened;

  const lines = [...addresses(server, options), ...codeFor(phoneAddresses(server, options))];
  for (const line of lines) process.stdout.write(`${line}\n`);
  await stopped();
  await rooms.close();
  await close(server);
  return 0;
}

/** Rooms in Redis, or in a data folder that no other server uses; or why there are none. */
async function openRooms(server: Server, options: ServerOptions): Promise<Rooms | string> {
  const log = logTo((line) => process.stderr.write(line), Date.now);
  const opened = await openJournals(options, log);
  if (typeof opened === 'string') return opened;
  const rooms = await attachRooms(server, {
    base: options.base,
    journals: opened.journals,
    log,
    now: Date.now,
    addresses: () => phoneAddresses(server, options),
    app: options.app,
  });
  const close = async (): Promise<void> => {
    await rooms.close();
    await opened.unlock();
  };
  return { ...rooms, close };
}

async function openJournals(
  { dataDir, redisUrl }: ServerOptions,
  log: Log,
): Promise<{ readonly journals: Journals; readonly unlock: () => Promise<void> } | string> {
  if (redisUrl === null) {
    const unlock = await lockFolder(dataDir);
    return typeof unlock === 'string' ? unlock : { journals: fileJournals(dataDir, log), unlock };
  }
  try {
    // A laptop alone carries none of it.
    const { redisJournals } = await import('./rooms/redis-journals');
    return { journals: await redisJournals(redisUrl, log), unlock: () => Promise.resolve() };
  } catch (error) {
    return `No Redis answers at REDIS_URL: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The same rooms on the server of `vite dev`. */
export function developRooms(server: Server, base: string, dataDir: string): Promise<Rooms | string> {
  return openRooms(server, { dir: '', base, host: null, port: 0, dataDir, redisUrl: null, app: null });
}

function fail(message: string): 1 {
  process.stderr.write(`${message}\n`);
  return 1;
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
    }, PATIENCE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
