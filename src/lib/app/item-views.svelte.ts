import type { ItemView } from '$lib/core/export/desk/desk-task';
import type { SavedSet, SetItem } from '$lib/core/questions/saved-set/saved-set';
import type { Bench } from './ports';

/** Questions made at a time: enough to fill the longest screen. */
const PIECE = 50;

/** Views of a set's questions, made beside the page as they are wanted. */
export class ItemViews {
  #views: Readonly<Record<string, ItemView>> = $state.raw({});
  readonly #bench: Bench;
  readonly #asked: Record<string, true> = {};

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Null: it is being made. */
  of(set: Pick<SavedSet, 'language'>, item: SetItem): ItemView | null {
    return this.#views[keyOf(set, item)] ?? null;
  }

  /** Makes those that are not there yet. */
  async want(set: Pick<SavedSet, 'pack' | 'language'>, items: readonly SetItem[]): Promise<void> {
    const { pack, language } = set;
    const missing = items.filter((item) => this.#asked[keyOf(set, item)] === undefined);
    for (const item of missing) this.#asked[keyOf(set, item)] = true;
    for (let from = 0; from < missing.length; from += PIECE) {
      const piece = missing.slice(from, from + PIECE);
      const made = await this.#bench.ask('views', { set: { pack, language }, items: piece });
      const views = { ...this.#views };
      for (const [i, view] of made.entries()) {
        const item = piece[i];
        if (item !== undefined) views[keyOf(set, item)] = view;
      }
      this.#views = views;
    }
  }
}

function keyOf({ language }: Pick<SavedSet, 'language'>, { fact, form, seed, edit }: SetItem): string {
  return JSON.stringify([language, fact, form, seed, edit]);
}
