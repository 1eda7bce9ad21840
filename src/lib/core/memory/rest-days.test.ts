import { describe, expect, it } from 'vitest';
import { studyDayOfDate } from '../time/study-day';
import { changeWeek, checkRestWeeks, restDays, restPlan } from './rest-days';
import { DEFAULT_STUDY_SETTINGS, checkStudySetting, easesOf, weekdaysOff } from './study-settings';

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
  const isRest = restDays({
    weeks: [{ fromDay: 0, weekdays: [7] }],
    spans: [{ from: '2026-12-24', to: '2026-12-26' }],
  });
  expect([-1, 0, 1, 2, 3, 4, 10].map((after) => isRest(DAY + after))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    true,
  ]);
  expect(restDays({ weeks: [], spans: [] })(DAY)).toBe(false);
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
  expect(checkStudySetting('restDays', spans) === null).toBe(fits);
});

it('a planned day is one without studying, whatever its weekday is, and only that', () => {
  const easyDays = DEFAULT_STUDY_SETTINGS.easyDays.with(4, 'fewer').with(6, 'none');
  const easeOf = easesOf({ easyDays, restDays: [{ from: '2026-12-24', to: '2026-12-25' }, { from: 'broken', to: '' }] });
  // From Wednesday the 23rd to Sunday the 27th, and the Friday after.
  expect([-1, 0, 1, 2, 3, 8].map((after) => easeOf(DAY + after))).toEqual(['usual', 'none', 'none', 'usual', 'none', 'fewer']);
}); // prettier-ignore

it('the day that is free for the queue is the one that is rest for the streak', () => {
  const settings = {
    easyDays: DEFAULT_STUDY_SETTINGS.easyDays.with(0, 'none'),
    restDays: [{ from: '2026-12-24', to: '2027-01-06' }],
    restWeeks: [],
  };
  const [easeOf, isRest] = [easesOf(settings), restDays(restPlan(settings))];
  for (let day = DAY - 30; day < DAY + 60; day += 1) expect(easeOf(day) === 'none').toBe(isRest(day));
});

it('weekdays on which nothing is asked are rest', () => {
  expect(weekdaysOff(DEFAULT_STUDY_SETTINGS.easyDays)).toEqual([]);
  expect(weekdaysOff(['none', 'usual', 'fewer', 'usual', 'usual', 'usual', 'none'])).toEqual([1, 7]);
});

describe('weeks', () => {
  const { easyDays } = DEFAULT_STUDY_SETTINGS;
  const sundaysOff = easyDays.with(6, 'none');
  const plan = (days: typeof easyDays, restWeeks: ReturnType<typeof changeWeek> = []) =>
    restPlan({ easyDays: days, restWeeks, restDays: [] });
  // 27 December 2026 is a Sunday.
  const SUNDAY = DAY + 3;
  const lastSundays = (weeks: ReturnType<typeof changeWeek>, days = easyDays): readonly boolean[] =>
    [-14, -7, 0, 7].map((after) => restDays(plan(days, weeks))(SUNDAY + after));

  it('hold from the beginning where none was ever changed', () => {
    expect(lastSundays([], sundaysOff)).toEqual([true, true, true, true]);
    expect(lastSundays([])).toEqual([false, false, false, false]);
  });

  it('that are changed leave what is behind as it was planned', () => {
    const off = changeWeek(plan(easyDays), sundaysOff, SUNDAY - 2);
    expect(lastSundays(off)).toEqual([false, false, true, true]);
    const on = changeWeek(plan(sundaysOff, off), easyDays, SUNDAY + 1);
    expect(lastSundays(on)).toEqual([false, false, true, false]);
    // Changed twice on one day, only the last counts; changed back, nothing was changed.
    expect(lastSundays(changeWeek(plan(easyDays, on), sundaysOff, SUNDAY + 1))).toEqual([false, false, true, true]);
    expect(changeWeek(plan(sundaysOff, off), sundaysOff, SUNDAY + 1)).toEqual(off);
  });

  it.each([
    [[], true],
    [[{ fromDay: 5, weekdays: [1, 7] }, { fromDay: 6, weekdays: [] }], true],
    [[{ fromDay: 5, weekdays: [1] }, { fromDay: 5, weekdays: [] }], false],
    [[{ fromDay: 5.5, weekdays: [1] }], false],
    [[{ fromDay: 5, weekdays: [0] }], false],
    [[{ fromDay: 5 }], false],
    [undefined, false],
  ])('%j are weeks: %s', (weeks, fits) => {
    expect(checkRestWeeks(weeks) === null).toBe(fits);
  }); // prettier-ignore
});
