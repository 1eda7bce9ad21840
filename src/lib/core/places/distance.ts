import type { Point } from './point';

/** Mean radius of the Earth in kilometres (IUGG, R₁). */
const EARTH_RADIUS_KM = 6371.0088;

/**
 * Great-circle distance of two points (longitude, latitude in degrees) in kilometres, on a sphere: at most 0.6 % off the
 * ellipsoid. Haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky & Telescope 68, 1984), exact for near points too,
 * and with the arctangent of both parts for points at opposite ends of the Earth, where an arcsine loses half its digits.
 */
export function distanceKm(a: Point, b: Point): number {
  const [longitudeA, latitudeA] = [radians(a[0]), radians(a[1])];
  const [longitudeB, latitudeB] = [radians(b[0]), radians(b[1])];
  const haversine =
    Math.sin((latitudeB - latitudeA) / 2) ** 2 +
    Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin((longitudeB - longitudeA) / 2) ** 2;
  const part = Math.min(1, haversine);
  return 2 * EARTH_RADIUS_KM * Math.atan2(Math.sqrt(part), Math.sqrt(1 - part));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
