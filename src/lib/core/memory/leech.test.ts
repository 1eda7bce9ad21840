import { expect, it } from 'vitest';
import { isLeechAt } from './leech';

it.each([
  [8, [8, 12, 16, 20]],
  [5, [5, 8, 11, 14, 17, 20]],
  [1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]],
])('with a threshold of %d the learner is told at these lapses, up to 20', (threshold, told) => {
  const lapses = Array.from({ length: 20 }, (_, i) => i + 1);
  expect(lapses.filter((n) => isLeechAt(n, threshold))).toEqual(told);
});
