import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** The real server as a process of its own, on a processor of its own where the system allows that. */
export class ClassServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'dateline-class-'));
  readonly env: Readonly<Record<string, string>>;
  url = '';
  #child: ChildProcess | null = null;

  /** @param env on top of this process's own, such as REDIS_URL */
  constructor(env: Readonly<Record<string, string>> = {}) {
    this.env = env;
    writeFileSync(join(this.folder, '200.html'), '<p>A page</p>');
  }

  /** On the port that it had; any that is free the first time. */
  async start(): Promise<void> {
    const port = this.url === '' ? '0' : new URL(this.url).port;
    const command = ['src/server/start.js', '--dir', this.folder];
    const pin = canPin() ? ['taskset', '-c', '0', process.execPath] : [process.execPath];
    const [program = process.execPath, ...args] = [...pin, ...command];
    const env = { ...process.env, HOST: '127.0.0.1', PORT: port, DATA_DIR: join(this.folder, 'data'), ...this.env };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    let said = '';
    this.url = await new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          const [, url] = /^Dateline is at (http:\S+)\/$/m.exec(said) ?? [];
          if (url !== undefined) resolve(url);
        });
      }
      child.once('exit', () => { reject(new Error(`the server ended; it said: ${said}`)); }); // prettier-ignore
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Seconds of processor time so far, and the most memory that it ever held, in MB; null where the system does not tell. */
  usage(): { readonly cpu: number; readonly rss: number } | null {
    const pid = String(this.#child?.pid ?? 0);
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      const [, peak = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      // Fields 14 and 15 of the whole line, in hundredths of a second.
      return { cpu: (Number(stat[11]) + Number(stat[12])) / 100, rss: Number(peak) / 1024 };
    } catch {
      return null;
    }
  }
}

function canPin(): boolean {
  if (process.platform !== 'linux' || availableParallelism() < 2) return false;
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Keeps this process off the server's processor. */
export function stepAside(): void {
  if (canPin()) execFileSync('taskset', ['-cp', '1', String(process.pid)], { stdio: 'ignore' });
}
