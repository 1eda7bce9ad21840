import { describe, expect, it } from 'vitest';
import { drawFrom, hashParts, hexOf, joinParts } from './hash';

describe('hashParts', () => {
  it('tells lists apart that would be one text if joined plainly', () => {
    expect(joinParts(['ab', 'c'])).not.toBe(joinParts(['a', 'bc']));
    expect(hashParts(['ab', 'c'])).not.toBe(hashParts(['a', 'bc']));
    expect(hashParts(['a:1', 'b'])).not.toBe(hashParts(['a', '1b']));
  });

  it('stays what it was: ids of questions hang on it', () => {
    expect(hexOf(hashParts(['ukraine-2022', 'ivankiv-captured:date', 'date/choice', 'en', '1']))).toBe('d31b065b');
    expect(hexOf(hashParts([]))).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('drawFrom', () => {
  it('draws evenly, also from seeds that follow one another', () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      const rank = drawFrom(hashParts(['fact', String(seed)])).below(4);
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    // χ² with 3 degrees of freedom: 16.3 is p = .001.
    const chi = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi).toBeLessThan(16.3);
  });

  it('shuffles into every order equally often and keeps the members', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const order = drawFrom(hashParts([String(seed)])).shuffle(['x', 'y', 'z']);
      expect([...order].sort()).toEqual(['x', 'y', 'z']);
      seen.set(order.join(''), (seen.get(order.join('')) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    const chi = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi).toBeLessThan(20.5); // 5 degrees of freedom, p = .001
  });
});
