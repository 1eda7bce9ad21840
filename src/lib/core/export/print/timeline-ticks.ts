import { fromDayNumber, toDayNumber } from '../../time/calendar';
import { dayPart } from '../../time/date-part';
import type { Language } from '../../time/language';
import type { DatePart } from '../../time/when';
import { sayDate, sayWithoutYear } from '../../time/words';

/** A date written beside the axis. */
export interface Tick {
  /** Where it stands, 0 (top) … 1. */
  readonly at: number;
  readonly label: string;
}

/** A date that may be written beside an axis. */
export interface RoundDate {
  /** Day number. */
  readonly day: number;
  readonly label: string;
}

const DAYS = [1, 2, 5, 10] as const;
const MONTHS = [1, 3, 6] as const;
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

/** Round dates between two days (day numbers), about as many as there is room for: days, months or years. */
export function ticksOf(first: number, last: number, language: Language, most: number): RoundDate[] {
  const width = Math.max(1, last - first);
  const tick = (day: number, label: string): RoundDate => ({ day, label });
  if (first === last) return [tick(first, sayDate(partOfDay(first), language))];
  const days = DAYS.find((step) => width / step < most);
  if (days !== undefined) {
    const numbers = Array.from({ length: Math.floor(width / days) + 1 }, (_, i) => first + i * days);
    return numbers.map((day, i) => tick(day, i === 0 ? sayDate(partOfDay(day), language) : sayWithoutYear(partOfDay(day), language)));
  }
  const [start, end] = [fromDayNumber(first), fromDayNumber(last)];
  const months = MONTHS.find((step) => width / (30.4 * step) < most);
  const within = (day: number): boolean => day >= first && day <= last;
  if (months !== undefined) {
    const from = start.year * 12 + start.month - 1;
    const count = end.year * 12 + end.month - from;
    const indices = Array.from({ length: count }, (_, i) => from + i).filter((index) => index % months === 0);
    return indices.flatMap((index) => {
      const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
      const day = toDayNumber(year, ((month - 1 + 12) % 12) + 1, 1);
      return within(day) ? [tick(day, sayDate(partOf(year, month), language))] : [];
    });
  }
  const years = YEARS.find((step) => (end.year - start.year) / step < most) ?? 10_000;
  const begin = Math.ceil(start.year / years) * years;
  const count = Math.floor((end.year - begin) / years) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => begin + i * years).flatMap((year) => {
    const day = toDayNumber(year, 1, 1);
    return within(day) ? [tick(day, sayDate(partOf(year, null), language))] : [];
  });
} // prettier-ignore

function partOfDay(day: number): DatePart {
  const date = fromDayNumber(day);
  return dayPart(date.year, date.month, date.day);
}

function partOf(year: number, month: number | null): DatePart {
  return {
    year, month, season: null, day: null, precision: month === null ? 'year' : 'month', approximate: false, uncertain: false,
  };
} // prettier-ignore
