import { fromDayNumber, MAX_YEAR } from './calendar';
import { partOfIndex } from './date-part';
import { parseDate } from './parse-date';
import { hasDay, rangeOfDate, type DayRange } from './read-span';
import { isFiller, monthOf, romanNumber, seasonOf, splitEra, withoutHedge, type Era } from './typed-words';
import type { DatePart, Precision } from './when';

/** What somebody's words for a date come to: the days they may mean, and how exact they are. */
export interface TypedDate extends DayRange {
  readonly precision: Precision;
}

/** Several dates where the year was left open or cut short: any of them may be meant. */
export type ReadTypedDate =
  | { readonly kind: 'dates'; readonly dates: readonly TypedDate[] }
  /** 5/6/1944: the fifth of June or the sixth of May. */
  | {
      readonly kind: 'which-month';
      readonly dayFirst: readonly TypedDate[];
      readonly monthFirst: readonly TypedDate[];
    };

/**
 * Reads a date as people type it in English and Ukrainian (rule C5): 2 March 2022, March 2, 2.3.2022, 2022-03-02,
 * 2 березня 2022, March 2022, spring 2022, 480 BC, c. 1500, the 1560s, 16th century, XVI століття. Null: no date.
 *
 * @param near day number near which a year that is left out or has two digits is meant
 */
