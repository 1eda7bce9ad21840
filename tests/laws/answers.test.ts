import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeMap } from '../../src/lib/core/answers/judge-map';
import { judgeOrder } from '../../src/lib/core/answers/judge-order';
import { judgeTypedDate } from '../../src/lib/core/answers/judge-typed-date';
import type { Judgeable } from '../../src/lib/core/answers/judgeable';
import type { Judged } from '../../src/lib/core/answers/verdict';
import { distanceKm } from '../../src/lib/core/places/distance';
import { dayPartOf, partOfIndex, unitIndex, writeDate } from '../../src/lib/core/time/date-part';
import { rangeOfDate } from '../../src/lib/core/time/read-span';
import type { Precision } from '../../src/lib/core/time/when';

function creditOf(judged: Judged): number {
  if (!judged.ok) throw new Error(judged.message);
  return judged.verdict.credit;
}

const UNITS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century'];
const FIRST_YEAR = 1000;
const LAST_YEAR = 2500;

/** Units of a precision, by index, that lie in years with four digits. */
const unitOf = (precision: Precision) => {
  const at = (year: number): number => unitIndex({ ...dayPartOf(0), year, month: 1, day: 1, season: 1, precision });
  return fc.integer({ min: at(FIRST_YEAR), max: at(LAST_YEAR) });
};
const typedOf = (index: number, precision: Precision): string => writeDate(partOfIndex(index, precision));

function creditOfUnit(precision: Precision, key: number, answered: number): number {
  const { first, last } = rangeOfDate(partOfIndex(key, precision), 'gregorian');
  const [from, to] = [dayPartOf(first), dayPartOf(last)].map(writeDate);
  return creditOf(judgeTypedDate({ from: from ?? '', to: to ?? '', unit: precision }, typedOf(answered, precision)));
}

describe('C1: closer never scores less', () => {
  test.each(UNITS)('a typed %s', (precision) => {
    fc.assert(
      fc.property(unitOf(precision), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 }), (key, off, more) => {
        const farther = off < 0 ? off - more : off + more;
        // What has no four digits cannot be typed as EDTF.
        const { year } = partOfIndex(key + farther, precision);
        fc.pre(year > 0 && year <= 9900);
        expect(creditOfUnit(precision, key, key + off)).toBeGreaterThanOrEqual(creditOfUnit(precision, key, key + farther));
      }),
    );
  }); // prettier-ignore

  test('a point on the map', () => {
    const degrees = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(degrees, degrees), fc.tuple(degrees, degrees), fc.double({ min: 0.1, max: 30, noNaN: true }), (a, b, radiusKm) => {
        const key = [30, 50] as const;
        const points = [a, b].map(([dx, dy]) => [key[0] + dx, key[1] + dy] as const);
        const [near, far] = points.sort((p, q) => distanceKm(key, p) - distanceKm(key, q));
        const credit = (point: readonly [number, number] | undefined): number =>
          creditOf(judgeMap({ point: key, radiusKm, area: null, frame: [28, 49, 32, 51] }, point ?? key));
        expect(credit(near)).toBeGreaterThanOrEqual(credit(far));
      }),
    );
  }); // prettier-ignore

  test('an order: putting two wrong neighbours right never scores less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 6 }).chain((n) => fc.shuffledSubarray(lettersTo(n), { minLength: n })), (order) => {
        const question = sequence(lettersTo(order.length));
        order.slice(1).forEach((letter, i) => {
          const before = order[i] ?? '';
          if (before < letter) return;
          const better = order.with(i, letter).with(i + 1, before);
          expect(creditOf(judgeOrder(question, better))).toBeGreaterThanOrEqual(creditOf(judgeOrder(question, order)));
        });
        expect(creditOf(judgeOrder(question, [...order].sort()))).toBe(1);
      }),
    );
  }); // prettier-ignore
});

describe('C2: any linear extension of a partial order is fully right', () => {
  test('groups of ties in any inner order', () => {
    const groups = fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 })
      .filter((sizes) => sizes.reduce((sum, size) => sum + size, 0) <= 6);
    fc.assert(
      fc.property(groups, fc.infiniteStream(fc.nat()), (sizes, luck) => {
        const key = lettersTo(sizes.reduce((sum, size) => sum + size, 0));
        let at = 0;
        const members = sizes.map((size) => key.slice(at, (at += size)));
        const ties = members.flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const)));
        const extension = members.flatMap((group) => sortedBy(group, () => Number(luck.next().value)));
        expect(creditOf(judgeOrder(sequence(key, ties), extension))).toBe(1);
      }),
    );
  }); // prettier-ignore

  test('any partial order: an answer is fully right exactly when it breaks no definite pair', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 5 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (n, tied) => {
        const key = lettersTo(n);
        const pairs = key.flatMap((a, i) => key.slice(i + 1).map((b) => [a, b] as const));
        const ties = pairs.filter((_, i) => tied[i]);
        const definite = pairs.filter((_, i) => tied[i] !== true);
        for (const order of permutations(key)) {
          const extends_ = definite.every(([a, b]) => order.indexOf(a) < order.indexOf(b));
          expect(creditOf(judgeOrder(sequence(key, ties), order)) === 1).toBe(extends_);
        }
      }),
      { numRuns: 30 },
    );
  }); // prettier-ignore
});

describe('C3: what an order drawn by lot scores on average', () => {
  test.each([
    [3, 0.28],
    [4, 0.19],
    [5, 0.16],
  ])('%i events: %d', (n, floor) => {
    const all = permutations(lettersTo(n));
    const sum = all.reduce((total, order) => total + creditOf(judgeOrder(sequence(lettersTo(n)), order)), 0);
    expect(Math.round((sum / all.length) * 100) / 100).toBe(floor);
  });
});

function sequence(key: readonly string[], ties: readonly (readonly [string, string])[] = []): Judgeable {
  return { kind: 'sequence', form: 'order', options: key.map((id) => ({ id })), key, ties, accept: null };
}

function lettersTo(n: number): string[] {
  return Array.from('abcdef'.slice(0, n));
}

function sortedBy<T>(items: readonly T[], rank: () => number): T[] {
  return items
    .map((item) => ({ item, rank: rank() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function permutations(items: readonly string[]): string[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}
