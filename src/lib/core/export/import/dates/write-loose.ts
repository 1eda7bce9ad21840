import { writeDate } from '../../../time/date-part';
import type { DatePart, DateProblem, Precision } from '../../../time/when';
import type { LooseDate } from './loose-words';

/** A date as a pack writes it, or why the words for it name none. */
export type Written = { readonly when: string } | { readonly problem: Omit<DateProblem, 'received'> };

const WHOLE_YEAR = 'a whole year, such as 14 October 1066';

/** Writes a date that was taken apart as EDTF. Days and months are not checked here: `parseWhen` does. */
export function writeLoose(loose: LooseDate): Written {
  if (loose.century !== null) return { when: writeYears(loose.century, 100, loose.era) };
  if (loose.decade !== null) {
    return loose.decade % 100 === 0
      ? wrong(`may be the decade or the century`, 'such as 150X for 1500–1509, or 15XX for 1500–1599')
      : { when: writeYears(loose.decade / 10, 10, loose.era) };
  }
  if (loose.shortYear !== null) return wrong('has a year that is cut short', WHOLE_YEAR);
  if (loose.year === null) return wrong('has no year', WHOLE_YEAR);
  if (loose.year === 0) return noYearZero();
  const year = loose.era === 'bc' ? 1 - loose.year : loose.year;
  if (loose.season === 4)
    return wrong(
      'may be the winter that begins or the one that ends in that year',
      'such as 2021-24 for December 2021 to February 2022',
    );
  if (loose.season !== null) return { when: written(year, 'season', { season: loose.season }) };
  if (loose.month === null) return loose.day === null ? { when: written(year, 'year', {}) } : wrong('has no month', WHOLE_YEAR);
  if (loose.day === null) return { when: written(year, 'month', { month: loose.month }) };
  return { when: written(year, 'day', { month: loose.month, day: loose.day }) };
} // prettier-ignore

export function noYearZero(): Written {
  return wrong('there is no year 0 between 1 BC and AD 1', '1 BC, where that is meant');
}

/**
 * A century or decade by its number. The 16th century is `15XX`, 1500 to 1599, although it is counted from 1501 to 1600: the format
 * has no nearer form, and the app reads the words so too. Before Christ there is no such form: the exact years, as bounds.
 */
export function writeYears(number: number, length: 10 | 100, era: 'bc' | 'ad' | null): string {
  if (era === 'bc') {
    // The 5th century BC is 500–401 BC, the 440s BC are 449–440 BC.
    const [earliest, latest] =
      length === 100 ? [number * 100, number * 100 - 99] : [number * 10 + 9, Math.max(1, number * 10)];
    return `[${written(1 - earliest, 'year', {})}..${written(1 - latest, 'year', {})}]`;
  }
  const first = length === 100 ? (number - 1) * 100 : number * 10;
  return written(first, length === 100 ? 'century' : 'decade', {});
}

function written(year: number, precision: Precision, rest: Partial<DatePart>): string {
  const none = { month: null, season: null, day: null, approximate: false, uncertain: false };
  return writeDate({ ...none, year, precision, ...rest });
}

function wrong(message: string, expected: string): Written {
  return { problem: { message, expected } };
}
