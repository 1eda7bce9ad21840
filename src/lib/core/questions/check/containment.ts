import type { PackEvent, Place } from '../../packs/pack';

export interface Containment {
  /** Every place that contains this one, directly or through others. */
  readonly containers: (place: string) => ReadonlySet<string>;
  /** Same place, or one contains the other. */
  readonly related: (a: string, b: string) => boolean;
  /** All that are: the place, what contains it and what lies in it. */
  readonly relatives: (place: string) => readonly string[];
  /** The members of an event's `where` that contain no other member. */
  readonly specific: (event: PackEvent) => readonly string[];
}

/** Reads `within`, which is transitive. */
export function containmentOf(places: ReadonlyMap<string, Place>): Containment {
  const known = new Map<string, ReadonlySet<string>>();
  const containers = (place: string): ReadonlySet<string> => {
    const found = known.get(place);
    if (found !== undefined) return found;
    const reached = new Set(places.get(place)?.within);
    for (const each of reached) {
      for (const outer of places.get(each)?.within ?? []) reached.add(outer);
    }
    known.set(place, reached);
    return reached;
  };
  let inside: ReadonlyMap<string, readonly string[]> | null = null;
  const contents = (): ReadonlyMap<string, readonly string[]> => {
    const within = new Map<string, string[]>();
    for (const place of places.keys()) {
      for (const outer of containers(place)) {
        const list = within.get(outer);
        if (list === undefined) within.set(outer, [place]);
        else list.push(place);
      }
    }
    return within;
  };
  return {
    containers,
    relatives: (place) => [place, ...containers(place), ...((inside ??= contents()).get(place) ?? [])],
    related: (a, b) => a === b || containers(a).has(b) || containers(b).has(a),
    specific: ({ where }) =>
      [...new Set(where)].filter((place) => !where.some((other) => containers(other).has(place))),
  };
}
