import { showText } from '../../../packs/document';
import type { Point } from '../../../packs/pack';
import type { Parsed } from '../../../time/when';

/** Digits behind the point that are kept: a millionth of a degree is 11 cm. */
const DIGITS = 1e6;

/** A point of latitude and longitude in decimal degrees, as written; a decimal comma is understood. */
export function readPoint(latitude: string, longitude: string): Parsed<Point> {
  const [lat, lon] = [degrees(latitude), degrees(longitude)];
  const wrong = (message: string, expected: string, received: string): Parsed<Point> => ({
    ok: false,
    problem: { message, expected, received: showText(received) },
  });
  if (lat === null || Math.abs(lat) > 90) return wrong('is no latitude', 'decimal degrees from -90 to 90', latitude);
  if (lon === null || Math.abs(lon) > 180) return wrong('is no longitude', 'decimal degrees from -180 to 180', longitude);
  return { ok: true, value: [lon, lat] };
} // prettier-ignore

function degrees(text: string): number | null {
  const plain = text.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return null;
  // Adding 0 makes −0 plain.
  return Math.round(Number(plain) * DIGITS) / DIGITS + 0;
}

/** `50.45° N, 30.52° E`: the name of a place of which only the point is known. */
export function nameOfPoint([longitude, latitude]: Point): string {
  const show = (value: number, positive: string, negative: string): string =>
    `${String(Math.round(Math.abs(value) * 1000) / 1000)}° ${value < 0 ? negative : positive}`;
  return `${show(latitude, 'N', 'S')}, ${show(longitude, 'E', 'W')}`;
}
