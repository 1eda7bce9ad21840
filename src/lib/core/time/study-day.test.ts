import { describe, expect, it } from 'vitest';
import { HELD_DAYS, startOfStudyDay, studyDay, studyDayAfter } from './study-day';

const at = (iso: string, utcOffsetMinutes: number) => ({ utcMs: Date.parse(iso), utcOffsetMinutes });
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00Z`) / 86_400_000;

describe('studyDay', () => {
  it.each([
    ['an hour before rollover belongs to the evening before', '2026-03-10T02:59Z', 0, 4, '2026-03-09'],
    ['the rollover itself begins the day', '2026-03-10T04:00Z', 0, 4, '2026-03-10'],
    ['half past midnight in Kyiv is still yesterday', '2026-03-09T22:30Z', 120, 4, '2026-03-09'],
    ['a Californian afternoon is one day though UTC turns', '2026-03-11T01:00Z', -420, 4, '2026-03-10'],
    ['with rollover at midnight the day is the calendar day', '2026-03-10T00:00Z', 0, 0, '2026-03-10'],
    ['quarter-hour zones count whole minutes', '2026-03-09T22:15Z', 345, 4, '2026-03-10'],
  ])('%s', (_, iso, offset, rollover, expected) => {
    expect(studyDay(at(iso, offset), rollover)).toBe(dayOf(expected));
  });

  it.each([
    [{ utcMs: NaN, utcOffsetMinutes: 0 }, 4, /no moment/],
    [{ utcMs: 0, utcOffsetMinutes: Infinity }, 4, /no moment/],
    [{ utcMs: 0, utcOffsetMinutes: 0 }, 24, /rollover hour 24/],
    [{ utcMs: 0, utcOffsetMinutes: 0 }, 4.5, /rollover hour 4.5/],
  ])('refuses %o with rollover %s', (moment, rollover, message) => {
    expect(() => studyDay(moment, rollover)).toThrow(message);
  });

  it('begins where startOfStudyDay says, to the millisecond', () => {
    const start = startOfStudyDay(20_000, -570, 3);
    expect(studyDay({ utcMs: start, utcOffsetMinutes: -570 }, 3)).toBe(20_000);
    expect(studyDay({ utcMs: start - 1, utcOffsetMinutes: -570 }, 3)).toBe(19_999);
  });
});

describe('studyDayAfter', () => {
  const noon = { utcMs: 20_000 * 86_400_000 + 43_200_000, utcOffsetMinutes: 0 };
  it.each([
    [null, 20_000, 'clock'],
    [19_990, 20_000, 'clock'],
    [20_000, 20_000, 'clock'],
    [20_001, 20_001, 'held'],
    [20_000 + HELD_DAYS, 20_000 + HELD_DAYS, 'held'],
    [20_000 + HELD_DAYS + 1, 20_000, 'corrected'],
  ] as const)('after day %s it is %s, by %s', (last, day, by) => {
    expect(studyDayAfter(last, noon, 4)).toEqual({ day, by });
  });

  it('keeps the day on a flight from Auckland to Honolulu over the date line', () => {
    const before = studyDayAfter(null, at('2026-06-10T10:00Z', 720), 4);
    const after = studyDayAfter(before.day, at('2026-06-10T19:00Z', -600), 4);
    expect(before.day).toBe(dayOf('2026-06-10'));
    expect(after).toEqual({ day: before.day, by: 'clock' });
    const earlyLanding = studyDayAfter(before.day, at('2026-06-10T13:00Z', -600), 4);
    expect(earlyLanding).toEqual({ day: before.day, by: 'held' });
  });
});
