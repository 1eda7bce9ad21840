import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './root.js';

/** How long the server may take to say where it is, its bundling included. Milliseconds. */
const PATIENCE_MS = 30_000;

/** Folders for the rooms of servers that were started here; they go when this process does. @type {string[]} */
const dataFolders = [];
process.once('exit', () => {
  for (const folder of dataFolders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for the rooms of one server: two may not share one. */
export function newDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-rooms-'));
  dataFolders.push(folder);
  return folder;
}

/** The real server over the built site, as a process of its own, so that a test or a bench can take it away. */
export class SiteProcess {
  /** @type {import('node:child_process').ChildProcess} */
  #child;

  /** @readonly */
  #dataDir;

  /**
   * @param {string} url
   * @param {string} dataDir
   * @param {import('node:child_process').ChildProcess} child
   */
  constructor(url, dataDir, child) {
    this.#dataDir = dataDir;
    /** Scheme, host and port, with the base path if there is one, without a trailing slash. @readonly */
    this.url = url;
    this.#child = child;
  }

  /** @returns {Promise<SiteProcess>} on any port that is free */
  static async start() {
    const dataDir = newDataFolder();
    const { url, child } = await startServer(0, dataDir);
    return new SiteProcess(url, dataDir, child);
  }

  /** The server is really gone when this resolves: nobody listens any more. A second time does no harm. */
  async kill() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** Starts it anew on the same port. It serves what build/ holds now, and has the rooms that it had. */
  async restart() {
    await this.kill();
    const { child } = await startServer(Number(new URL(this.url).port), this.#dataDir);
    this.#child = child;
  }
}

/**
 * @param {number} port 0: any that is free
 * @param {string} dataDir
 * @returns {Promise<{ url: string, child: import('node:child_process').ChildProcess }>}
 */
async function startServer(port, dataDir) {
  const child = spawn(process.execPath, ['src/server/start.js', '--built'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever started it may be stopped in the middle, and must leave no server behind.
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  try {
    return { url: await addressOf(child), child };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {Promise<string>} the address that it prints
 */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    /** @param {string} what */
    const fail = (what) => {
      clearTimeout(timer);
      reject(new Error(`the server ${what}; it said: ${said.trim()}`));
    };
    const timer = setTimeout(fail, PATIENCE_MS, `did not start within ${String(PATIENCE_MS)} ms`);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        said += text;
        const [, url] = /^Dateline is at (http:\S+)\/$/m.exec(said) ?? [];
        if (url === undefined) return;
        clearTimeout(timer);
        resolve(url);
      });
    }
    child.once('error', (error) => {
      fail(`cannot be started: ${error.message}`);
    });
    // After `exit` something may still come through the pipes; after `close` nothing does.
    child.once('close', (code) => {
      fail(`ended with ${String(code)}`);
    });
  });
}
