import { describe, expect, it } from 'vitest';
import { closenessOfKm, closenessOfUnits, difficultyOf, difficultyOfProducing } from './difficulty';

describe('difficulty (B5)', () => {
  it.each([
    ['a neighbouring day instead of one a month off', [closenessOfUnits(1), 0.2], [closenessOfUnits(30), 0.2], 0.4],
    ['a town next door instead of one far away', [closenessOfKm(5), 0.2], [closenessOfKm(500), 0.2], 0.4],
    ['a fourth option as near as the others', [0.5, 0.5, 0.5], [0.5, 0.5], 0.4],
  ])('%s is harder', (_, harder, easier, fame) => {
    expect(difficultyOf(harder, fame)).toBeGreaterThan(difficultyOf(easier, fame));
  });

  it('an event that is told once is harder than one that is told by six sources', () => {
    expect(difficultyOf([0.5, 0.5], 0)).toBeGreaterThan(difficultyOf([0.5, 0.5], 1));
  });

  it('what lies as far off as before is as hard as before', () => {
    expect(difficultyOf([0.5, 0.3], 0.2)).toBe(difficultyOf([0.3, 0.5], 0.2));
  });

  it('producing an answer is never easier than choosing it', () => {
    expect(difficultyOfProducing(0.5)).toBeGreaterThanOrEqual(difficultyOf([1, 1, 1], 0.5));
  });

  it('stays between 0 and 1', () => {
    expect(difficultyOf([], 1)).toBeGreaterThanOrEqual(0);
    expect(difficultyOf([1, 1, 1, 1, 1, 1], 0)).toBeLessThanOrEqual(1);
  });
});
