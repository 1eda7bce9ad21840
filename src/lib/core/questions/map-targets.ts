import { boxOf, distanceToBorderKm, isInside, pointInside } from '../places/area';
import { distanceKm } from '../places/distance';
import type { Area } from '../places/map-shapes';
import type { Frame, Place, PlaceKind, Point } from '../packs/pack';
import { perContext, type Context } from './context';
import type { Objection } from './eligibility';

/** What is accepted where a place is shown on the map. */
export interface MapTarget {
  readonly point: Point;
  readonly radiusKm: number;
  readonly area: Area | null;
  readonly frame: Frame;
}

/** Kinds that no point stands for: a country is no place to put a finger on (rule C6), a river is a line without a name on the map. */
const NO_POINT: ReadonlySet<PlaceKind> = new Set(['country', 'river', 'reservoir']);
/** Share of a frame's width and height that stays free around the answer: at the very edge nobody looks, and half the finger is off it. */
const MARGIN = 0.05;
/** A finger covers 24 of the 360 points that a phone is wide, half of them on either side of where it is put down. */
const HALF_A_FINGER = 12 / 360;
/** A frame of the pack's own points gets so much more on every side, and is no narrower than this in degrees. */
const ROOM = 0.15;
const LEAST_DEGREES = 1;

const targets = perContext(() => new Map<string, MapTarget | Objection>());

/** Where a place lies on the pack's map, what counts as hitting it, and the part of the map that is shown. Worked out once a place. */
export function locate(context: Context, place: Place): MapTarget | Objection {
  const kept = targets(context);
  let target = kept.get(place.id);
  if (target === undefined) {
    target = findTarget(context, place);
    kept.set(place.id, target);
  }
  return target;
}

function findTarget(context: Context, place: Place): MapTarget | Objection {
  const { map } = context.index.pack;
  if (NO_POINT.has(place.kind)) return { reason: 'no-point', detail: `a ${place.kind} is not one point of a map` };
  if (place.point === null && place.area === null)
    return { reason: 'no-point', detail: `no source confirms where ${place.name} lies` };
  if (map === null) return { reason: 'no-map', detail: 'the pack has no map' };
  const area = place.area === null ? null : (context.shapes?.area(place.area) ?? null);
  const point = place.point ?? (area === null ? null : pointInside(area.coordinates));
  if (point === null) return { reason: 'no-map', detail: `the map has no shape ${place.area ?? ''}` };
  const radiusKm = area === null ? place.radiusKm : radiusWithin(place.radiusKm, point, area);
  const frame = frameFor(context, boxAround(point, radiusKm, area));
  return { point: [rounded(point[0]), rounded(point[1])], radiusKm, area, frame };
}

/** What counts as here lies inside the shape, as far as the place's own point does. */
function radiusWithin(radiusKm: number, point: Point, area: Area): number {
  if (!area.coordinates.some((polygon) => isInside(point, polygon))) return radiusKm;
  return Math.min(radiusKm, Math.floor(distanceToBorderKm(point, area.coordinates) * 10) / 10);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** Kilometres of a degree of latitude, and of longitude on the equator (a mean of the Earth: 6371 km · π / 180). */
const KM_A_DEGREE = 111.2;

function boxAround(point: Point, radiusKm: number, area: Area | null): Frame {
  if (area !== null) return boxOf(area.coordinates);
  const north = radiusKm / KM_A_DEGREE;
  const east = north / Math.max(0.01, Math.cos((point[1] * Math.PI) / 180));
  return [point[0] - east, point[1] - north, point[0] + east, point[1] + north];
}

/** The smallest frame of the pack's map that holds a box with a margin; else one around all points of the pack. */
function frameFor(context: Context, box: Frame): Frame {
  const fitting = framesBySize(context).find((frame) => holds(frame, box));
  if (fitting !== undefined) return fitting;
  const all = [...pointsByLatitude(context).map(({ point: [x, y] }): Frame => [x, y, x, y]), box];
  const [west, south, east, north] = all.reduce(union);
  const [wide, high] = [Math.max(LEAST_DEGREES, east - west) * ROOM, Math.max(LEAST_DEGREES, north - south) * ROOM];
  return [
    rounded(Math.max(-180, west - wide)),
    rounded(Math.max(-85, south - high)),
    rounded(Math.min(180, east + wide)),
    rounded(Math.min(85, north + high)),
  ];
}

const framesBySize = perContext((context) => {
  const size = ([west, south, east, north]: Frame): number => (east - west) * (north - south);
  return Object.values(context.index.pack.map?.frames ?? {}).toSorted((a, b) => size(a) - size(b));
});

function holds([west, south, east, north]: Frame, box: Frame): boolean {
  const [x, y] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return box[0] >= west + x && box[1] >= south + y && box[2] <= east - x && box[3] <= north - y;
}

function union(a: Frame, b: Frame): Frame {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Places with a point, from south to north, so that the neighbours of one are found without looking at all. */
const pointsByLatitude = perContext((context) =>
  context.index.pack.places
    .flatMap((place) => (place.point === null ? [] : [{ place, point: place.point }]))
    .sort((a, b) => a.point[1] - b.point[1]),
);

/**
 * Another place of the pack so near that a finger on the one covers the other: then a tap does not tell which of them is meant, and
 * the answer is not unique. Places that contain the key or lie in it do not count, nor does a neighbour of an area, whose border tells.
 */
export function neighbourTooNear(context: Context, key: Place, { point, area, frame }: MapTarget): Objection | null {
  if (area !== null) return null;
  const [west, , east] = frame;
  const reach = distanceKm([west, point[1]], [east, point[1]]) * HALF_A_FINGER;
  const list = pointsByLatitude(context);
  const degrees = reach / KM_A_DEGREE + 0.01;
  for (let i = firstFrom(list, point[1] - degrees); i < list.length; i++) {
    const other = list[i];
    if (other === undefined || other.point[1] > point[1] + degrees) break;
    if (context.index.related(other.place.id, key.id)) continue;
    const km = distanceKm(point, other.point);
    if (km < reach) {
      const detail = `${other.place.name} is ${km.toFixed(1)} km away; a finger on this map covers ${(2 * reach).toFixed(0)} km`;
      return { reason: 'not-unique', detail };
    }
  }
  return null;
}

function firstFrom(list: readonly { readonly point: Point }[], latitude: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.point[1] ?? Infinity) < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
}
