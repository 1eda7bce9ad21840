import { SearchIndex } from '$lib/core/places/search-index';
import { spokenEvent } from '$lib/core/questions/wording';
import { LANGUAGES } from '$lib/core/questions/question';
import type { PackEvent } from '$lib/core/packs/pack';
import type { Breathe } from '../exam-facts';
import { placeName } from '../told-words';
import type { PackTales, Tale } from './pack-tales';

export type Hit =
  | { readonly is: 'event'; readonly id: string; readonly tale: Tale }
  | { readonly is: 'place' | 'storyline'; readonly id: string; readonly title: string; readonly count: number };

/** So many events are added between two breaths, so that whoever taps meanwhile is not held up, on a slow phone either. */
const PIECE = 20;
/** Places and storylines are few, and lead further. */
const WEIGHT = { storyline: 3, place: 2, event: 1 };

/** Finds events, places and storylines of a pack by words of any of its languages, on the device. */
export class Finder {
  readonly #tales: PackTales;
  readonly #index = new SearchIndex();
  readonly #breathe: Breathe;
  #built: Promise<void> | null = null;

  constructor(tales: PackTales, breathe: Breathe) {
    this.#tales = tales;
    this.#breathe = breathe;
  }

  /** The best answers to what was typed, storylines and places before events of the same rank. */
  async find(typed: string, most: number): Promise<readonly Hit[]> {
    await (this.#built ??= this.#build());
    return this.#index.find(typed, most).flatMap(({ id }) => this.#hit(id) ?? []);
  }

  /** Builds the index ahead of the first letter. */
  prepare(): void {
    this.#built ??= this.#build();
  }

  async #build(): Promise<void> {
    const { index, storylines, events } = this.#tales;
    const { pack } = index;
    for (const { id, title, translations } of pack.storylines) {
      if (!storylines.some((one) => one.id === id)) continue;
      const titles = [title, ...Object.values(translations).flatMap((words) => words.title ?? [])];
      this.#index.add({ id: `storyline:${id}`, names: titles, texts: [], weight: WEIGHT.storyline });
    }
    for (const { id, name, names, aliases } of pack.places) {
      if (index.eventsAtOrInside(id).length === 0) continue;
      const called = [name, ...Object.values(names), ...aliases];
      this.#index.add({ id: `place:${id}`, names: called, texts: [], weight: WEIGHT.place });
    }
    for (let from = 0; from < events.length; from += PIECE) {
      for (const event of events.slice(from, from + PIECE)) this.#add(event);
      await this.#breathe();
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
