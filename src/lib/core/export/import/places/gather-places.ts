import type { PlaceSource } from '../../../packs/pack-source';
import type { PlaceKind, Point } from '../../../packs/pack';
import { distanceKm } from '../../../places/distance';
import { foldName } from '../../../places/fold';
import type { DraftPlace } from '../pack/draft';
import { idGiver, slugOf } from '../text/slug';
import { nameOfPoint } from './read-point';

/** Kilometres within which two points under one name are one place: gazetteers differ by that much. */
const SAME_PLACE_KM = 5;

/** A place of the pack to come. */
export interface Found {
  readonly key: string;
  readonly name: string;
  kind: PlaceKind | null;
  point: Point | null;
  within: Found | null;
  readonly aliases: Set<string>;
}

/** What a place of a row turned out to be, or why that is not known. */
export type Resolved = { readonly found: Found } | { readonly message: string; readonly expected: string };

export interface GatheredPlaces {
  readonly resolve: (place: DraftPlace) => Resolved;
  /** The places as a pack has them, of those that are used, containers before their contents. */
  readonly list: (used: ReadonlySet<Found>) => { readonly places: readonly PlaceSource[]; readonly idOf: (found: Found) => string };
} // prettier-ignore

/**
 * Makes one place of all mentions that are surely of one: same name (whatever its spelling), and the same container or points near
 * each other. A name alone is the only place of that name; where there are several, it is not known which.
 */
export function gatherPlaces(all: readonly DraftPlace[]): GatheredPlaces {
  const containers = gatherContainers(all);
  const resolved = new Map<DraftPlace, Resolved>();
  const leaves = new Map<string, Found[]>();
  const byPoint = new Map<string, Found>();
  const order: Found[] = [...containers.all];

  // The best known mentions first, so that poorer ones can find them.
  for (const place of all.toSorted((a, b) => knowledge(b) - knowledge(a))) {
    if (place.name === null) continue;
    const container = containers.ofPlace(place);
    if (container !== null) {
      container.point ??= place.point;
      resolved.set(place, { found: container });
      continue;
    }
    const key = foldName(place.name) || place.name;
    const namesakes = leaves.get(key) ?? [];
    leaves.set(key, namesakes);
    const within = place.containers.length === 0 ? null : containers.of(place.containers);
    const result = settle(place, key, within, namesakes);
    if ('found' in result) {
      merge(result.found, place, namesakes);
      if (!namesakes.includes(result.found)) {
        namesakes.push(result.found);
        order.push(result.found);
      }
      if (place.point !== null && !byPoint.has(nameOfPoint(place.point))) byPoint.set(nameOfPoint(place.point), result.found); // prettier-ignore
    }
    resolved.set(place, result);
  }
  for (const place of all) {
    if (place.name !== null || place.point === null) continue;
    const name = nameOfPoint(place.point);
    const found = byPoint.get(name) ?? { key: name, name, kind: null, point: place.point, within: null, aliases: new Set<string>() }; // prettier-ignore
    if (!byPoint.has(name)) order.push(found);
    byPoint.set(name, found);
    resolved.set(place, { found });
  }
  return {
    resolve: (place) => resolved.get(place) ?? { message: 'names no place', expected: 'a name or a point' },
    list: (used) => listPlaces(order, used),
  };
}

function knowledge(place: DraftPlace): number {
  return (place.containers.length > 0 ? 2 : 0) + (place.point === null ? 0 : 1);
}

function settle(place: DraftPlace, key: string, within: Found | null, namesakes: readonly Found[]): Resolved {
  const fitting = namesakes.filter((each) => mayBe(each, place, within));
  const sure = fitting.filter((each) => {
    const near = place.point !== null && each.point !== null;
    const inside = within !== null && each.within === within;
    // A bare name is not surely the place that is named elsewhere with what it lies in: London may be in Ontario.
    return near || inside || (place.point === null && within === null && each.within === null);
  });
  const [found, ...others] = sure;
  if (others.length > 0) {
    return { message: 'is the name of several places, and which is meant is not said', expected: 'a point, or a container such as "Paris, France"' };
  }
  if (found !== undefined) return { found };
  if (place.point === null && within === null && namesakes.length > 0) {
    return { message: 'is named elsewhere with what it lies in, and here without', expected: 'the same container, or a point' };
  }
  const twin = namesakes.find((each) => each.within === within && (each.kind ?? 'site') === (place.kind ?? 'site'));
  if (twin !== undefined) {
    const away = twin.point === null || place.point === null ? '' : `, ${String(Math.round(distanceKm(twin.point, place.point)))} km away`;
    return { message: `is the name of another place too${away}`, expected: 'a kind or container that tells them apart, such as "Paris, France"' };
  }
  return { found: { key, name: place.name ?? '', kind: place.kind, point: place.point, within, aliases: new Set() } };
} // prettier-ignore

