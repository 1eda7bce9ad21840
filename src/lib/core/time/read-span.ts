import { daysInMonth, isCivilDate, toDayNumber, type CivilCalendar } from './calendar';
import { partOfIndex, unitIndex, writeDate } from './date-part';
import type { Span } from './span';
import type { Calendar, DatePart } from './when';

/** From where the distance is counted by which `~` widens. */
const YEAR_2000 = toDayNumber(2000, 1, 1);

/** First and last day number of a date, as a pair that is easy to widen and to join. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** The calendar of a date for which none is given: Gregorian from 1582-10-15 on, unknown before. */
export function defaultCalendar(part: DatePart): Calendar {
  // Compared as numbered, so that a day only the Julian calendar has (1500-02-29) can be asked about too.
  const firstMonth = part.month ?? (part.season === null ? 1 : part.season * 3);
  const written = part.year * 10_000 + firstMonth * 100 + (part.day ?? 1);
  return written >= 1582_10_15 ? 'gregorian' : 'unknown';
}

/**
 * The four days of one written date, widened by its `~`.
 * Throws a RangeError for a day that the calendar does not have (`parseWhen` lets none through).
 */
export function spanOfDate(part: DatePart, calendar: Calendar): Span {
  return spanOfRange(rangeOfDate(part, calendar));
}

/** Begun and ended within the range. */
export function spanOfRange({ first, last }: DayRange): Span {
  return { earliestStart: first, latestStart: last, earliestEnd: first, latestEnd: last };
}

/** First and last day on which something of that date may have been, widened by its `~`. */
export function rangeOfDate(part: DatePart, calendar: Calendar): DayRange {
  if (calendar !== 'unknown') return widened(part, calendar);
  const ranges = readings(part, calendar).map((reading) => widened(part, reading));
  return {
    first: Math.min(...ranges.map((range) => range.first)),
    last: Math.max(...ranges.map((range) => range.last)),
  };
}

/**
 * The calendars in which a date is read. A day of an unknown calendar may be meant in either, so both count as far as
 * they have such a day; anything coarser is taken as numbered: the days by which the calendars differ are below its precision.
 */
function readings(part: DatePart, calendar: Calendar): readonly CivilCalendar[] {
  if (calendar !== 'unknown') return [calendar];
  if (part.precision !== 'day') return ['gregorian'];
  const both: readonly CivilCalendar[] = ['gregorian', 'julian'];
  return both.filter((reading) => hasDay(part, reading));
}

/** Whether the calendar has that day (1900-02-29 is Julian only); for coarser dates true. */
export function hasDay(part: DatePart, calendar: Calendar): boolean {
  if (part.precision !== 'day') return true;
  const date = { year: part.year, month: part.month ?? 0, day: part.day ?? 0 };
  if (calendar === 'unknown') return isCivilDate(date, 'gregorian') || isCivilDate(date, 'julian');
  return isCivilDate(date, calendar);
}

function daysWithin(part: DatePart, calendar: CivilCalendar): DayRange {
  const { year, month, season, day } = part;
  switch (part.precision) {
    case 'day': {
      if (!hasDay(part, calendar)) throw new RangeError(`no day ${writeDate(part)} in the ${calendar} calendar`);
      const number = toDayNumber(year, month ?? 1, day ?? 1, calendar);
      return { first: number, last: number };
    }
    case 'month':
      return months(year, month ?? 1, year, month ?? 1, calendar);
    case 'season':
      // 24 is December to February of the next year.
      if (season === 4) return months(year, 12, year + 1, 2, calendar);
      return months(year, 3 * (season ?? 1), year, 3 * (season ?? 1) + 2, calendar);
    case 'year':
      return months(year, 1, year, 12, calendar);
    case 'decade':
      return months(year, 1, year + 9, 12, calendar);
    case 'century':
      return months(year, 1, year + 99, 12, calendar);
  }
}

function months(
  fromYear: number,
  fromMonth: number,
  toYear: number,
  toMonth: number,
  calendar: CivilCalendar,
): DayRange {
  return {
    first: toDayNumber(fromYear, fromMonth, 1, calendar),
    last: toDayNumber(toYear, toMonth, daysInMonth(toYear, toMonth, calendar), calendar),
  };
}

/**
 * `~` moves both sides out by one unit of the precision, or by 1 % of the distance from the year 2000 in whole days
 * where that is more: what is written as about 1500 is known less well than about 1950.
 * The distance is counted from the first day of the date to 1 January 2000.
 */
function widened(part: DatePart, calendar: CivilCalendar): DayRange {
  const exact = daysWithin(part, calendar);
  if (!part.approximate) return exact;
  const index = unitIndex(part, calendar);
  const before = daysWithin(partOfIndex(index - 1, part.precision, calendar), calendar);
  const after = daysWithin(partOfIndex(index + 1, part.precision, calendar), calendar);
  const days = Math.floor(Math.abs(exact.first - YEAR_2000) / 100);
  return { first: Math.min(before.first, exact.first - days), last: Math.max(after.last, exact.last + days) };
}
