import { expect, it } from 'vitest';
import { outliersOf } from './outliers';
import type { Series } from './series';

/** One series each: a first grade, and the days until its first review. */
function firstReviews(rows: readonly (readonly [grade: number, wait: number, times: number])[]): Series {
  const all = rows.flatMap(([grade, wait, times]) => Array.from({ length: times }, () => ({ grade, wait })));
  const count = 2 * all.length;
  return {
    starts: Int32Array.from({ length: all.length + 1 }, (_, k) => 2 * k),
    days: Int32Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 0 : (all[(i - 1) / 2]?.wait ?? 0))),
    elapsed: Int32Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 0 : (all[(i - 1) / 2]?.wait ?? 0))),
    grades: Uint8Array.from({ length: count }, (_, i) => (i % 2 === 0 ? (all[i / 2]?.grade ?? 3) : 3)),
    guesses: new Float64Array(count),
    order: Int32Array.from({ length: count }, (_, i) => i),
  };
}

it.each([
  ['drops the rarest waits, up to a twentieth', [[3, 2, 90], [3, 3, 6], [3, 40, 2], [3, 50, 2]], [98, 99, 96, 97]],
  ['drops a long wait before a short one that is as rare', [[3, 2, 20], [3, 9, 1], [3, 60, 1]], [21]],
  ['drops no more than a twentieth, however rare', [[3, 2, 5], [3, 9, 1], [3, 30, 1]], []],
  ['drops a wait beyond a hundred days where few waited so', [[3, 2, 5], [3, 150, 3]], [5, 6, 7]],
  ['keeps it after Easy', [[4, 9, 5], [4, 150, 3]], []],
  ['keeps it where many did', [[3, 2, 5], [3, 150, 6]], []],
] as const)('%s', (_, rows, expected) => {
  expect([...outliersOf(firstReviews(rows), Infinity)].sort((a, b) => a - b)).toEqual([...expected].sort((a, b) => a - b));
}); // prettier-ignore