/** Nothing that is known of both speaks against it. */
function mayBe(found: Found, place: DraftPlace, within: Found | null): boolean {
  if (found.kind !== null && place.kind !== null && found.kind !== place.kind) return false;
  if (within !== null && found.within !== within) return false;
  return found.point === null || place.point === null || distanceKm(found.point, place.point) <= SAME_PLACE_KM;
}

function merge(found: Found, place: DraftPlace, namesakes: readonly Found[]): void {
  // A kind that a namesake has already would make the two the same for the pack.
  const taken = namesakes.some((each) => each !== found && each.kind === place.kind && each.within === found.within);
  if (!taken) found.kind ??= place.kind;
  found.point ??= place.point;
  if (place.name !== null && place.name.toLowerCase() !== found.name.toLowerCase()) found.aliases.add(place.name);
}

interface Containers {
  readonly all: readonly Found[];
  readonly of: (chain: DraftPlace['containers']) => Found;
  /** The container that a place is itself; null for any other. */
  readonly ofPlace: (place: DraftPlace) => Found | null;
}

const CONTAINER_KINDS: readonly PlaceKind[] = ['country', 'region', 'oblast', 'raion'];

/** States and regions. A region that is named without its state is the one that is named with it, if there is only one. */
function gatherContainers(places: readonly DraftPlace[]): Containers {
  const all: Found[] = [];
  const known = new Map<string, Found[]>();
  const of = (chain: DraftPlace['containers']): Found => {
    const [nearest, ...outer] = chain;
    if (nearest === undefined) throw new RangeError('a chain of containers has one at least');
    const within = outer.length === 0 ? null : of(outer);
    const key = `${nearest.kind} ${foldName(nearest.name) || nearest.name}`;
    const namesakes = known.get(key) ?? [];
    known.set(key, namesakes);
    const same = namesakes.find((each) => each.within === within) ?? (within === null && namesakes.length === 1 ? namesakes[0] : undefined);
    if (same !== undefined) return same;
    const found: Found = { key, name: nearest.name, kind: nearest.kind, point: null, within, aliases: new Set() };
    namesakes.push(found);
    all.push(found);
    return found;
  };
  const chains = places.map(({ containers }) => containers).filter((chain) => chain.length > 0);
  for (const chain of chains.toSorted((a, b) => b.length - a.length)) of(chain);
  const ofPlace = ({ name, kind, containers }: DraftPlace): Found | null =>
    name === null || kind === null || !CONTAINER_KINDS.includes(kind) ? null : of([{ name, kind }, ...containers]);
  for (const place of places) ofPlace(place);
  return { all, of, ofPlace };
} // prettier-ignore

function listPlaces(order: readonly Found[], used: ReadonlySet<Found>): ReturnType<GatheredPlaces['list']> {
  const kept = new Set<Found>();
  for (const each of used) for (let found: Found | null = each; found !== null; found = found.within) kept.add(found);
  const give = idGiver();
  const listed = order.filter((each) => kept.has(each));
  const ids = new Map(listed.map((each) => [each, give(slugOf(each.name) ?? 'place')]));
  const idOf = (found: Found): string => ids.get(found) ?? '';
  const places = listed.map((each) => ({
    id: idOf(each),
    name: each.name,
    ...(each.aliases.size === 0 ? {} : { aliases: [...each.aliases] }),
    kind: each.kind ?? ('site' as const),
    ...(each.within === null ? {} : { within: [idOf(each.within)] }),
    ...(each.point === null ? {} : { point: each.point }),
  }));
  return { places, idOf };
}
