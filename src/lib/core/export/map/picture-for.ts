import type { ExportSet } from '../export-set';
import type { ItemOf } from '../item';
import type { MapPicture } from './map-picture';
import { outlineOf, type Outline } from './outline';

/** The picture that a map question is asked on, and what of it is right: a region where one is asked, else a circle. */
export interface PictureFor {
  readonly picture: MapPicture;
  readonly name: string;
  /** Whole pixels; of a region a circle inside of it. */
  readonly target: { readonly x: number; readonly y: number; readonly radius: number };
  /** Of the region; null where a point is asked. */
  readonly outline: Outline | null;
}

/** A finger or mouse does not point finer than this, in pixels of the picture: 12 of 360 points of a phone's width (map-targets.ts). */
const FINGER = 20;

/** @throws {Error} where the set has no base map: preflight takes no map question then */
export function pictureFor(set: ExportSet, { id, frame, point, radiusKm, area }: ItemOf<'map'>): PictureFor {
  if (set.drawMap === null) throw new Error(`${id}: no base map to draw`);
  const picture = set.drawMap(frame);
  const [x, y] = picture.locate(point);
  const radius = Math.max(FINGER, Math.round(radiusKm * picture.pixelsPerKm));
  return { picture, name: picture.name, target: { x: Math.round(x), y: Math.round(y), radius }, outline: outlineOf(area, point, picture) };
} // prettier-ignore
