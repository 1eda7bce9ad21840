import type { Locator, Page } from '@playwright/test';
import { expect } from './site';
import { words, type Language } from './words';

/** How a question is answered: by its first option, rightly or wrongly as far as verdicts have taught it, or with "Don't know". */
export type Way = 'any' | 'as learnt' | 'pass';

/** The page of a study session, used as a learner with a thumb uses it. It learns from the verdicts that it reads. */
export class SessionScreen {
  readonly page: Page;
  readonly stem: Locator;
  readonly choices: Locator;
  readonly rows: Locator;
  /** The field of a typed answer, and the map of one that is put down on it. */
  readonly field: Locator;
  readonly map: Locator;
  readonly hint: Locator;
  readonly check: Locator;
  readonly dontKnow: Locator;
  readonly next: Locator;
  readonly undo: Locator;
  readonly leave: Locator;
  readonly verdict: Locator;
  readonly done: Locator;
  readonly progress: Locator;
  /** What the verdicts said: of a question, the texts of every right answer met so far. */
  readonly #learnt = new Map<string, Set<string>>();
  /** Of an ordering, the texts from the earliest to the latest. */
  readonly #orders = new Map<string, readonly string[]>();

  constructor(page: Page, language: Language = 'en') {
    const say = (name: string): string => words(language, name);
    this.page = page;
    this.stem = page.getByRole('heading', { level: 1 });
    this.choices = page.getByRole('group', { name: say('choices_label') }).getByRole('button');
    this.rows = page.getByRole('list', { name: say('choices_label') }).getByRole('listitem');
    this.field = page.getByRole('textbox');
    this.map = page.getByRole('application', { name: say('map_label') });
    this.hint = page.getByRole('button', { name: say('hint'), exact: true });
    this.check = page.getByRole('button', { name: say('check'), exact: true });
    this.dontKnow = page.getByRole('button', { name: say('dont_know') });
    this.next = page.getByRole('button', { name: say('next'), exact: true });
    this.undo = page.getByRole('button', { name: say('undo_last') }).first();
    this.leave = page.getByRole('link', { name: say('leave_session') });
    this.verdict = page.locator('#verdict-title');
    this.done = page.getByRole('heading', { level: 1, name: say('done_title') });
    this.progress = page.getByRole('progressbar', { name: say('session_progress') });
  }

  /** Opens a session by its address; the first question stands there then. */
  async open(pack: string, base = ''): Promise<void> {
    await this.page.goto(`${base}/study/?pack=${pack}`);
    await this.waitForQuestion();
  }

  async waitForQuestion(): Promise<void> {
    await expect(this.dontKnow).toBeVisible();
  }

  /** Answers what is asked and waits for the verdict. */
  async answer(way: Way = 'as learnt'): Promise<void> {
    await this.waitForQuestion();
    if (way === 'pass') await this.dontKnow.click();
    else if ((await this.#task()) === 'field') await this.#type(way);
    else if ((await this.#task()) === 'map') await this.#tapMiddle();
    else if ((await this.#task()) === 'rows') await this.#order(way);
    else await (await this.#choice(way)).click();
    await expect(this.verdict).toBeVisible();
    if (way === 'as learnt') await this.learn();
  }

  /** Answers and goes on, until so many answers are given or the session is over. Returns how many were given. */
  async study(most = 100, way: Way = 'as learnt'): Promise<number> {
    for (let given = 0; given < most; given += 1) {
      await expect(this.dontKnow.or(this.done)).toBeVisible();
      if (await this.done.isVisible()) return given;
      await this.answer(way);
      await this.next.click();
      await expect(this.verdict).toBeHidden();
    }
    return most;
  }

  /** A right answer to what is asked now: where it is not known yet, a wrong one is given, read and taken back. */
  async answerRightly(): Promise<void> {
    await this.answer();
    if (await this.isRight()) return;
    const stem = await this.#stemText();
    await this.undo.click();
    await expect(this.stem).toHaveText(stem);
    await this.answer();
  }

  /** A wrong answer, a choice among more than one option being asked. */
  async answerWrongly(): Promise<void> {
    await this.answer();
    if (!(await this.isRight())) return;
    const stem = await this.#stemText();
    const key = this.#learnt.get(stem) ?? new Set();
    await this.undo.click();
    await this.waitForQuestion();
    const texts = await this.choices.locator('[lang]').allInnerTexts();
    await this.choices.nth(texts.findIndex((text) => !key.has(text))).click();
    await expect(this.verdict).toBeVisible();
  }

  /** The digit of an option that earlier verdicts have shown to be right; null: the question is new. */
  async keyOfRightAnswer(): Promise<string | null> {
    const known = this.#learnt.get(await this.#stemText());
    const texts = await this.choices.locator('[lang]').allInnerTexts();
    const index = known === undefined ? -1 : texts.findIndex((text) => known.has(text));
    return index === -1 ? null : String(index + 1);
  }

  async isRight(): Promise<boolean> {
    return (await this.verdict.getAttribute('class'))?.includes('right') ?? false;
  }

  /** How the question is answered, as soon as that stands there: some ways are loaded when they are first needed. */
  async #task(): Promise<'choices' | 'rows' | 'field' | 'map'> {
    const { choices, rows, field, map } = this;
    await expect(choices.or(rows).or(field).or(map).first()).toBeVisible();
    if (await field.isVisible()) return 'field';
    if (await map.isVisible()) return 'map';
    return (await rows.first().isVisible()) ? 'rows' : 'choices';
  }

  async #type(way: Way): Promise<void> {
    const [known] = way === 'any' ? [] : (this.#learnt.get(await this.#stemText()) ?? []);
    await this.field.fill(known ?? '1 January 1066');
    await this.field.press('Enter');
  }

  async #tapMiddle(): Promise<void> {
    await this.map.click();
    await this.check.click();
  }

  #stemText(): Promise<string> {
    return this.stem.innerText();
  }

  async #choice(way: Way): Promise<Locator> {
    if (way === 'any') return this.choices.first();
    const known = this.#learnt.get(await this.#stemText());
    const texts = await this.choices.locator('[lang]').allInnerTexts();
    return this.choices.nth(Math.max(0, known ? texts.findIndex((text) => known.has(text)) : 0));
  }

  async #order(way: Way): Promise<void> {
    const known = way === 'any' ? undefined : this.#orders.get(await this.#stemText());
    for (const [place, text] of (known ?? []).entries()) {
      const up = this.rows.filter({ hasText: text }).getByRole('button').nth(1);
      const at = async (): Promise<number> =>
        (await this.rows.locator('p').allInnerTexts()).findIndex((each) => each.includes(text));
      for (let from = await at(); from > place; from -= 1) await up.click();
      await expect(this.rows.nth(place)).toContainText(text);
    }
    await this.check.click();
  }

  /** Reads the verdict that is shown. */
  async learn(): Promise<void> {
    const stem = await this.#stemText();
    const region = this.page.locator('section.verdict');
    const ordered = await region.locator('ol.lines:has(.position) .told .serif').allInnerTexts();
    if (ordered.length > 0) {
      this.#orders.set(
        stem,
        ordered.map((text) => text.replace(/\.$/, '')),
      );
      return;
    }
    // Of events the date stands above the words, and a full stop behind them.
    const right = region.locator('.line.right .told');
    const event = right.locator('.serif');
    const key = (await event.count()) > 0 ? (await event.innerText()).replace(/\.$/, '') : await right.innerText();
    this.#learnt.set(stem, (this.#learnt.get(stem) ?? new Set()).add(key.trim()));
  }
}
