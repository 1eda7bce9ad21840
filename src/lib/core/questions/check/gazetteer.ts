import type { Place, Point } from '../../packs/pack';
import { folded, spellings } from './words';

/** A place that has a point. */
type Located = Place & { readonly point: Point };

/** Places by what is asked of all of them at once: who else is called so, and what lies near by. */
export interface Gazetteer {
  /** Ids of the places that are written so, however it is folded. */
  readonly bearers: (name: string) => ReadonlySet<string>;
  /** Places with a point from one latitude to another, both included. */
  readonly between: (south: number, north: number) => readonly Located[];
}

/** Reads names and points, each on first need: a bank asks for them once a question. */
export function gazetteerOf(places: ReadonlyMap<string, Place>): Gazetteer {
  let names: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  let located: readonly Located[] | null = null;
  return {
    bearers: (name) => (names ??= namesOf(places.values())).get(folded(name)) ?? new Set(),
    between(south, north) {
      located ??= [...places.values()].filter(isLocated).sort((a, b) => a.point[1] - b.point[1]);
      const first = firstWhere(located, (latitude) => latitude >= south);
      return located.slice(
        first,
        firstWhere(located, (latitude) => latitude > north),
      );
    },
  };
}

function namesOf(places: Iterable<Place>): ReadonlyMap<string, ReadonlySet<string>> {
  const bearers = new Map<string, Set<string>>();
  for (const place of places) {
    for (const name of spellings(place).map(folded)) {
      bearers.set(name, (bearers.get(name) ?? new Set()).add(place.id));
    }
  }
  return bearers;
}

function isLocated(place: Place): place is Located {
  return place.point !== null;
}

/** Position of the first place whose latitude is far enough north; the number of places if there is none. */
function firstWhere(located: readonly Located[], isFarEnough: (latitude: number) => boolean): number {
  let [low, high] = [0, located.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isFarEnough(located[middle]?.point[1] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}
