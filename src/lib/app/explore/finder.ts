import { SearchIndex, type Findable } from '$lib/core/places/search-index';
import { spokenEvent } from '$lib/core/questions/wording';
import { LANGUAGES } from '$lib/core/questions/question';
import type { PackEvent } from '$lib/core/packs/pack';
import type { Breathe } from '../in-pauses';
import { placeName } from '../told-words';
import type { PackTales, Tale } from './pack-tales';

export type Hit =
  | { readonly is: 'event'; readonly id: string; readonly tale: Tale }
  | { readonly is: 'place' | 'storyline'; readonly id: string; readonly title: string; readonly count: number };

/** What answers to words that were typed. */
export interface Answer {
  readonly hits: readonly Hit[];
  /** All of the pack has been looked through; else there may be more, and better. */
  readonly whole: boolean;
}

/** So many are added between two breaths, so that whoever taps meanwhile is not held up, on a slow phone either. */
const PIECE = 20;
/** Whoever waits is answered anew after so many events, and then each time that there are twice as many. */
const FIRST_EVENTS = 1000;
/** Places and storylines are few, and lead further. */
const WEIGHT = { storyline: 3, place: 2, event: 1 };

/** Finds events, places and storylines of a pack by words of any of its languages, on the device. */
export class Finder {
  readonly #tales: PackTales;
  readonly #index = new SearchIndex();
  readonly #breathe: Breathe;
  #built: Promise<void> | null = null;
  #whole = false;
  /** Those who wait until the index has grown. */
  #waiting: (() => void)[] = [];

  constructor(tales: PackTales, breathe: Breathe) {
    this.#tales = tales;
    this.#breathe = breathe;
  }

  /**
   * The best answers to what was typed, storylines and places before events of the same rank: at once from what of the pack has been
   * read, and again as more of it has; the last answer is from the whole pack.
   */
  async *answers(typed: string, most: number): AsyncGenerator<Answer, void, undefined> {
    const built = (this.#built ??= this.#build());
    for (;;) {
      // Before the letter is looked up: what is read meanwhile is for the next answer.
      const grown = new Promise<void>((resolve) => this.#waiting.push(resolve));
      const whole = this.#whole;
      yield { hits: this.#index.find(typed, most).flatMap(({ id }) => this.#hit(id) ?? []), whole };
      if (whole) return;
      await Promise.race([grown, built]);
    }
  }

  /** Builds the index ahead of the first letter. */
  prepare(): void {
    this.#built ??= this.#build();
  }

  async #build(): Promise<void> {
    const { events } = this.#tales;
    await this.#read(this.#storylines());
    this.#grow();
    await this.#read(this.#places());
    this.#grow();
    let next = FIRST_EVENTS;
    for (let from = 0; from < events.length; from += PIECE) {
      for (const event of events.slice(from, from + PIECE)) this.#add(event);
      if (from + PIECE >= next) {
        next *= 2;
        this.#grow();
      }
      await this.#breathe();
    }
    this.#whole = true;
    this.#grow();
  }

  #grow(): void {
    for (const answer of this.#waiting.splice(0)) answer();
  }

  async #read(things: Iterable<Findable | null>): Promise<void> {
    let count = 0;
    for (const thing of things) {
      if (thing !== null) this.#index.add(thing);
      count += 1;
      if (count % PIECE === 0) await this.#breathe();
    }
  }

  *#storylines(): Generator<Findable | null, void, undefined> {
    const { index, storylines } = this.#tales;
    const told = new Set(storylines.map(({ id }) => id));
    for (const { id, title, translations } of index.pack.storylines) {
      const names = [title, ...Object.values(translations).flatMap((words) => words.title ?? [])];
      yield told.has(id) ? { id: `storyline:${id}`, names, texts: [], weight: WEIGHT.storyline } : null;
    }
  }

  *#places(): Generator<Findable | null, void, undefined> {
    const { index } = this.#tales;
    for (const { id, name, names, aliases } of index.pack.places) {
      const called = [name, ...Object.values(names), ...aliases];
      const happened = index.eventsAtOrInside(id).length > 0;
      yield happened ? { id: `place:${id}`, names: called, texts: [], weight: WEIGHT.place } : null;
    }
  }

  #add(event: PackEvent): void {
    const { index } = this.#tales;
    const { pack } = index;
    const told = LANGUAGES.flatMap((language) => {
      const { clause, name, according } = spokenEvent(pack, event, language);
      return [clause, name, according];
    });
    const where = event.where.flatMap((id) => {
      const { name, names, aliases } = index.place(id);
      return [name, ...Object.values(names), ...aliases];
    });
    const texts = [...new Set([...told, event.clause, event.name])].filter((text) => text !== null);
    this.#index.add({ id: `event:${event.id}`, names: [], texts: [texts.join(' '), where.join(' ')], weight: WEIGHT.event });
  } // prettier-ignore

  #hit(found: string): Hit | null {
    const at = found.indexOf(':');
    const [is, id] = [found.slice(0, at), found.slice(at + 1)];
    const { index, language, storylines } = this.#tales;
    if (is === 'event') return { is, id, tale: this.#tales.tale(index.event(id)) };
    if (is === 'place')
      return { is, id, title: placeName(index, id, language), count: index.eventsAtOrInside(id).length };
    const storyline = storylines.find((one) => one.id === id);
    return storyline === undefined ? null : { is: 'storyline', ...storyline };
  }
}
