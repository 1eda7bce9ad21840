import { describe, expect, test } from 'vitest';
import { distanceKm } from '../places/distance';
import type { Accept } from '../questions/question';
import { judgeMap } from './judge-map';
import type { Verdict } from './response';

type Point = readonly [number, number];
const FRAME = [28, 49, 32, 51] as const;
const SCALE = distanceKm([28, 49], [32, 51]) / 10;
const SQUARE = { type: 'Polygon', coordinates: [[[30, 50], [31, 50], [31, 50.5], [30, 50.5], [30, 50]]] }; // prettier-ignore

function judged(point: Point, change: { radiusKm?: number; area?: unknown; frame?: readonly [number, number, number, number] } = {}): Verdict {
  const accept: Accept = { point: [30, 50], radiusKm: 2, area: null, frame: FRAME, ...change };
  const result = judgeMap(accept, point);
  if (!result.ok) throw new Error(result.message);
  return result.verdict;
} // prettier-ignore

/** A point so many kilometres north of the key's. */
const north = (km: number): Point => [30, 50 + km / distanceKm([30, 50], [30, 51])];

describe('a point on the map (C6)', () => {
  test.each([0, 1, 1.99])('%d km off is inside the radius: full', (km) => {
    expect(judged(north(km))).toEqual({ credit: 1, correct: true, band: 'full' });
  });

  test.each([1, 10, 50])('%d km outside decays with the frame', (km) => {
    expect(judged(north(2 + km)).credit).toBeCloseTo(Math.exp(-km / SCALE), 3);
  });

  test('a little off is near, far off is wrong', () => {
    expect(judged(north(2 + SCALE / 10)).band).toBe('near');
    expect(judged(north(2 + SCALE / 2)).band).toBe('wrong');
  });

  test('the same distance is worth more on a larger map', () => {
    expect(judged(north(20), { frame: [22, 44, 40, 53] }).credit).toBeGreaterThan(judged(north(20)).credit);
  });

  test('full inside the area, counted from its edge outside', () => {
    expect(judged([30.9, 50.4], { area: SQUARE }).credit).toBe(1);
    expect(judged([31.1, 50.25], { area: SQUARE }).credit).toBeCloseTo(Math.exp(-distanceKm([31, 50.25], [31.1, 50.25]) / SCALE), 2);
  }); // prettier-ignore

  test('the radius counts beside the area', () => {
    expect(judged(north(-1), { area: SQUARE }).credit).toBe(1);
  });
});
