/**
 * Civil dates and day numbers.
 *
 * A day number counts days since 1970-01-01 of the proleptic Gregorian calendar. Years are astronomical: 0 is 1 BC.
 * The arithmetic is exact for every year this program reads, MIN_YEAR … MAX_YEAR, and some way beyond on either side.
 */
export type CivilCalendar = 'gregorian' | 'julian';

export interface CivilDate {
  /** Astronomical year. */
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

export const MIN_YEAR = -9999;
export const MAX_YEAR = 9999;

const DAYS_PER_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days from the 1st of March of year 0 to 1970-01-01, counted in each calendar. */
const EPOCH: Record<CivilCalendar, number> = { gregorian: 719_468, julian: 719_470 };
const DAYS_PER_4_YEARS = 1461;
const DAYS_PER_400_YEARS = 146_097;

export function isLeapYear(year: number, calendar: CivilCalendar = 'gregorian'): boolean {
  if (year % 4 !== 0) return false;
  return calendar === 'julian' || year % 100 !== 0 || year % 400 === 0;
}

/** Days in a month, 28–31. Throws a RangeError for a month outside 1–12. */
export function daysInMonth(year: number, month: number, calendar: CivilCalendar = 'gregorian'): number {
  const days = DAYS_PER_MONTH[month - 1];
  if (days === undefined) throw new RangeError(`no month ${String(month)}`);
  return month === 2 && isLeapYear(year, calendar) ? 29 : days;
}

export function isCivilDate(date: CivilDate, calendar: CivilCalendar = 'gregorian'): boolean {
  const { year, month, day } = date;
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month, calendar);
}

/**
 * The day number of a civil date. Years are counted from March, so that the leap day ends one and every month before it
 * has a fixed offset (E. G. Richards, "Calendars", in the Explanatory Supplement to the Astronomical Almanac, 2013, §15.11).
 */
export function toDayNumber(year: number, month: number, day: number, calendar: CivilCalendar = 'gregorian'): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays =
    calendar === 'julian'
      ? Math.floor(marchYear / 4)
      : Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + dayOfYear - EPOCH[calendar];
}

/** The civil date of a day number: the inverse of `toDayNumber`. */
export function fromDayNumber(dayNumber: number, calendar: CivilCalendar = 'gregorian'): CivilDate {
  const days = dayNumber + EPOCH[calendar];
  const { marchYear, dayOfYear } = calendar === 'julian' ? julianYear(days) : gregorianYear(days);
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: month <= 2 ? marchYear + 1 : marchYear, month, day };
}

interface MarchYear {
  readonly marchYear: number;
  /** 0 is the 1st of March. */
  readonly dayOfYear: number;
}

function julianYear(days: number): MarchYear {
  const cycle = Math.floor(days / DAYS_PER_4_YEARS);
  const dayOfCycle = days - cycle * DAYS_PER_4_YEARS;
  // The last day of a cycle is the leap day: it belongs to the third year, not to a fourth one.
  const yearOfCycle = Math.min(3, Math.floor(dayOfCycle / 365));
  return { marchYear: 4 * cycle + yearOfCycle, dayOfYear: dayOfCycle - 365 * yearOfCycle };
}

function gregorianYear(days: number): MarchYear {
  const cycle = Math.floor(days / DAYS_PER_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_PER_400_YEARS;
  const century = Math.min(3, Math.floor(dayOfCycle / 36_524));
  const inCentury = julianYear(dayOfCycle - 36_524 * century);
  return { marchYear: 400 * cycle + 100 * century + inCentury.marchYear, dayOfYear: inCentury.dayOfYear };
}

/** ISO weekday of a day number: 1 Monday … 7 Sunday. */
export function weekday(dayNumber: number): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}
