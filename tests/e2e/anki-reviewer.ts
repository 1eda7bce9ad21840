import type { BrowserContext, Page } from '@playwright/test';
import { FIELDS, NOTE_TYPES, type NoteType } from '../../src/lib/core/export/anki/note-types';
import { CSS, TEMPLATES } from '../../src/lib/core/export/anki/templates';

const HERE = 'http://reviewer.test';

/** A note as a package has it: the fields of its type by name. */
export interface CardNote {
  readonly type: NoteType;
  readonly fields: Readonly<Record<string, string>>;
}

/** A note from its row in a package: the type by the number of its model, the fields divided by U+001F. */
export function noteFrom(typeNumber: number, row: string): CardNote {
  const type = NOTE_TYPES[typeNumber];
  if (type === undefined) throw new Error(`no note type ${String(typeNumber)}`);
  const values = row.split('\u001F');
  return { type, fields: Object.fromEntries(FIELDS[type].map((name, i) => [name, values[i] ?? ''])) };
}

/**
 * Cards as reviewers show them. `together`: Anki's desktop puts front and then back into one page and runs their scripts anew; `apart`:
 * AnkiDroid and others load the back as a page of its own, where only the session's storage is left.
 */
export class AnkiReviewer {
  readonly page: Page;
  readonly #way: 'together' | 'apart';
  readonly #state = { html: '' };

  private constructor(page: Page, way: 'together' | 'apart') {
    this.page = page;
    this.#way = way;
  }

  static async open(context: BrowserContext, way: 'together' | 'apart', media: ReadonlyMap<string, Uint8Array>): Promise<AnkiReviewer> {
    const reviewer = new AnkiReviewer(await context.newPage(), way);
    await reviewer.page.route('**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const picture = media.get(decodeURIComponent(pathname.slice(1)));
      if (pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: reviewer.#whole() });
      else if (picture === undefined) await route.abort();
      else await route.fulfill({ contentType: 'image/png', body: Buffer.from(picture) });
    });
    await reviewer.page.goto(HERE);
    return reviewer;
  } // prettier-ignore

  async front(note: CardNote): Promise<void> {
    await this.#show(cardHtml(note, 'front'));
  }

  async back(note: CardNote): Promise<void> {
    await this.#show(cardHtml(note, 'back'));
  }

  async #show(html: string): Promise<void> {
    if (this.#way === 'apart') {
      this.#state.html = html;
      await this.page.goto(HERE);
    } else {
      // As Anki does: scripts that are put into a page as text do not run, so each is replaced by one that does.
      await this.page.evaluate((text) => {
        const box = document.getElementById('qa');
        if (box === null) throw new Error('no card');
        box.innerHTML = text;
        for (const old of Array.from(box.getElementsByTagName('script'))) {
          const script = document.createElement('script');
          script.appendChild(document.createTextNode(old.innerHTML));
          old.replaceWith(script);
        }
      }, html);
    }
    await this.page.waitForFunction(() => Array.from(document.images).every(({ complete }) => complete));
  }

  #whole(): string {
    return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${CSS}</style></head><body class="card card1"><div id="qa">${this.#state.html}</div></body></html>`;
  }
}

/** A side of a card, its fields filled in. What is typed is asked in a box, and compared letter by letter. */
export function cardHtml({ type, fields }: CardNote, side: 'front' | 'back'): string {
  return TEMPLATES[type][side].replace(/\{\{(type:)?(\w+)\}\}/gu, (_, typed: string | undefined, name: string) => {
    const field = fields[name];
    if (field === undefined) throw new Error(`the template of ${type} names a field ${name} that its notes do not have`);
    if (typed === undefined) return field;
    return side === 'front' ? '<center><input type="text" id="typeans"></center>' : `<code id="typeans">${field}</code>`;
  });
} // prettier-ignore
