import { expect, test } from 'vitest';
import { dayMs, dotsOf } from './vote-days';

test('days of one date stand on each other, the ends of the line are the earliest and the latest', () => {
  const { dots, where } = dotsOf(['2022-03-01', '2022-03-03', '2022-03-03'], ['2022-03-02']);
  expect(dots).toEqual([
    { day: '2022-03-01', at: 0, count: 1 },
    { day: '2022-03-03', at: 1, count: 2 },
  ]);
  expect(where('2022-03-02')).toBe(0.5);
});

test('one day alone stands in the middle', () => {
  expect(dotsOf(['1914-07-28'], []).dots).toEqual([{ day: '1914-07-28', at: 0.5, count: 1 }]);
});

test('years before 1 AD and those after 9999 are days too', () => {
  expect(dayMs('-0043-03-15')).toBeLessThan(dayMs('0001-01-01'));
  expect(dayMs('1969-12-31')).toBe(-86_400_000);
});
