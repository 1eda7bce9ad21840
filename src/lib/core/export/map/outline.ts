import { isInside, readArea, type Polygon } from '../../places/area';
import type { Point } from '../../places/point';
import type { PixelPoint } from './raster';

/** Corners of an outline, at most: a finger does not follow more of them. */
const MOST_CORNERS = 60;

/** A closed line of whole pixels, its first point not repeated. */
export type Outline = readonly PixelPoint[];

/**
 * What of a picture is right where a region is asked: of the region's parts the one that the point lies in (else the first), its corners
 * fewer where they are many, held inside the picture. Null where no region is asked, or it is too small to have an outline.
 *
 * @param area GeoJSON or null
 */
export function outlineOf(area: unknown, point: Point, { width, height, locate }: { readonly width: number; readonly height: number; readonly locate: (point: Point) => PixelPoint }): Outline | null {
  const read = readArea(area);
  if (!read.ok || read.polygons === null) return null;
  const part: Polygon | undefined = read.polygons.find((polygon) => isInside(point, polygon)) ?? read.polygons[0];
  const ring = apart((part?.[0] ?? []).map(locate).map(([x, y]): PixelPoint => [within(x, width), within(y, height)]));
  for (let tolerance = 1; ; tolerance *= 1.5) {
    const corners = simpler(ring, tolerance);
    if (corners.length < 3) return null;
    if (corners.length <= MOST_CORNERS) return corners;
  }
} // prettier-ignore

function within(value: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.round(value)));
}

/** Without a point that repeats the one before it, the last none of which the first follows. */
function apart(ring: Outline): Outline {
  return ring.filter((point, i) => String(point) !== String(ring.at(i - 1)));
}

/** A ring by Douglas and Peucker (1973), cut in two at the corner farthest from its first. */
function simpler(ring: Outline, tolerance: number): Outline {
  const [first] = ring;
  if (first === undefined || ring.length < 4) return ring;
  const distances = ring.map(([x, y]) => Math.hypot(x - first[0], y - first[1]));
  const middle = distances.indexOf(Math.max(...distances));
  return [...line(ring.slice(0, middle + 1), tolerance).slice(0, -1), ...line([...ring.slice(middle), first], tolerance).slice(0, -1)]; // prettier-ignore
}

function line(points: Outline, tolerance: number): Outline {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return points;
  const offs = points.map((point) => offLine(point, first, last));
  const worst = Math.max(...offs);
  if (worst <= tolerance) return [first, last];
  const at = offs.indexOf(worst);
  return [...line(points.slice(0, at + 1), tolerance).slice(0, -1), ...line(points.slice(at), tolerance)];
}

function offLine([x, y]: PixelPoint, [ax, ay]: PixelPoint, [bx, by]: PixelPoint): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}
