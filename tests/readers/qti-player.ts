import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFlags } from '../../src/build/chromium.js';

const HERE = 'http://player.test';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Player</title><script type="module" src="/player.js"></script>
<qti-item><item-container id="box"></item-container></qti-item>`;

/** An element of an item as Cito's player makes it: its variables are what it was answered and what that came to. */
interface AssessmentItem extends HTMLElement {
  readonly variables: readonly { readonly identifier: string; readonly value: unknown }[];
  processResponse(): boolean;
}

/** Cito's player of QTI 3 in a real browser, with one item at a time on its page. */
export class QtiPlayer {
  readonly #browser: Browser;
  readonly page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  /** `files`: what items refer to, by path as an item spells it. Nothing else is reached, from no other host. */
  static async start(files: ReadonlyMap<string, Uint8Array>): Promise<QtiPlayer> {
    const executablePath = process.env.CHROME_PATH;
    const browser = await chromium.launch({
      args: chromiumFlags(),
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
    await page.route('**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const picture = files.get(pathname.slice(1));
      if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: PAGE });
      else if (pathname === '/player.js')
        await route.fulfill({ contentType: 'text/javascript', body: readFileSync('node_modules/@citolab/qti-components/cdn/index.js', 'utf8') }); // prettier-ignore
      else if (picture !== undefined) await route.fulfill({ contentType: 'image/png', body: Buffer.from(picture) });
      else await route.abort();
    });
    await page.goto(HERE);
    return new QtiPlayer(browser, page);
  }

  async show(xml: string): Promise<void> {
    await this.page.goto(HERE);
    await this.page.evaluate(async (item) => {
      await customElements.whenDefined('item-container');
      const box = document.getElementById('box');
      if (box === null) throw new Error('no box');
      Object.assign(box, { itemXML: item });
    }, xml);
    await this.page.locator('qti-assessment-item').waitFor();
  }

  /** Ends the attempt: what the player gives for the answer. */
  async score(): Promise<unknown> {
    return this.page.locator('qti-assessment-item').evaluate((element) => {
      const item = element as AssessmentItem;
      item.processResponse();
      return item.variables.find(({ identifier }) => identifier === 'SCORE')?.value;
    });
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
