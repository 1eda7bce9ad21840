import type { Server } from 'node:http';
import process from 'node:process';
import { addresses } from './addresses';
import { listen } from './listen';
import { readOptions } from './options';
import { serveSite } from './site';

/** How long an open connection may last after the signal to stop. Milliseconds. */
const PATIENCE_MS = 3000;

/**
 * Serves a built site until SIGINT or SIGTERM.
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
  const server = await listen(site, options);
  if (typeof server === 'string') return fail(server);

  for (const line of addresses(server, options)) process.stdout.write(`${line}\n`);
  await stopped();
  await close(server);
  return 0;
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
