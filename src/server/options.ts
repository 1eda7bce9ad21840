import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

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
}

const DEFAULT_PORT = 4173;

/**
 * Reads `--dir`, `--base` (what the site was built with) and, from the environment, HOST, PORT and BASE_PATH.
 *
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
  return {
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
