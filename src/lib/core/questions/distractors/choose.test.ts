import { describe, expect, it } from 'vitest';
import { drawFrom, hashParts } from '../hash';
import { chooseAround, type Candidate } from './choose';

const side = (count: number, good: boolean, sign: number): Candidate<number>[] =>
  Array.from({ length: count }, (_, i) => ({ value: sign * (i + 1), cost: i, good }));

function ranks(earlier: Candidate<number>[], later: Candidate<number>[], draws = 3000): number[] {
  const counts: number[] = [];
  for (let seed = 0; seed < draws; seed++) {
    const chosen = chooseAround(drawFrom(hashParts([String(seed)])), earlier, later) ?? [];
    const rank = chosen.filter((value) => value < 0).length;
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  // Array.from also visits the ranks that were never drawn.
  return Array.from(counts, (count: number | undefined) => count ?? 0);
}

describe('chooseAround', () => {
  it.each([
    ['three options: every rank alike', side(9, false, -1), side(9, false, 1), 3],
    ['four options where three good ones stand on each side', side(9, true, -1), side(9, true, 1), 4],
    ['no fourth for one-sided good ones', side(9, false, -1), side(9, true, 1), 3],
  ])('%s (O1, O3)', (_, earlier, later, options) => {
    const counts = ranks(earlier, later);
    expect(counts).toHaveLength(options);
    const expected = 3000 / options;
    const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(16.3); // p = .001 for three degrees of freedom
  });

  it.each([
    ['none earlier', [], side(5, false, 1), [0]],
    ['none later', side(5, false, -1), [], [2]],
    ['one earlier', side(1, false, -1), side(5, false, 1), [0, 1]],
  ])('%s: the nearest possible rank', (_, earlier, later, possible) => {
    const found = ranks(earlier, later, 200).flatMap((count, rank) => (count > 0 ? [rank] : []));
    expect(found).toEqual(possible);
  });

  it('is not possible with fewer than two', () => {
    expect(chooseAround(drawFrom(1), side(1, true, -1), [])).toBeNull();
  });

  it('prefers the cheaper ones, luck aside', () => {
    const picked = new Set<number>();
    for (let seed = 0; seed < 300; seed++)
      for (const value of chooseAround(drawFrom(seed), side(9, false, -1), side(9, false, 1)) ?? [])
        picked.add(Math.abs(value));
    expect(Math.max(...picked)).toBeLessThanOrEqual(4);
  });

  // Story: beside 11 April 1902 and 14 April 1902 stood 24 October 1889, taken only because it is longer to read.
  it.each([
    ['a dear one is not taken for its length', 12, false],
    ['one that costs little more is', 2, true],
  ])('%s (O5)', (_, cost, taken) => {
    const short = [1, 2].map((value) => ({ value, cost: 0, good: false, excess: -1 }));
    const long = { value: 3, cost, good: false, excess: 1 };
    const chosen = Array.from({ length: 100 }, (__, seed) => chooseAround(drawFrom(seed), [], [...short, long]) ?? []);
    expect(chosen.some((values) => values.includes(3))).toBe(taken);
  });
});
