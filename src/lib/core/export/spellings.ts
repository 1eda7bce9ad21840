import { coarsen, partOfIndex, unitIndex, PRECISIONS } from '../time/date-part';
import type { Language } from '../time/language';
import { parseDate } from '../time/parse-date';
import type { DatePart, Precision } from '../time/when';
import { sayDate } from '../time/words';
import type { Accept } from '../questions/question';
import type { YearRange } from './item';

/** A right answer that spans more units than this is listed by its first and last only. */
const MOST_UNITS = 31;

/** Spellings of a typed answer, the one to show first; with the year where a year is asked. */
export interface Spellings {
  readonly answers: readonly string[];
  readonly year: YearRange | null;
}

/**
 * What people are likely to type for a date or a place, for targets that compare letters: every spelling is one that our own judge takes
 * in full. Dates with strokes are not among them, since 2/3/2022 is another day elsewhere.
 */
export function spellings(accept: Accept | null, language: Language): Spellings | null {
  if (accept === null) return null;
  if ('names' in accept) return accept.names.length === 0 ? null : { answers: [...new Set(accept.names)], year: null };
  if (!('from' in accept)) return null;
  const unit = PRECISIONS.find((precision) => precision === accept.unit);
  const [from, to] = [readDay(accept.from), readDay(accept.to)];
  if (unit === undefined || from === null || to === null) return null;
  const [first, last] = [unitIndex(coarsen(from, unit)), unitIndex(coarsen(to, unit))];
  const units = last - first < MOST_UNITS ? range(first, last) : [first, last];
  const answers = units.flatMap((index) => spelled(partOfIndex(index, unit), language));
  const year = unit === 'year' ? { from: historical(first), to: historical(last) } : null;
  return { answers: [...new Set(answers)], year };
}

function readDay(text: string): DatePart | null {
  const read = parseDate(text, 'gregorian');
  return read.ok && read.value.precision === 'day' ? read.value : null;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** As history counts: there is no year 0, so 1 BC (astronomical 0) is −1. */
function historical(astronomical: number): number {
  return astronomical <= 0 ? astronomical - 1 : astronomical;
}

function spelled(part: DatePart, language: Language): string[] {
  const said = sayDate(part, language);
  const more: Readonly<Record<Precision, () => readonly string[]>> = {
    day: () => ofDay(part, said, language),
    month: () => (part.year > 0 ? [`${two(part.month)}.${four(part.year)}`, `${four(part.year)}-${two(part.month)}`] : []),
    season: () => [],
    year: () => ofYear(part.year, language),
    decade: () => [],
    century: () => [],
  }; // prettier-ignore
  return [said, ...more[part.precision](), ...withoutYearWord(said)];
}

function ofDay(part: DatePart, said: string, language: Language): string[] {
  const { year, month, day } = part;
  if (year <= 0) return [];
  const written = [`${String(day)}.${String(month)}.${String(year)}`, `${two(day)}.${two(month)}.${four(year)}`];
  const iso = `${four(year)}-${two(month)}-${two(day)}`;
  if (language === 'uk') return [...written, iso];
  const [number = '', name = '', ...rest] = said.split(' ');
  const american = `${name} ${number}, ${rest.join(' ')}`;
  return [american, american.replace(',', ''), `${number} ${name.slice(0, 3)} ${rest.join(' ')}`, ...written, iso];
}

function ofYear(year: number, language: Language): string[] {
  const count = String(year <= 0 ? 1 - year : year);
  if (year > 0) return year < 100 ? (language === 'en' ? [`${count} AD`, `${count} CE`] : [`${count} н. е.`]) : [count];
  return language === 'en' ? [`${count} BCE`] : [`${count} до н. е.`, `${count} р. до н. е.`];
}

/** Ukrainian dates end in a word for the year, which few people type. */
function withoutYearWord(said: string): string[] {
  const bare = said.replace(/ (?:рік|року|роки|років)(?= |$)/gu, '');
  return bare === said ? [] : [bare];
}

function two(value: number | null): string {
  return String(value ?? 0).padStart(2, '0');
}

function four(value: number): string {
  return String(value).padStart(4, '0');
}
