import type { Pack, PackEvent, Place } from './pack';

/** Containment, and which events are where. Everything is worked out on first need and kept. */
export interface PlaceQueries {
  readonly containersOf: (placeId: string) => readonly string[];
  readonly contains: (outer: string, inner: string) => boolean;
  readonly mostSpecific: (event: PackEvent) => readonly string[];
  readonly atOrInside: (placeId: string) => readonly PackEvent[];
  readonly relatedTo: (placeId: string) => readonly PackEvent[];
}

/** Place queries over a valid pack; `find` throws for an unknown id. */
export function indexPlaces(pack: Pack, find: (id: string) => Place): PlaceQueries {
  const containers = new Map<string, ReadonlySet<string>>();
  const containersAsSet = (id: string): ReadonlySet<string> => {
    let known = containers.get(id);
    if (known === undefined) {
      known = breadthFirst(id, find);
      containers.set(id, known);
    }
    return known;
  };
  const containersAsList = memoised((id: string): readonly string[] => [...containersAsSet(id)]);
  const contains = (outer: string, inner: string): boolean => {
    find(outer);
    return containersAsSet(inner).has(outer);
  };

  let postings: { readonly at: Numbers; readonly atOrInside: Numbers } | null = null;
  const posted = (): NonNullable<typeof postings> => (postings ??= postEvents(pack, containersAsSet));
  const events = (numbers: Iterable<number>): readonly PackEvent[] =>
    [...numbers].flatMap((number) => pack.events[number] ?? []);

  const specific = new WeakMap<PackEvent, readonly string[]>();

  return {
    containersOf: containersAsList,
    contains,
    mostSpecific: (event) => {
      const { where } = event;
      if (where.length < 2) return where;
      let known = specific.get(event);
      if (known === undefined) {
        const distinct = [...new Set(where)];
        known = distinct.filter((place) => !distinct.some((other) => contains(place, other)));
        specific.set(event, known);
      }
      return known;
    },
    atOrInside: memoised((id) => {
      find(id);
      return events(posted().atOrInside.get(id) ?? []);
    }),
    relatedTo: memoised((id) => {
      const numbers = new Set(posted().atOrInside.get(id) ?? []);
      for (const container of containersAsSet(id)) {
        for (const number of posted().at.get(container) ?? []) numbers.add(number);
      }
      return events([...numbers].sort((a, b) => a - b));
    }),
  };
}

/** Place id → places of events in the pack's list, ascending. */
type Numbers = ReadonlyMap<string, readonly number[]>;

function postEvents(
  pack: Pack,
  containersOf: (id: string) => ReadonlySet<string>,
): { at: Numbers; atOrInside: Numbers } {
  const at = new Map<string, number[]>();
  const atOrInside = new Map<string, number[]>();
  pack.events.forEach((event, number) => {
    const reached = new Set(event.where);
    for (const place of reached) post(at, place, number);
    for (const place of event.where) {
      for (const container of containersOf(place)) reached.add(container);
    }
    for (const place of reached) post(atOrInside, place, number);
  });
  return { at, atOrInside };
}

function post(into: Map<string, number[]>, place: string, number: number): void {
  const list = into.get(place);
  if (list === undefined) into.set(place, [number]);
  else list.push(number);
}

/** All containers, nearest first; those of one distance in the order written. */
function breadthFirst(id: string, find: (id: string) => Place): ReadonlySet<string> {
  const seen = new Set<string>();
  let level: readonly string[] = [id];
  while (level.length > 0) {
    const next = level.flatMap((each) => find(each).within).filter((each) => !seen.has(each));
    for (const each of next) seen.add(each);
    level = [...new Set(next)];
  }
  return seen;
}

function memoised<T>(work: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (known.has(id)) return known.get(id) as T; // `has` says it is there
    const value = work(id);
    known.set(id, value);
    return value;
  };
}
