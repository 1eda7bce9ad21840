import { compareText } from '../../places/collate';
import { distanceKm } from '../../places/distance';
import type { PackEvent, Place, PlaceKind, Point } from '../../packs/pack';
import { perContext, type Context } from '../context';

/** Kinds that are taken for one another in a list of options (rule O1: options of one type). */
const TYPES: readonly (readonly PlaceKind[])[] = [
  ['country'],
  ['oblast', 'region'],
  ['raion'],
  ['city', 'town', 'village'],
  ['district'],
  ['airport', 'airbase'],
  ['river', 'reservoir'],
  ['bridge', 'dam', 'plant', 'building', 'border-crossing', 'site'],
  ['island'],
];

/** Whether two kinds of place may stand in one list of options. */
export function sameType(a: PlaceKind, b: PlaceKind): boolean {
  return typeOf(a) === typeOf(b);
}

const TYPE_OF: ReadonlyMap<PlaceKind, number> = new Map(
  TYPES.flatMap((kinds, type) => kinds.map((kind) => [kind, type] as const)),
);

/** Places of one type that are all looked at; of more, only those near by and those of the storyline. */
const FEW = 150;
/** How many near ones then, and how many of the storyline. */
const NEAR = 10;
const OF_STORYLINE = 6;

/** Places that a cell of the grid holds on average, were they spread evenly over the box around them all. */
const A_CELL = 4;
/** Rings of cells around a place that are searched: beyond these the nearest places are no neighbours any more. */
const RINGS = 6;

interface PlaceLists {
  /** Place id → its rank in the alphabet of the context's language. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly byType: ReadonlyMap<number, TypeList>;
  /** Storyline → ids of the places of its events, each once. */
  readonly ofStoryline: ReadonlyMap<string, ReadonlySet<string>>;
}

interface TypeList {
  readonly places: readonly Place[];
  /** In the alphabet's order, with the position of each. */
  readonly sorted: readonly Place[];
  readonly positions: ReadonlyMap<Place, number>;
  /** Width of a cell, in degrees. */
  readonly width: number;
  /** Cell → places with a point in it. */
  readonly cells: ReadonlyMap<string, readonly Place[]>;
}

function typeOf(kind: PlaceKind): number {
  return TYPE_OF.get(kind) ?? NaN;
}

function cellOf([longitude, latitude]: Point, width: number): readonly [number, number] {
  return [Math.floor(longitude / width), Math.floor(latitude / width)];
}

/** What every place question looks places up in. */
export const placeLists = perContext((context): PlaceLists => {
  const { pack } = context.index;
  const named = pack.places.map((place) => ({ id: place.id, name: context.placeName(place.id) ?? '' }));
  named.sort((a, b) => compareText(a.name, b.name, context.language));
  const ofStoryline = new Map<string, Set<string>>(pack.storylines.map(({ id }) => [id, new Set()]));
  for (const { storyline, where } of pack.events) for (const id of where) ofStoryline.get(storyline)?.add(id);
  const ranks = new Map(named.map(({ id }, rank) => [id, rank]));
  const ofType = (kinds: readonly PlaceKind[]): readonly Place[] =>
    pack.places.filter(({ kind }) => kinds.includes(kind));
  return {
    ranks,
    byType: new Map(TYPES.map((kinds, type) => [type, listOf(ofType(kinds), ranks)])),
    ofStoryline,
  };
});

function listOf(places: readonly Place[], ranks: ReadonlyMap<string, number>): TypeList {
  const sorted = [...places].sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
  const width = widthOf(places.flatMap(({ point }) => (point === null ? [] : [point])));
  const cells = new Map<string, Place[]>();
  for (const place of places) {
    if (place.point === null) continue;
    const cell = cellOf(place.point, width).join(' ');
    const there = cells.get(cell);
    if (there === undefined) cells.set(cell, [place]);
    else there.push(place);
  }
  return { places, sorted, positions: new Map(sorted.map((place, i) => [place, i])), width, cells };
}

function widthOf(points: readonly Point[]): number {
  const spread = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis]);
    return values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
  };
  const area = points.length === 0 ? 0 : spread(0) * spread(1);
  return area > 0 ? Math.sqrt((area * A_CELL) / points.length) : 1;
}

/** Places that may be taken for the key: all of its type in a small pack; in a large one those near by and those of the storyline. */
export function placesLike(context: Context, event: PackEvent, key: Place): readonly Place[] {
  const { byType, ofStoryline } = placeLists(context);
  const list = byType.get(typeOf(key.kind));
  if (list === undefined) return [];
  if (list.places.length <= FEW) return list.places;
  const chosen: Place[] = [];
  for (const id of ofStoryline.get(event.storyline) ?? []) {
    if (chosen.length >= OF_STORYLINE) break;
    const place = context.index.place(id);
    if (sameType(place.kind, key.kind)) chosen.push(place);
  }
  for (const place of nearestTo(context, list, key)) if (!chosen.includes(place)) chosen.push(place);
  if (chosen.length >= OF_STORYLINE) return chosen;
  return [...new Set([...chosen, ...neighboursInList(list, key)])];
}

const nearestKept = perContext(() => new Map<Place, readonly Place[]>());

function nearestTo(context: Context, list: TypeList, key: Place): readonly Place[] {
  const kept = nearestKept(context);
  let near = kept.get(key);
  if (near === undefined) {
    near = key.point === null ? [] : nearest(list, key.point);
    kept.set(key, near);
  }
  return near;
}

/** Some of the nearest places, nearest first; rings of cells are opened until there are enough. */
function nearest({ cells, width }: TypeList, point: Point): Place[] {
  const [x, y] = cellOf(point, width);
  const found: Place[] = [];
  // One ring more than needed: the corner of a cell is farther off than the side of the next.
  for (let ring = 0, enough = RINGS; ring <= Math.min(enough, RINGS); ring++) {
    for (const [dx, dy] of ringOf(ring)) found.push(...(cells.get(`${String(x + dx)} ${String(y + dy)}`) ?? []));
    if (found.length > NEAR && enough === RINGS) enough = ring + 1;
  }
  const far = new Map(found.map((place) => [place, place.point === null ? Infinity : distanceKm(point, place.point)]));
  return found.sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0)).slice(0, NEAR);
}

const rings: (readonly (readonly [number, number])[])[] = [];

/** The cells at that distance from a cell. */
function ringOf(ring: number): readonly (readonly [number, number])[] {
  const known = rings[ring];
  if (known !== undefined) return known;
  const cells: (readonly [number, number])[] = [];
  for (let dx = -ring; dx <= ring; dx++) {
    for (let dy = -ring; dy <= ring; dy++) if (Math.max(Math.abs(dx), Math.abs(dy)) === ring) cells.push([dx, dy]);
  }
  rings[ring] = cells;
  return cells;
}

/** Where nothing better is known: those that stand around it in the alphabet. */
function neighboursInList({ sorted, positions }: TypeList, key: Place): readonly Place[] {
  const at = Math.max(0, (positions.get(key) ?? 0) - NEAR / 2);
  return sorted.slice(at, at + NEAR);
}

/** The next places of the key's type in one direction of the alphabet, nearest first. */
export function nextInAlphabet(context: Context, key: Place, direction: 1 | -1): readonly Place[] {
  const list = placeLists(context).byType.get(typeOf(key.kind));
  if (list === undefined || list.places.length <= FEW) return [];
  const at = list.positions.get(key) ?? 0;
  return direction > 0
    ? list.sorted.slice(at + 1, at + 1 + NEAR)
    : list.sorted.slice(Math.max(0, at - NEAR), at).reverse();
}
