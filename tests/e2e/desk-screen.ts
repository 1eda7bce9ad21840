import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect } from './site';
import { words, type Language } from './words';

/** The teacher's desk, used as a teacher with a thumb uses it. */
export class DeskScreen {
  readonly page: Page;
  readonly cards: Locator;
  readonly sheet: Locator;
  readonly saved: Locator;
  readonly title: Locator;
  readonly #say: (name: string, values?: Readonly<Record<string, string>>) => string;

  constructor(page: Page, language: Language = 'en') {
    this.#say = (name, values) => words(language, name, values);
    this.page = page;
    this.cards = page.getByRole('list', { name: this.#say('set_list') }).getByRole('article');
    this.sheet = page.getByRole('dialog');
    this.saved = page.getByText(this.#say('set_saved'));
    this.title = page.getByRole('textbox', { name: this.#say('set_name') });
  }

  /** From the list of sets to a set of so many questions; `only`: what is ticked, by its words. */
  async make(count: number, only: readonly string[] = []): Promise<void> {
    await this.page.goto('/teach/');
    await this.page.getByRole('link', { name: this.#say('teach_new') }).click();
    await this.draw(count, only);
  }

  /** Fills in what is wished for and has the set drawn. */
  async draw(count: number, only: readonly string[] = []): Promise<void> {
    const make = this.page.getByRole('button', { name: this.#say('wish_draw'), exact: true });
    await expect(make).toBeEnabled();
    if (count !== 20) await this.page.getByLabel(this.#say('wish_count')).fill(String(count));
    const more = this.page.getByText(this.#say('wish_more'), { exact: true });
    if (only.length > 0) await more.click();
    for (const name of only) await this.page.getByRole('checkbox', { name }).check();
    await make.click();
    await expect(this.cards.first()).toBeVisible();
    await expect(this.saved).toBeVisible();
  }

  /** A button of a card, by what it does. */
  act(card: number, name: 'replace' | 'edit' | 'preview' | 'lock' | 'up' | 'down' | 'remove'): Locator {
    return this.cards.nth(card).locator(`[data-act=${name}]`);
  }

  /** What the cards ask, in their order: all that is told, without the buttons. */
  async asked(): Promise<readonly string[]> {
    return this.cards.locator('.text').allInnerTexts();
  }

  async openExport(label: string): Promise<void> {
    await this.page.getByRole('button', { name: this.#say('set_export') }).click();
    await this.sheet.getByRole('button', { name: label }).first().click();
    await expect(this.save).toBeVisible();
  }

  get save(): Locator {
    return this.sheet.getByRole('button', { name: /^(Save for|Save again|Зберегти для)/u });
  }

  async download(act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const saving = this.page.waitForEvent('download');
    await act();
    const download = await saving;
    return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.sheet).toHaveCount(0);
  }

  /** The link for pupils. */
  async link(): Promise<string> {
    await this.page.getByRole('button', { name: this.#say('set_share') }).click();
    const field = this.sheet.getByRole('textbox', { name: this.#say('share_set_link') });
    await expect(field).toHaveValue(/\/study\/\?set=/u);
    const link = await field.inputValue();
    await this.close();
    return link;
  }
}
