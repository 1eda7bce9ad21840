import { fromDayNumber, toDayNumber, type CivilCalendar } from '../../time/calendar';
import type { Language } from '../../time/language';
import type { DatePart } from '../../time/when';
import { sayDate, sayWithoutYear } from '../../time/words';
import { dayAt, xOf, type TimeView } from './time-view';

/** A line of the scale. */
export interface Tick {
  readonly x: number;
  /** Null: a line without words. */
  readonly label: string | null;
}

/** Two bands of a scale: the unit that is looked at, and the larger one around it. */
export interface Scale {
  readonly fine: readonly Tick[];
  /** Each has room until the next; the first may begin left of the edge. Empty: the fine one says it all. */
  readonly coarse: readonly Tick[];
}

/** Days of a unit, for choosing one; months and years differ. */
interface Step {
  readonly unit: 'day' | 'month' | 'year';
  readonly count: number;
  readonly days: number;
}
const STEPS: readonly Step[] = [
  { unit: 'day', count: 1, days: 1 },
  { unit: 'day', count: 7, days: 7 },
  { unit: 'month', count: 1, days: 30 },
  { unit: 'month', count: 3, days: 91 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((count): Step => ({
    unit: 'year',
    count,
    days: count * 365.25,
  })),
];
/** Pixels that a label needs: a number of a day, the name of a month, a year with its era. */
const ROOM = { day: 30, month: 78, year: 66 };
/** Every day has its line from so many pixels on. */
const DAY_LINE = 7;

/**
 * The scale of a view.
 *
 * @param width pixels
 * @param calendar in which the days are counted on the scale
 */
export function scaleOf(view: TimeView, width: number, calendar: CivilCalendar, language: Language): Scale {
  const step =
    STEPS.find(({ unit, days }) => days / view.daysPerPx >= ROOM[unit]) ?? STEPS.at(-1) ?? { unit: 'year', count: 5000, days: 0 }; // prettier-ignore
  const [first, last] = [Math.floor(dayAt(view, 0)), Math.ceil(dayAt(view, width))];
  const at = (day: number, label: string | null): Tick => ({ x: xOf(view, day), label });
  if (step.unit === 'year') return { fine: years(first, last, step.count, calendar, language, at), coarse: [] };
  if (step.unit === 'month') {
    const fine = months(first, last, step.count, calendar).map(({ day, part }) => at(day, sayWithoutYear(part, language)));
    return { fine, coarse: years(first, last, 1, calendar, language, at) };
  } // prettier-ignore
  const fine: Tick[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = fromDayNumber(day, calendar);
    const named = step.count === 1 || date.day === 1 || (date.day % 7 === 1 && date.day < 29);
    if (named) fine.push(at(day, String(date.day)));
    else if (1 / view.daysPerPx >= DAY_LINE) fine.push(at(day, null));
  }
  return { fine, coarse: months(first, last, 1, calendar).map(({ day, part }) => at(day, sayDate(part, language))) };
}

/** The first of every month, of every third and so on, from the one before the first day. */
function months(
  first: number,
  last: number,
  count: number,
  calendar: CivilCalendar,
): readonly { readonly day: number; readonly part: DatePart }[] {
  const { year, month } = fromDayNumber(first, calendar);
  const found = [];
  for (let index = Math.floor((year * 12 + month - 1) / count) * count; ; index += count) {
    const part = { ...BARE, year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, precision: 'month' } as const;
    const day = toDayNumber(part.year, part.month, 1, calendar);
    if (day > last) return found;
    found.push({ day, part });
  } // prettier-ignore
}

function years(
  first: number,
  last: number,
  count: number,
  calendar: CivilCalendar,
  language: Language,
  at: (day: number, label: string) => Tick,
): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let year = Math.floor(fromDayNumber(first, calendar).year / count) * count; ; year += count) {
    const day = toDayNumber(year, 1, 1, calendar);
    if (day > last) return ticks;
    ticks.push(at(day, sayDate({ ...BARE, year, precision: 'year' }, language)));
  }
}

const BARE = { month: null, season: null, day: null, approximate: false, uncertain: false };
