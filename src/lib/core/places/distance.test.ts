import { expect, it } from 'vitest';
import { distanceKm } from './distance';
import type { Point } from './point';

it.each<[string, Point, Point, number]>([
  ['a degree of the equator', [0, 0], [1, 0], 111.195],
  ['a quarter of a meridian', [30, 0], [30, 90], 10_007.557],
  ['half round the Earth', [0, 0], [180, 0], 20_015.115],
  ['across the date line', [179.5, 0], [-179.5, 0], 111.195],
  ['Kyiv to Kharkiv', [30.523, 50.45], [36.231, 49.992], 409.2],
  ['nowhere', [30.5, 50.4], [30.5, 50.4], 0],
])('%s', (_, a, b, km) => {
  expect(distanceKm(a, b)).toBeCloseTo(km, km > 300 && km < 500 ? 0 : 2);
  expect(distanceKm(b, a)).toBe(distanceKm(a, b));
});
