import { describe, expect, it } from 'vitest';
import { coarsen, shiftDate, unitsBetween, writeDate } from './date-part';
import { compareParts } from './compare-parts';
import { parseDate } from './parse-date';
import type { DatePart, Precision } from './when';

function part(text: string): DatePart {
  const parsed = parseDate(text, null);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

describe('shiftDate', () => {
  it.each<[string, number, string]>([
    ['2022-02-28', 1, '2022-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-01-01', -1, '2021-12-31'],
    ['2022-11', 3, '2023-02'],
    ['2022-24', 1, '2023-21'],
    ['2022-21', -1, '2021-24'],
    ['2022', -2022, '0000'],
    ['0001', -1, '0000'],
    ['0001', -2, '-0001'],
    ['0000-01-01', -1, '-0001-12-31'],
    ['0000-01', -1, '-0001-12'],
    ['156X', -2, '154X'],
    ['15XX', 5, '20XX'],
    ['1500~', 1, '1501~'],
  ])('%s by %i is %s', (from, n, to) => {
    expect(writeDate(shiftDate(part(from), n))).toBe(to);
  });

  it('stops where a date can no longer be written', () => {
    expect(() => shiftDate(part('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => shiftDate(part('-9999'), -1)).toThrow(RangeError);
    expect(() => shiftDate(part('000X'), -1)).toThrow(RangeError);
  });
});

describe('unitsBetween', () => {
  it.each<[string, string, number]>([
    ['2022-02-24', '2022-03-02', 6],
    ['2022-03-02', '2022-02-24', -6],
    ['2022-02-24', '2022-04', 2],
    ['2022-24', '2023-01-15', 0],
    ['2022-12', '2022-24', 0],
    ['2022-21', '2022-12', 3],
    ['2022-01', '2021-24', 0],
    ['-0479', '0001', 480],
    ['156X', '1600', 4],
    ['1500', '19XX', 4],
  ])('%s to %s: %i', (a, b, units) => {
    expect(unitsBetween(part(a), part(b))).toBe(units);
  });
});

it.each<[string, Precision, string]>([
  ['2022-03-02', 'month', '2022-03'],
  ['2022-02-02', 'season', '2021-24'],
  ['2022-03', 'season', '2022-21'],
  ['2022-24', 'year', '2022'],
  ['1566', 'decade', '156X'],
  ['156X', 'day', '156X'],
])('%s within its %s is %s', (text, precision, within) => {
  expect(writeDate(coarsen(part(text), precision))).toBe(within);
});

it('compareParts sorts by time, the finer one after the coarser one that it begins', () => {
  const sorted = ['2022-03', '-0479', '2022-03-01', '2022-02-28', '2022'].map(part).sort(compareParts);
  expect(sorted.map(writeDate)).toEqual(['-0479', '2022', '2022-02-28', '2022-03', '2022-03-01']);
});
