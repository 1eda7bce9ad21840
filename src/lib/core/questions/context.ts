import type { PackIndex } from '../packs/pack-index';
import type { MapShapes } from '../places/map-shapes';
import type { PackEvent } from '../packs/pack';
import type { Language } from './question';
import { spokenEvent, spokenPlace, type Spoken } from './wording';

/** What every form is made from: a pack, a language, and what was worked out about them once. */
export interface Context {
  readonly index: PackIndex;
  readonly language: Language;
  /** The shapes of the pack's base map; null where nobody has read it. */
  readonly shapes: MapShapes | null;
  /** What `perContext` keeps of it, each thing at its own number: it is looked up a hundred times a question. */
  readonly kept: unknown[];
  /** An event's words in the context's language. */
  spoken(event: PackEvent): Spoken;
  /** A place's name in the context's language; null where it has none. */
  placeName(placeId: string): string | null;
}

/** A context over an indexed pack. */
export function createContext(index: PackIndex, language: Language, shapes: MapShapes | null = null): Context {
  const spoken = new Map<string, Spoken>();
  const placeNames = new Map<string, string | null>();
  return {
    index,
    language,
    shapes,
    kept: [],
    spoken(event) {
      let words = spoken.get(event.id);
      if (words === undefined) {
        words = spokenEvent(index.pack, event, language);
        spoken.set(event.id, words);
      }
      return words;
    },
    placeName(placeId) {
      let name = placeNames.get(placeId);
      if (name === undefined) {
        name = spokenPlace(index.pack, index.place(placeId), language);
        placeNames.set(placeId, name);
      }
      return name;
    },
  };
}

/** Makes a function whose result is worked out once a context and kept as long as the context lives. */
export function perContext<T extends object>(make: (context: Context) => T): (context: Context) => T {
  const number = things++;
  return (context) => {
    const { kept } = context;
    const known = kept[number] as T | undefined; // nothing else writes at this number
    if (known !== undefined) return known;
    const value = make(context);
    kept[number] = value;
    return value;
  };
}

/** How many things are kept of a context. */
let things = 0;

/** Keeps what is worked out about an event in a language as long as its context lives: a hundred questions may want it. */
export function perEvent<T>(
  work: (context: Context, event: PackEvent) => T,
): (context: Context, event: PackEvent) => T {
  const known = perContext(() => new Map<PackEvent, T>());
  return (context, event) => {
    const kept = known(context);
    let value = kept.get(event);
    if (value === undefined) {
      value = work(context, event);
      kept.set(event, value);
    }
    return value;
  };
}
