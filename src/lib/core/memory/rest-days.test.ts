import { expect, it } from 'vitest';
import { studyDayOfDate } from '../time/study-day';
import { checkRestDays, restDays } from './rest-days';
import { DEFAULT_STUDY_SETTINGS, weekdaysOff } from './study-settings';

const DAY = Date.UTC(2026, 11, 24) / 86_400_000;

it.each([
  ['1970-01-01', 0],
  ['2026-12-24', DAY],
  ['2024-02-29', Date.UTC(2024, 1, 29) / 86_400_000],
  ['2026-02-29', null],
  ['24.12.2026', null],
  ['', null],
])('%s is study day %s', (date, day) => {
  expect(studyDayOfDate(date)).toBe(day);
});

it('a day is free by its weekday or within a span, both ends included', () => {
  // 24 December 2026 is a Thursday.
  const isRest = restDays({ weekdays: [7], spans: [{ from: '2026-12-24', to: '2026-12-26' }] });
  expect([-1, 0, 1, 2, 3, 4, 10].map((after) => isRest(DAY + after))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    true,
  ]);
  expect(restDays({ weekdays: [], spans: [] })(DAY)).toBe(false);
});

it.each([
  [[], true],
  [[{ from: '2026-12-24', to: '2026-12-24' }], true],
  [[{ from: '2026-12-24', to: '2026-12-23' }], false],
  [[{ from: '2026-01-01', to: '2026-12-24' }], false],
  [[{ from: '2026-12-24' }], false],
  [[{ from: 1, to: 2 }], false],
  ['2026-12-24', false],
  [undefined, false],
])('%j may be planned: %s', (spans, fits) => {
  expect(checkRestDays(spans) === null).toBe(fits);
});

it('weekdays on which nothing is asked are rest', () => {
  expect(weekdaysOff(DEFAULT_STUDY_SETTINGS.easyDays)).toEqual([]);
  expect(weekdaysOff(['none', 'usual', 'fewer', 'usual', 'usual', 'usual', 'none'])).toEqual([1, 7]);
});
