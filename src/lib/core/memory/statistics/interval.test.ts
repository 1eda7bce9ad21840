import { expect, it } from 'vitest';
import { wilson, withoutGuesses } from './interval';

// From Newcombe, Statistics in Medicine 17 (1998), table I, method 3; the last two by hand from the formula's limits.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [20, 20, 0.8389, 1],
  [0, 0, 0, 1],
])('%i of %i: %f to %f', (right, total, low, high) => {
  const found = wilson(right, total);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

it('holds the truth about 95 times in 100, however rare the event and however few the trials', () => {
  const coverage = (total: number, truth: number): number => {
    let sum = 0;
    let chance = (1 - truth) ** total;
    for (let right = 0; right <= total; right += 1) {
      const { low, high } = wilson(right, total);
      if (low <= truth && truth <= high) sum += chance;
      chance *= ((total - right) / (right + 1)) * (truth / (1 - truth));
    }
    return sum;
  };
  const found: number[] = [];
  for (const total of [10, 20, 50, 100])
    for (let truth = 0.1; truth < 0.95; truth += 0.02) found.push(coverage(total, truth));
  expect(Math.min(...found)).toBeGreaterThan(0.9);
  expect(found.reduce((a, b) => a + b, 0) / found.length).toBeCloseTo(0.95, 2);
});

it.each([
  [0.925, 0.25, 0.9],
  [0.7, 0, 0.7],
  [0.25, 0.25, 0],
  [0.1, 0.25, 0],
  [1, 0.5, 1],
  [1, 1, null],
])('%f right with a guess of %f: %s remembered', (right, guess, remembered) => {
  const found = withoutGuesses(right, guess);
  if (remembered === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(remembered, 9);
});
