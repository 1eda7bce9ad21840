import puppeteer from 'puppeteer-core';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { described, finder, PATIENCE_MS } from './visitor';
import type { Find, Visitor } from './visitor';

const PHONE = { width: 360, height: 740 };

/**
 * Chromium or Firefox, each driven by the protocol of its own: over WebDriver BiDi, which puppeteer translates for Chromium, the load
 * of a page was missed now and then.
 */
export class PuppeteerVisitor implements Visitor {
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  static async start(name: 'chrome' | 'firefox', executablePath: string, args: readonly string[]): Promise<Visitor> {
    const browser = await puppeteer.launch({
      browser: name,
      protocol: name === 'chrome' ? 'cdp' : 'webDriverBiDi',
      executablePath,
      headless: true,
      args: [...args],
      defaultViewport: PHONE,
      ...(name === 'firefox'
        ? { extraPrefsFirefox: { 'intl.accept_languages': 'en-GB', 'ui.prefersReducedMotion': 1 } }
        : {}),
    });
    const [page] = await browser.pages();
    const visited = page ?? (await browser.newPage());
    visited.setDefaultTimeout(PATIENCE_MS);
    return new PuppeteerVisitor(browser, visited);
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url, { waitUntil: 'load' });
  }

  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: 'load' });
  }

  async press(find: Find): Promise<void> {
    await this.until(`return (${finder(find)}) !== null`, described(find));
    const handle = await this.#page.evaluateHandle(`(${finder(find)})`);
    const element = handle.asElement() as ElementHandle | null;
    if (element === null) throw new Error(`${described(find)} has gone again`);
    await element.click();
    await element.dispose();
  }

  async key(name: string): Promise<void> {
    await this.#page.keyboard.press(name as Parameters<Page['keyboard']['press']>[0]);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async run<T>(body: string): Promise<T> {
    return (await this.#page.evaluate(`(async () => { ${body} })()`)) as T;
  }

  async until(body: string, what: string): Promise<void> {
    try {
      await this.#page.waitForFunction(`(async () => { ${body} })()`, { polling: 50, timeout: PATIENCE_MS });
    } catch (error) {
      const text = await this.run<string>('return document.body.innerText.slice(0, 400)').catch(() => '');
      throw new Error(`waited in vain for ${what}; the page says: ${text}`, { cause: error });
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
