import { expect, it } from 'vitest';
import { recallAt } from './curve';

const CURVE = [
  { minutes: 0, planned: 0.2, ordinary: 0.2 },
  { minutes: 10, planned: 0.8, ordinary: 0.6 },
  { minutes: 20, planned: 0.9, ordinary: 0.6 },
];

it.each([
  [0, 0.2, 0.2],
  [5, 0.5, 0.4],
  [10, 0.8, 0.6],
  [15, 0.85, 0.6],
  [240, 0.9, 0.6],
])('reads the curve at %d minutes', (minutes, planned, ordinary) => {
  expect(recallAt(CURVE, minutes)?.planned).toBeCloseTo(planned, 9);
  expect(recallAt(CURVE, minutes)?.ordinary).toBeCloseTo(ordinary, 9);
});

it('has nothing to read where there is no curve', () => {
  expect(recallAt([], 5)).toBeNull();
});
