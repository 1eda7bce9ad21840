import { fromDayNumber, MAX_YEAR, MIN_YEAR, toDayNumber, type CivilCalendar } from './calendar';
import type { DatePart, Precision } from './when';

/** From fine to coarse. */
export const PRECISIONS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century'];

/**
 * A date of these numbers. Every date is made here, its properties in one order: engines read objects that were all made alike several
 * times as fast as those that were put together from pieces, and a question reads hundreds.
 *
 * @param within what the precision needs besides the year: month and day of a day, month, season
 */
export function makePart(
  precision: Precision,
  year: number,
  { month = null, season = null, day = null }: Partial<Pick<DatePart, 'month' | 'season' | 'day'>> = {},
  { approximate, uncertain }: Pick<DatePart, 'approximate' | 'uncertain'> = PLAIN,
): DatePart {
  return { year, month, season, day, precision, approximate, uncertain };
}

/** No `~`, no `?`. */
const PLAIN = { approximate: false, uncertain: false };

/** A part of plain numbers. */
export function dayPart(year: number, month: number, day: number): DatePart {
  return makePart('day', year, { month, day });
}

/** The day of a day number, as a Gregorian date unless told otherwise. */
export function dayPartOf(dayNumber: number, calendar: CivilCalendar = 'gregorian'): DatePart {
  const { year, month, day } = fromDayNumber(dayNumber, calendar);
  return dayPart(year, month, day);
}

/**
 * Which unit of its own precision a part is, counted so that the next one has the next number:
 * day number, months since year 0, seasons since the spring of year 0, years, decades, centuries.
 */
export function unitIndex(part: DatePart, calendar: CivilCalendar = 'gregorian'): number {
  switch (part.precision) {
    case 'day':
      return toDayNumber(part.year, part.month ?? 1, part.day ?? 1, calendar);
    case 'month':
      return part.year * 12 + (part.month ?? 1) - 1;
    case 'season':
      return part.year * 4 + (part.season ?? 1) - 1;
    case 'year':
      return part.year;
    case 'decade':
      return Math.floor(part.year / 10);
    case 'century':
      return Math.floor(part.year / 100);
  }
}

/** The part with that index: the inverse of `unitIndex`, without qualifiers, and without a check of the range of years. */
export function partOfIndex(index: number, precision: Precision, calendar: CivilCalendar = 'gregorian'): DatePart {
  switch (precision) {
    case 'day':
      return dayPartOf(index, calendar);
    case 'month':
      return makePart('month', Math.floor(index / 12), { month: modulo(index, 12) + 1 });
    case 'season':
      return makePart('season', Math.floor(index / 4), { season: modulo(index, 4) + 1 });
    case 'year':
      return makePart('year', index);
    case 'decade':
      return makePart('decade', index * 10);
    case 'century':
      return makePart('century', index * 100);
  }
}

/**
 * The part `n` units of its own precision later (earlier when negative), precision and qualifiers kept.
 * Throws a RangeError when that lies outside the years this program can write: −9999 … 9999, and 0 … for decades and centuries.
 */
export function shiftDate(part: DatePart, n: number, calendar: CivilCalendar = 'gregorian'): DatePart {
  const shifted = partOfIndex(unitIndex(part, calendar) + n, part.precision, calendar);
  const least = part.precision === 'decade' || part.precision === 'century' ? 0 : MIN_YEAR;
  if (shifted.year < least || shifted.year > MAX_YEAR) {
    throw new RangeError(
      `${writeDate(part)} cannot be moved by ${String(n)}: the year would be ${String(shifted.year)}`,
    );
  }
  return makePart(part.precision, shifted.year, shifted, part);
}

/**
 * How far `b` lies after `a` (negative: before), in units of the coarser of the two precisions.
 * A winter's January and February count to the year before, as in `2022-24`.
 */
export function unitsBetween(a: DatePart, b: DatePart, calendar: CivilCalendar = 'gregorian'): number {
  const unit = coarser(a.precision, b.precision);
  return unitIndex(coarsen(b, unit), calendar) - unitIndex(coarsen(a, unit), calendar);
}

export function coarser(a: Precision, b: Precision): Precision {
  return PRECISIONS.indexOf(a) >= PRECISIONS.indexOf(b) ? a : b;
}

/** The unit of that precision in which the part lies; the part itself where it is as coarse or coarser. */
export function coarsen(part: DatePart, precision: Precision): DatePart {
  if (PRECISIONS.indexOf(part.precision) >= PRECISIONS.indexOf(precision)) return part;
  switch (precision) {
    case 'day':
    case 'month':
      return makePart('month', part.year, { month: part.month }, part);
    case 'season': {
      // Months are counted from March, so that every three of them are a season and January and February end one.
      const fromMarch = part.year * 12 + (part.month ?? 1) - 3;
      const { year, season } = partOfIndex(Math.floor(fromMarch / 3), 'season');
      return makePart('season', year, { season }, part);
    }
    case 'year':
      return makePart('year', part.year, {}, part);
    case 'decade':
      return makePart('decade', Math.floor(part.year / 10) * 10, {}, part);
    case 'century':
      return makePart('century', Math.floor(part.year / 100) * 100, {}, part);
  }
}

/** The part as EDTF. A part both approximate and uncertain is written with `%`, which no pack may use. */
export function writeDate(part: DatePart): string {
  return writeUnqualified(part) + writeQualifier(part);
}

function writeUnqualified(part: DatePart): string {
  const sign = part.year < 0 ? '-' : '';
  const digits = pad(Math.abs(part.year), 4);
  switch (part.precision) {
    case 'century':
      return `${sign}${digits.slice(0, 2)}XX`;
    case 'decade':
      return `${sign}${digits.slice(0, 3)}X`;
    case 'year':
      return sign + digits;
    case 'season':
      return `${sign}${digits}-${pad(20 + (part.season ?? 1), 2)}`;
    case 'month':
      return `${sign}${digits}-${pad(part.month ?? 1, 2)}`;
    case 'day':
      return `${sign}${digits}-${pad(part.month ?? 1, 2)}-${pad(part.day ?? 1, 2)}`;
  }
}

function writeQualifier(part: DatePart): string {
  if (part.approximate && part.uncertain) return '%';
  if (part.approximate) return '~';
  return part.uncertain ? '?' : '';
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
