import { distanceKm } from './distance';
import type { Point } from './point';

/** A closed ring of points; a repeated last point is allowed. */
export type Ring = readonly Point[];
/** An outer ring and its holes. */
export type Polygon = readonly Ring[];

export type ReadArea =
  | { readonly ok: true; /** null: there is no area. */ readonly polygons: readonly Polygon[] | null }
  | { readonly ok: false; readonly message: string };

/** Reads a GeoJSON polygon, multipolygon, or a feature or collection of such (RFC 7946); null is no area. */
export function readArea(area: unknown): ReadArea {
  if (area === null || area === undefined) return { ok: true, polygons: null };
  const polygons = polygonsOf(area);
  if (polygons === null) return { ok: false, message: 'not a GeoJSON Polygon or MultiPolygon' };
  if (polygons.length === 0 || !polygons.every(isPolygon)) {
    return { ok: false, message: 'a polygon needs rings of three points [longitude, latitude] or more' };
  }
  return { ok: true, polygons };
}

function polygonsOf(area: unknown): readonly unknown[] | null {
  if (typeof area !== 'object' || area === null || !('type' in area)) return null;
  if (area.type === 'Feature' && 'geometry' in area) return polygonsOf(area.geometry);
  if (area.type === 'FeatureCollection' && 'features' in area) return polygonsOfAll(area.features);
  if (area.type === 'GeometryCollection' && 'geometries' in area) return polygonsOfAll(area.geometries);
  if (!('coordinates' in area) || !Array.isArray(area.coordinates)) return null;
  if (area.type === 'Polygon') return [area.coordinates];
  return area.type === 'MultiPolygon' ? (area.coordinates as readonly unknown[]) : null;
}

function polygonsOfAll(areas: unknown): readonly unknown[] | null {
  if (!Array.isArray(areas)) return null;
  const parts = areas.map(polygonsOf);
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

function isPolygon(polygon: unknown): polygon is Polygon {
  return Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing);
}

function isRing(ring: unknown): ring is Ring {
  return Array.isArray(ring) && ring.length >= 3 && ring.every(isPoint);
}

function isPoint(point: unknown): point is Point {
  return Array.isArray(point) && point.length >= 2 && Number.isFinite(point[0]) && Number.isFinite(point[1]);
}

/** Kilometres from a point to the nearest of the polygons; 0 inside one or on its edge. */
export function distanceToAreaKm(point: Point, polygons: readonly Polygon[]): number {
  if (polygons.some((polygon) => isInside(point, polygon))) return 0;
  return Math.min(...polygons.flatMap((polygon) => polygon.map((ring) => distanceToRingKm(point, ring))));
}

/** Kilometres from a point to the nearest border of the polygons, inside or outside. */
export function distanceToBorderKm(point: Point, polygons: readonly Polygon[]): number {
  return Math.min(...polygons.flatMap((polygon) => polygon.map((ring) => distanceToRingKm(point, ring))));
}

/**
 * A point well inside an area: of its polygon with the largest box, the middle of the widest stretch that a line half way up it
 * runs inside. Null for polygons without extent.
 */
export function pointInside(polygons: readonly Polygon[]): Point | null {
  let best: Point | null = null;
  let most = 0;
  for (const polygon of polygons) {
    const box = boxOf([polygon]);
    const size = (box[2] - box[0]) * (box[3] - box[1]);
    const found = size > most ? middleOf(polygon, (box[1] + box[3]) / 2) : null;
    if (found !== null) [best, most] = [found, size];
  }
  return best;
}

function middleOf(polygon: Polygon, latitude: number): Point | null {
  const crossings = polygon
    .flatMap((ring) => edgesOf(ring))
    .filter(([a, b]) => a[1] > latitude !== b[1] > latitude)
    .map(([a, b]) => a[0] + ((latitude - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    .sort((a, b) => a - b);
  let best: Point | null = null;
  let widest = 0;
  // Inside between the first and the second, the third and the fourth, and so on.
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = [crossings[i], crossings[i + 1]];
    if (to - from > widest) [best, widest] = [[(from + to) / 2, latitude], to - from];
  }
  return best;
}

/** West, south, east, north of polygons. */
export function boxOf(polygons: readonly Polygon[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of polygons.flat(2)) {
    [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  }
  return [west, south, east, north];
}

/** Inside the outer ring and in no hole: an odd number of edges lies east of the point (even-odd rule). */
export function isInside(point: Point, polygon: Polygon): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (const [a, b] of edgesOf(ring)) {
      if (a[1] > point[1] === b[1] > point[1]) continue;
      const crossing = a[0] + ((point[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
      if (point[0] < crossing) inside = !inside;
    }
  }
  return inside;
}

/** Edges are straight in longitude and latitude, as a map draws them; degrees of longitude shrink with the latitude of the point. */
function distanceToRingKm(point: Point, ring: Ring): number {
  const shrink = Math.cos((point[1] * Math.PI) / 180);
  let least = Infinity;
  for (const [a, b] of edgesOf(ring)) {
    const edge = { x: (b[0] - a[0]) * shrink, y: b[1] - a[1] };
    const length = edge.x ** 2 + edge.y ** 2;
    const along = length === 0 ? 0 : ((point[0] - a[0]) * shrink * edge.x + (point[1] - a[1]) * edge.y) / length;
    const share = Math.min(1, Math.max(0, along));
    const nearest: Point = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
    least = Math.min(least, distanceKm(point, nearest));
  }
  return least;
}

function edgesOf(ring: Ring): readonly (readonly [Point, Point])[] {
  return ring.map((point, index) => [point, ring[(index + 1) % ring.length] ?? point]);
}
