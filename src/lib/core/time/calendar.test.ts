import { describe, expect, it } from 'vitest';
import {
  daysInMonth,
  fromDayNumber,
  isCivilDate,
  isLeapYear,
  toDayNumber,
  weekday,
  type CivilCalendar,
} from './calendar';

describe('day numbers of known days', () => {
  // Julian day numbers less 2 440 588, from the tables of the Explanatory Supplement.
  const known: [CivilCalendar, number, number, number, number][] = [
    ['gregorian', 1970, 1, 1, 0],
    ['gregorian', 2000, 2, 29, 11_016],
    ['gregorian', 2022, 2, 24, 19_047],
    ['gregorian', 1582, 10, 15, -141_427],
    ['julian', 1582, 10, 4, -141_428],
    ['julian', 1917, 10, 25, -19_048],
    ['gregorian', 1917, 11, 7, -19_048],
    ['gregorian', 0, 3, 1, -719_468],
    ['julian', -4712, 1, 1, -2_440_588],
    ['gregorian', -4713, 11, 24, -2_440_588],
  ];
  it.each(known)('%s %i-%i-%i is %i', (calendar, year, month, day, number) => {
    expect(toDayNumber(year, month, day, calendar)).toBe(number);
    expect(fromDayNumber(number, calendar)).toEqual({ year, month, day });
  });
});

describe('leap years and lengths of months', () => {
  it.each<[number, CivilCalendar, boolean]>([
    [2000, 'gregorian', true],
    [1900, 'gregorian', false],
    [1900, 'julian', true],
    [0, 'gregorian', true],
    [-4, 'julian', true],
    [-1, 'gregorian', false],
  ])('%i in the %s calendar: %s', (year, calendar, leap) => {
    expect(isLeapYear(year, calendar)).toBe(leap);
    expect(daysInMonth(year, 2, calendar)).toBe(leap ? 29 : 28);
  });

  it('has no thirteenth month and no 30 February', () => {
    expect(() => daysInMonth(2022, 13)).toThrow(RangeError);
    expect(isCivilDate({ year: 2022, month: 2, day: 30 })).toBe(false);
    expect(isCivilDate({ year: 2022, month: 0, day: 1 })).toBe(false);
    expect(isCivilDate({ year: 1900, month: 2, day: 29 }, 'julian')).toBe(true);
  });
});

it.each([
  [0, 4],
  [-1, 3],
  [19_047, 4], // 24 February 2022, a Thursday
  [-719_468, 3],
])('weekday of day %i is %i', (number, iso) => {
  expect(weekday(number)).toBe(iso);
});