export function readTypedDate(text: string, near: number): ReadTypedDate | null {
  const plain = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[–—−]/gu, '-')
    .replace(/[’‘`´]/gu, "'")
    .replace(/\s+/gu, ' ');
  const written = parseDate(plain.toUpperCase().replace(/[~?]$/, ''), 'gregorian');
  if (written.ok) return dates([written.value]);
  const [rest, era] = splitEra(plain);
  const words = withoutHedge(rest);
  return readSlashed(words, era, near) ?? dates(readYears(words, era) ?? readWords(words, era, near));
}

function dates(parts: readonly DatePart[] | null): ReadTypedDate | null {
  const known = (parts ?? []).filter((part) => hasDay(part, 'gregorian') && Math.abs(part.year) <= MAX_YEAR);
  return known.length === 0 ? null : { kind: 'dates', dates: known.map(typed) };
}

function typed(part: DatePart): TypedDate {
  return { ...rangeOfDate({ ...part, approximate: false }, 'gregorian'), precision: part.precision };
}

/** 2.3.2022 is day first wherever points are used; with strokes and hyphens the order differs between countries. */
function readSlashed(text: string, era: Era, near: number): ReadTypedDate | null {
  const yearFirst = /^(\d{3,4})([./-])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (yearFirst !== null) {
    const [, year = '', , month = '', day] = yearFirst;
    return dates(
      day === undefined
        ? months(years(year, era, near), Number(month))
        : days(years(year, era, near), Number(month), Number(day)),
    );
  }
  const monthYear = /^(\d{1,2})[./-](\d{3,4})$/.exec(text);
  if (monthYear !== null) return dates(months(years(monthYear[2] ?? '', era, near), Number(monthYear[1])));
  const yearLast = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{2,4})\.?$/.exec(text);
  if (yearLast === null) return null;
  const [, first = '', separator, second = '', year = ''] = yearLast;
  const dayFirst = dates(days(years(year, era, near), Number(second), Number(first)));
  const monthFirst = dates(days(years(year, era, near), Number(first), Number(second)));
  if (dayFirst === null || monthFirst === null || separator === '.' || first === second) return dayFirst ?? monthFirst;
  if (dayFirst.kind !== 'dates' || monthFirst.kind !== 'dates') return null;
  return { kind: 'which-month', dayFirst: dayFirst.dates, monthFirst: monthFirst.dates };
}

const CENTURY =
  /^(\d{1,2}|[ivxіх]+)\s?(?:st|nd|rd|th|-?(?:ше|ге|тє|те|ме|е|го|му))?\s(?:century|cent\.?|століття|столітті|сторіччя|сторіччі|ст\.?)$/u;
const DECADE = /^(\d{3,4})(?:'?s|-?(?:ті|і|х|их))$/u;

/** Centuries and decades, on their own. */
function readYears(text: string, era: Era): readonly DatePart[] | null {
  const plain = text.replace(/^(?:in |the |у |в )+/u, '').replace(/ (?:роки|роках|років|рр\.?)$/u, '');
  const century = CENTURY.exec(plain)?.[1];
  if (century !== undefined) {
    const number = /^\d/.test(century) ? Number(century) : romanNumber(century);
    if (number === null || number === 0) return null;
    // The 16th century is 15XX here: its last year, 1600, is a year off, which no century is asked so exactly as to feel.
    return [partOfIndex(era === 'bc' ? -number : number - 1, 'century')];
  }
  const decade = DECADE.exec(plain)?.[1];
  if (!decade?.endsWith('0')) return null;
  const first = Number(decade);
  if (decade.endsWith('00')) return [partOfIndex(era === 'bc' ? -first / 100 - 1 : first / 100, 'century')];
  return [partOfIndex(era === 'bc' ? -first / 10 - 1 : first / 10, 'decade')];
}

/** Words with numbers among them, in any order that leaves one reading. */
function readWords(text: string, era: Era, near: number): readonly DatePart[] | null {
  const winter = /^(\p{L}+) (\d{3,4})[/-](\d{2,4})$/u.exec(text);
  if (winter?.[1] !== undefined && seasonOf(winter[1]) === 4) return seasons(years(winter[2] ?? '', era, near), 4);
  const words = text
    .replace(/[,.]/gu, ' ')
    .replace(/(\d)(?:st|nd|rd|th|-?го)(?=\s|$)/gu, '$1')
    .split(' ')
    .filter((word) => word !== '' && !isFiller(word));
  const numbers = words.filter((word) => /^'?\d{1,4}$/.test(word));
  const names = words.filter((word) => !numbers.includes(word));
  const [name, ...moreNames] = names;
  if (moreNames.length > 0 || numbers.length > 2) return null;
  const [first, second] = numbers;
  if (name === undefined) return first !== undefined && second === undefined ? yearAlone(first, era) : null;
  const season = seasonOf(name);
  if (season !== null)
    return first !== undefined && second === undefined ? seasons(years(first, era, near), season) : null;
  const month = monthOf(name);
  if (month === null) return null;
  if (first === undefined) return months(years(null, era, near), month);
  if (second === undefined) {
    return isYear(first) || era !== null
      ? months(years(first, era, near), month)
      : days(years(null, era, near), month, Number(first));
  }
  const [day, year] = isYear(first) ? [second, first] : [first, second];
  return days(years(year, era, near), month, Number(day));
}

/** Longer than a day's number, or with the apostrophe of '22. */
function isYear(number: string): boolean {
  return number.startsWith("'") || number.length > 2 || Number(number) > 31;
}

function yearAlone(number: string, era: Era): readonly DatePart[] | null {
  const value = Number(number.replace("'", ''));
  if (value === 0) return null;
  return [partOfIndex(era === 'bc' ? 1 - value : value, 'year')];
}

/** The years that may be meant: the one written; left out, those next to the key; with two digits, those of the centuries around too. */
function years(written: string | null, era: Era, near: number): readonly number[] {
  const { year } = fromDayNumber(near);
  if (written === null) return [year, year - 1, year + 1];
  const digits = written.replace("'", '');
  const value = Number(digits);
  if (era === 'bc') return [1 - value];
  if (era === 'ad' || digits.length > 2) return [value];
  const century = Math.floor(year / 100) * 100;
  return [century + value, century - 100 + value, century + 100 + value];
}

function days(inYears: readonly number[], month: number, day: number): readonly DatePart[] {
  return months(inYears, month).map((part) => ({ ...part, day, precision: 'day' as const }));
}

function months(inYears: readonly number[], month: number): readonly DatePart[] {
  if (month < 1 || month > 12) return [];
  return inYears.map((year) => partOfIndex(year * 12 + month - 1, 'month'));
}

function seasons(inYears: readonly number[], season: number): readonly DatePart[] {
  return inYears.map((year) => partOfIndex(year * 4 + season - 1, 'season'));
}
