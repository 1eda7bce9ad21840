import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import process from 'node:process';
import { described, finder, PATIENCE_MS } from './visitor';
import type { Find, Visitor } from './visitor';

/** Key of an element in WebDriver's answers (W3C WebDriver, §12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Keys that have no character of their own (W3C WebDriver, §15.4.2). */
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowDown: '\uE015',
};
const PHONE = { width: 360, height: 740 };

/** WebKitGTK over WebDriver, on a display of its own. */
export class WebKitVisitor implements Visitor {
  readonly #session: string;
  readonly #programs: readonly ChildProcess[];

  private constructor(session: string, programs: readonly ChildProcess[]) {
    this.#session = session;
    this.#programs = programs;
  }

  static async start(driver: string, browser: string): Promise<Visitor> {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const display = `:${await firstLine(screen)}`;
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
    const program = spawn(driver, [`--port=${String(port)}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
    const programs = [program, screen];
    try {
      const base = `http://127.0.0.1:${String(port)}`;
      await listening(base);
      const options = { binary: browser, args: ['--automation'] };
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
      const made = await ask<{ sessionId: string }>('POST', `${base}/session`, { capabilities });
      const session = `${base}/session/${made.sessionId}`;
      await ask('POST', `${session}/timeouts`, { script: PATIENCE_MS + 5000, pageLoad: PATIENCE_MS });
      await ask('POST', `${session}/window/rect`, PHONE);
      return new WebKitVisitor(session, programs);
    } catch (error) {
      for (const one of programs) one.kill('SIGKILL');
      throw error;
    }
  }

  async open(url: string): Promise<void> {
    await ask('POST', `${this.#session}/url`, { url });
  }

  async reload(): Promise<void> {
    await ask('POST', `${this.#session}/refresh`, {});
  }

  async press(find: Find): Promise<void> {
    await this.until(`return (${finder(find)}) !== null`, described(find));
    const found = await ask<Record<string, string>>('POST', `${this.#session}/execute/sync`, {
      script: `const one = ${finder(find)}; one?.scrollIntoView({ block: 'center' }); return one;`,
      args: [],
    });
    await ask('POST', `${this.#session}/element/${found[ELEMENT] ?? ''}/click`, {});
  }

  async key(name: string): Promise<void> {
    await this.#keys([KEYS[name] ?? name]);
  }

  async type(text: string): Promise<void> {
    await this.#keys(Array.from(text));
  }

  async run<T>(body: string): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const result = await ask<{ value: T; error?: string }>('POST', `${this.#session}/execute/async`, {
      script,
      args: [],
    });
    if (result.error !== undefined) throw new Error(result.error);
    return result.value;
  }

  async until(body: string, what: string): Promise<void> {
    const polling = `const end = performance.now() + ${String(PATIENCE_MS)};
      for (;;) {
        const seen = await (async () => { ${body} })();
        if (seen) return true;
        if (performance.now() > end) return document.body.innerText.slice(0, 400);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }`;
    // A page that goes away takes the script with it: on the next one it begins anew.
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = await this.run<true | string>(polling).catch((error: unknown) => {
        if (Date.now() > end) throw error;
        return null;
      });
      if (seen === true) return;
      if (seen !== null) throw new Error(`waited in vain for ${what}; the page says: ${seen}`);
    }
  }

  async close(): Promise<void> {
    await ask('DELETE', this.#session).catch(() => undefined);
    for (const one of this.#programs) {
      if (one.exitCode !== null) continue;
      const gone = once(one, 'exit');
      one.kill('SIGKILL');
      await gone;
    }
  }

  async #keys(keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await ask('POST', `${this.#session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }
}

async function ask<T>(method: string, url: string, body?: unknown): Promise<T> {
  const response = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebDriver: ${value.error ?? String(response.status)}: ${value.message ?? ''}`);
  return value;
}

/** Xvfb says on this pipe which display it took, as soon as it can be used. */
async function firstLine(screen: ChildProcess): Promise<string> {
  const pipe = screen.stdio[3] as NodeJS.ReadableStream;
  let said = '';
  for await (const part of pipe) {
    said += String(part);
    if (said.includes('\n')) break;
  }
  return said.trim();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(base: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const up = await fetch(`${base}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    if (Date.now() > end) throw new Error(`the WebDriver at ${base} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
