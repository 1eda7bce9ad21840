import { sha1Hex } from '../bytes/sha1';
import { png, type Colour } from '../bytes/png';
import type { MapLayer } from '../../places/map-layers';
import type { Frame, Point } from '../../packs/pack';
import type { DrawMap } from '../export-set';
import { createRaster, type PixelPoint } from './raster';

/** A part of the base map as a picture without a single name on it. */
export interface MapPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Safe in any archive, the same for the same picture. */
  readonly name: string;
  /** Where a point lies in the picture, in pixels, not rounded; outside of it for a point outside the frame. */
  readonly locate: (point: Point) => PixelPoint;
  /** At the middle of the frame. */
  readonly pixelsPerKm: number;
}

/** Moodle scales a larger picture down when it imports it, and leaves the coordinates of its targets as they were. */
const MOST_WIDE = 600;
const MOST_HIGH = 400;
const KM_A_DEGREE = 111.2;

const [SEA, LAND, BORDER, COUNTRY, WATER] = [0, 1, 2, 3, 4];
const COLOURS: readonly Colour[] = [[203, 219, 225], [243, 236, 220], [184, 170, 143], [112, 99, 78], [126, 164, 182]]; // prettier-ignore

/** Draws frames of a base map; each is drawn once. Longitudes are narrowed as at the middle of the frame (equirectangular). */
export function mapDrawer(layers: readonly MapLayer[]): DrawMap {
  const drawn = new Map<string, MapPicture>();
  return (frame) => {
    const key = frame.join(' ');
    const picture = drawn.get(key) ?? draw(layers, frame, key);
    drawn.set(key, picture);
    return picture;
  };
}

function draw(layers: readonly MapLayer[], frame: Frame, key: string): MapPicture {
  const { width, height, locate, pixelsPerKm } = project(frame);
  const raster = createRaster(width, height, COLOURS);
  const isWater = ({ name }: MapLayer): boolean => /lake|water|sea|reservoir/iu.test(name);
  const land = layers.filter((layer) => layer.polygons.length > 0 && !isWater(layer));
  const ringsOf = ({ polygons }: MapLayer): PixelPoint[][] => polygons.flatMap((rings) => rings.map((ring) => ring.map(locate)));
  for (const layer of land) {
    for (const rings of layer.polygons) raster.fill(rings.map((ring) => ring.map(locate)), LAND);
  }
  for (const layer of layers.filter(isWater)) raster.fill(ringsOf(layer), SEA);
  for (const { lines } of layers) for (const line of lines) raster.stroke(line.map(locate), 1.5, WATER);
  // Inner borders first: where a country ends, its own border lies on top.
  const isCountries = ({ name }: MapLayer): boolean => /countr/iu.test(name);
  for (const layer of land.toSorted((a, b) => Number(isCountries(a)) - Number(isCountries(b)))) {
    const [thickness, colour] = isCountries(layer) ? [2, COUNTRY] : [1, BORDER];
    for (const ring of ringsOf(layer)) raster.stroke([...ring, ...ring.slice(0, 1)], thickness, colour);
  }
  const picture = raster.picture();
  const name = `dateline-map-${sha1Hex(`${key} ${JSON.stringify(layers)}`).slice(0, 12)}.png`;
  return { png: png(picture), width, height, name, locate, pixelsPerKm };
} // prettier-ignore

/** The largest picture of a frame that fits, and where points of the Earth lie in it. */
export function project([west, south, east, north]: Frame): Omit<MapPicture, 'png' | 'name'> {
  // Rounded, so that the last bit of a cosine never moves a pixel.
  const narrow = Math.max(0.05, Math.round(Math.cos((((south + north) / 2) * Math.PI) / 180) * 1e6) / 1e6);
  const [degreesWide, degreesHigh] = [(east - west) * narrow, north - south];
  const scale = Math.min(MOST_WIDE / degreesWide, MOST_HIGH / degreesHigh);
  return {
    width: Math.max(1, Math.round(degreesWide * scale)),
    height: Math.max(1, Math.round(degreesHigh * scale)),
    locate: ([longitude, latitude]) => [(longitude - west) * narrow * scale, (north - latitude) * scale],
    pixelsPerKm: scale / KM_A_DEGREE,
  };
}
