import { describe, expect, it } from 'vitest';
import { OTHER_WEIGHTS, madeUpSeries } from '../../../../../tests/samples/made-learner';
import { DEFAULT_WEIGHTS } from '../parameters';
import { fillAndOrder, searchFirstStabilities } from './first-stability';
import { lessonOf } from './lesson';

describe('searchFirstStabilities', () => {
  it.each([
    ['typed answers', 0],
    ['choices among four', 0.25],
  ])('finds what the answers come from, where there are many: %s', (_, guess) => {
    const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 4000, days: 200, guess });
    const { stabilities, counts } = searchFirstStabilities(lessonOf(series, Infinity));
    expect(counts.every((count) => count > 100)).toBe(true);
    // Again and Good have the most answers behind them.
    for (const grade of [1, 3]) {
      const ratio = (stabilities[grade - 1] ?? 0) / (OTHER_WEIGHTS[grade - 1] ?? 1);
      expect(ratio).toBeGreaterThan(0.8);
      expect(ratio).toBeLessThan(1.35);
    }
  });

  it('stays near the defaults where there are few', () => {
    const { stabilities } = searchFirstStabilities(
      lessonOf(madeUpSeries({ truth: DEFAULT_WEIGHTS, facts: 4, days: 60 }), 20),
    );
    stabilities.forEach((stability, index) => {
      expect(stability / (DEFAULT_WEIGHTS[index] ?? 1)).toBeGreaterThan(0.1);
      expect(stability / (DEFAULT_WEIGHTS[index] ?? 1)).toBeLessThan(10);
    });
  });
});

describe('fillAndOrder', () => {
  const [again = 0, hard = 0, good = 0, easy = 0] = DEFAULT_WEIGHTS;
  it.each([
    ['one known: the others are as far from their defaults', [again, hard, 2 * good, easy], [0, 0, 9, 0], [2 * again, 2 * hard, 2 * good, 2 * easy]],
    ['between two known: as far as lies between', [again, hard, 4 * good, easy], [9, 0, 9, 0], [again, 2 * hard, 4 * good, 4 * easy]],
    ['wrong way round: the one with more answers stays', [5, hard, 2, easy], [9, 0, 20, 0], null],
    ['out of the range', [0.01, 1, 2, 900], [9, 9, 9, 9], [0.1, 1, 2, 100]],
    ['nothing known', [again, hard, good, easy], [0, 0, 0, 0], [again, hard, good, easy]],
  ])('%s', (_, stabilities, counts, expected) => {
    const filled = fillAndOrder(stabilities, counts);
    if (expected !== null) filled.forEach((each, i) => expect(each).toBeCloseTo(expected[i] ?? 0, 10));
    else expect(filled[0]).toBe(2);
    expect([...filled].sort((a, b) => a - b)).toEqual([...filled]);
  }); // prettier-ignore
});
