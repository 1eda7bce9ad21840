import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { root } from '../../src/build/root.js';
import { newDataFolder } from '../../src/build/site-process.js';

/** The real server over a folder of the test's own, as a process that can be taken away and brought back at the same address. */
export class ServedFolder {
  /** Scheme, host and port, with the base path if there is one, without a trailing slash. */
  readonly url: string;
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess;

  private constructor(url: string, args: readonly string[], env: NodeJS.ProcessEnv, child: ChildProcess) {
    this.url = url;
    this.#args = args;
    this.#env = env;
    this.#child = child;
  }

  /** `base`: what the site was built with, such as `/dateline`. `env`: on top of this process's own. */
  static async start(folder: string, base = '', env: NodeJS.ProcessEnv = {}): Promise<ServedFolder> {
    const args = ['--dir', folder, '--base', base];
    const own = { DATA_DIR: newDataFolder(), ...env };
    const { url, child } = await start(args, 0, own);
    return new ServedFolder(url, args, own, child);
  }

  /** The server is really gone when this resolves. A second time does no harm. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** Starts it anew on the same port, with what the folder holds now and the rooms that it had. */
  async restart(): Promise<void> {
    await this.kill();
    const { child } = await start(this.#args, Number(new URL(this.url).port), this.#env);
    this.#child = child;
  }
}

async function start(
  args: readonly string[],
  port: number,
  own: NodeJS.ProcessEnv,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, ['src/server/start.js', ...args], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, found] = /^Dateline is at (http:\S+)\/$/m.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('close', (code) => {
      reject(new Error(`the server ended with ${String(code)}; it said: ${said.trim()}`));
    });
  });
  return { url, child };
}
