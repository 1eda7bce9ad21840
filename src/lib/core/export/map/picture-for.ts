import { readArea } from '../../places/area';
import type { ExportSet } from '../export-set';
import type { ItemOf } from '../item';
import type { MapPicture } from './map-picture';

/** The picture that a map question is asked on, and the circle in it that is right. */
export interface PictureFor {
  readonly picture: MapPicture;
  readonly name: string;
  /** Whole pixels. */
  readonly target: { readonly x: number; readonly y: number; readonly radius: number };
  /** The area's outline in whole pixels, its largest ring; null where a point is asked. */
  readonly outline: readonly (readonly [number, number])[] | null;
}

/** A finger or mouse does not point finer than this, in pixels of the picture: 12 of 360 points of a phone's width (map-targets.ts). */
const FINGER = 20;

/** @throws {Error} where the set has no base map: preflight takes no map question then */
export function pictureFor(set: ExportSet, { id, frame, point, radiusKm, area }: ItemOf<'map'>): PictureFor {
  if (set.drawMap === null) throw new Error(`${id}: no base map to draw`);
  const picture = set.drawMap(frame);
  const [x, y] = picture.locate(point);
  const radius = Math.max(FINGER, Math.round(radiusKm * picture.pixelsPerKm));
  const rings = (readAreaOf(area) ?? []).map((ring) => ring.map((each) => {
    const [px, py] = picture.locate(each);
    return [Math.round(px), Math.round(py)] as const;
  }));
  const outline = rings.toSorted((a, b) => b.length - a.length)[0] ?? null;
  return { picture, name: picture.name, target: { x: Math.round(x), y: Math.round(y), radius }, outline };
} // prettier-ignore

function readAreaOf(area: unknown): readonly (readonly (readonly [number, number])[])[] | null {
  const read = readArea(area);
  return read.ok && read.polygons !== null ? read.polygons.flatMap(([outer]) => (outer === undefined ? [] : [outer])) : null;
} // prettier-ignore
