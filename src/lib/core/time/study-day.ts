import { isCivilDate, toDayNumber } from './calendar';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** One moment on a learner's device. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly utcMs: number;
  /** Minutes east of UTC that the device's clock shows then: local time − UTC, +180 in a Kyiv summer. (`Date.getTimezoneOffset` has the other sign.) */
  readonly utcOffsetMinutes: number;
}

/** A study day and whether the clock was overruled to get it. */
export interface StudyDay {
  /** Days since 1970-01-01, counted at the rollover hour of the local clock. */
  readonly day: number;
  /**
   * `clock`: what the clock says. `held`: the clock says an earlier day than the one already studied (a flight west, a clock
   * set back), and the day stays. `corrected`: the clock says it is far earlier, so the clock was wrong before: the day follows it.
   */
  readonly by: 'clock' | 'held' | 'corrected';
}

/** A flight, a date line and a change of zone together never move the local clock further back than this. */
export const HELD_DAYS = 2;

/**
 * The study day of a moment. The local day begins at `rolloverHour` (0–23), so that an answer given after midnight
 * belongs to the evening before. The offset is the one in force at that moment, which makes summer time need no rule of its own.
 *
 * @throws RangeError when a number is not finite or the hour is no hour: settings are checked before they get here.
 */
export function studyDay(moment: Moment, rolloverHour: number): number {
  if (!Number.isFinite(moment.utcMs) || !Number.isFinite(moment.utcOffsetMinutes)) {
    throw new RangeError(`no moment: ${String(moment.utcMs)} ms, offset ${String(moment.utcOffsetMinutes)} min`);
  }
  if (!Number.isInteger(rolloverHour) || rolloverHour < 0 || rolloverHour > 23) {
    throw new RangeError(`rollover hour ${String(rolloverHour)} (expected a whole number from 0 to 23)`);
  }
  const local = moment.utcMs + moment.utcOffsetMinutes * MINUTE_MS;
  return Math.floor((local - rolloverHour * HOUR_MS) / DAY_MS);
}

/**
 * The study day of a moment, given the day of the learner's last answer (null: none yet). Days never go backwards, except that a
 * clock found more than `HELD_DAYS` behind the log was wrong when the log was written: else everything would wait until
 * that wrong day comes.
 */
export function studyDayAfter(lastDay: number | null, moment: Moment, rolloverHour: number): StudyDay {
  const day = studyDay(moment, rolloverHour);
  if (lastDay === null || day >= lastDay) return { day, by: 'clock' };
  return lastDay - day <= HELD_DAYS ? { day: lastDay, by: 'held' } : { day, by: 'corrected' };
}

/** The study day whose local date is `2027-05-31`: it begins on that date. Null: no such date. */
export function studyDayOfDate(date: string): number | null {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || !isCivilDate({ year, month, day })) return null;
  return toDayNumber(year, month, day);
}

/** The UTC moment in milliseconds at which a study day begins, under an offset in minutes east of UTC. */
export function startOfStudyDay(day: number, utcOffsetMinutes: number, rolloverHour: number): number {
  return day * DAY_MS + rolloverHour * HOUR_MS - utcOffsetMinutes * MINUTE_MS;
}
