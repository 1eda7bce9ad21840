import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAppAddress } from '$lib/core/room/app-address';

/** Where and what to serve. */
export interface ServerOptions {
  /** The folder of the built site. Absolute. */
  readonly dir: string;
  /** What every path begins with: empty, or with a leading and no trailing slash. */
  readonly base: string;
  /** A name or address to listen on; null is every interface. */
  readonly host: string | null;
  /** 0 … 65535; 0 lets the system choose. */
  readonly port: number;
  /** Where rooms are written down. Absolute. */
  readonly dataDir: string;
  /** Where rooms are written down instead, for several servers together; null: this one is alone. */
  readonly redisUrl: string | null;
  /** Where pupils find the copy of the app that they take home, with a slash at its end; null: nobody has said. */
  readonly app: string | null;
}

/** Rooms of a checkout lie beside what it bundled, out of sight of git. */
const DATA_DIR = '.dateline/data';

const DEFAULT_PORT = 4173;

/**
 * Reads `--dir`, `--base` (what the site was built with) and, from the environment, HOST, PORT, BASE_PATH, DATA_DIR, REDIS_URL and APP_URL.
 *
 * @param defaultDir the site where no argument names one; it stands in the folder that a relative DATA_DIR counts from. Absolute.
 * @returns the options, or a message about what is wrong
 */
export function readOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  defaultDir: string,
): ServerOptions | string {
  const given = readArguments(args);
  if (typeof given === 'string') return given;
  const port = env.PORT === undefined || env.PORT === '' ? DEFAULT_PORT : Number(env.PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return `PORT is "${env.PORT ?? ''}"; a whole number from 0 to 65535 is expected`;
  }
  const redisUrl = env.REDIS_URL === undefined || env.REDIS_URL === '' ? null : env.REDIS_URL;
  if (redisUrl !== null && !/^rediss?:\/\/./.test(redisUrl)) {
    return `REDIS_URL is "${redisUrl}"; an address such as redis://localhost:6379 is expected`;
  }
  const appUrl = env.APP_URL === undefined || env.APP_URL === '' ? null : env.APP_URL;
  const app = appUrl === null ? null : readAppAddress(appUrl);
  if (appUrl !== null && app === null)
    return `APP_URL is "${appUrl}"; an address such as https://dateline.example/ is expected`;
  return {
    app,
    dataDir: resolve(
      join(defaultDir, '..'),
      env.DATA_DIR === undefined || env.DATA_DIR === '' ? DATA_DIR : env.DATA_DIR,
    ),
    redisUrl,
    dir: given.dir === undefined ? defaultDir : resolve(given.dir),
    base: normaliseBase(given.base ?? env.BASE_PATH ?? ''),
    host: env.HOST === undefined || env.HOST === '' ? null : env.HOST,
    port,
  };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { dir: { type: 'string' }, base: { type: 'string' } } }).values;
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function normaliseBase(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}
