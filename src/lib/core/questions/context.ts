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
  const placeNames = new Map<string, string | null>();
  const context: Context = {
    index,
    language,
    shapes,
    kept: [],
    spoken: (event) => spokenIn(context, event),
    placeName(placeId) {
      let name = placeNames.get(placeId);
      if (name === undefined) {
        name = spokenPlace(index.pack, index.place(placeId), language);
        placeNames.set(placeId, name);
      }
      return name;
    },
  };
  return context;
}

/** How many things are kept of a context, and what works each of them out. */
let things = 0;
const preparations: ((context: Context) => unknown)[] = [];

/**
 * Makes a function whose result is worked out once a context and kept as long as the context lives.
 *
 * @param options.prepared whether `prepareContext` works it out too; not what hardly any question needs
 */
export function perContext<T extends object>(
  make: (context: Context) => T,
  { prepared = true }: { readonly prepared?: boolean } = {},
): (context: Context) => T {
  const number = things++;
  const get = (context: Context): T => {
    const { kept } = context;
    const known = kept[number] as T | undefined; // nothing else writes at this number
    if (known !== undefined) return known;
    const value = make(context);
    kept[number] = value;
    return value;
  };
  if (prepared) preparations.push(get);
  return get;
}

/** Works out all that is kept of a context, so that no question has to wait for it. */
export function prepareContext(context: Context): void {
  for (const prepare of preparations) prepare(context);
}

/** Keeps what is worked out about an event in a language as long as its context lives: a hundred questions may want it. */
export function perEvent<T>(
  work: (context: Context, event: PackEvent) => T,
): (context: Context, event: PackEvent) => T {
  const number = notes++;
  return (context, event) => {
    const kept = notesOf(context, event);
    const known = kept[number] as T | undefined; // nothing else writes at this number
    if (known !== undefined) return known;
    const value = work(context, event);
    kept[number] = value;
    return value;
  };
}

/** How many things are kept of an event. */
let notes = 0;

const everyNote = perContext(() => ({
  all: new Map<PackEvent, unknown[]>(),
  event: null as PackEvent | null,
  latest: [] as unknown[],
}));

/** All that is kept of an event: one list, and that of the event looked at before at hand, since a question asks of one event again and again. */
function notesOf(context: Context, event: PackEvent): unknown[] {
  const kept = everyNote(context);
  if (kept.event === event) return kept.latest;
  let list = kept.all.get(event);
  if (list === undefined) {
    // As long as it can get: a list that grows is copied again and again, twenty thousand times.
    list = new Array<unknown>(notes);
    kept.all.set(event, list);
  }
  kept.event = event;
  kept.latest = list;
  return list;
}

const spokenIn = perEvent(({ index, language }, event): Spoken => spokenEvent(index.pack, event, language));
