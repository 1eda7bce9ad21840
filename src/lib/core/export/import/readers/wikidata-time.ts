import { showText } from '../../../packs/document';
import { fromDayNumber, isCivilDate, toDayNumber } from '../../../time/calendar';
import { dayPart, writeDate } from '../../../time/date-part';
import { parseWhen } from '../../../time/parse-when';
import type { Calendar, Parsed } from '../../../time/when';
import { writeYears } from '../dates/write-loose';

const SHAPE = /^([+-]?)0*(\d{1,4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** The items of the two calendar models. */
export function readCalendarModel(written: string): Calendar | null {
  const item = /(?:^|\/)(Q\d+)$/.exec(written.trim())?.[1];
  return item === 'Q1985786' ? 'julian' : item === 'Q1985727' ? 'gregorian' : null;
}

/**
 * Reads a point in time of the Wikidata query service: an `xsd:dateTime` of RDF 1.1, where year 0 is 1 BC and −0044 is 45 BC,
 * whether it has four digits or fewer or more. A day of the Julian calendar arrives converted to the Gregorian one
 * (Wikibase RDF format, "time values"), so it is converted back; coarser dates arrive as they were entered.
 *
 * @param precision 11 day, 10 month, 9 year, 8 decade, 7 century; null where the query did not ask for it
 */
export function readWikidataTime(written: string, precision: number | null, calendar: Calendar | null): Parsed<string> {
  const wrong = (message: string, expected: string): Parsed<string> => ({
    ok: false,
    problem: { message, expected, received: showText(written) },
  });
  const [, sign, digits = '', month = '', day = ''] = SHAPE.exec(written.trim()) ?? [];
  if (sign === undefined)
    return wrong('is no point in time that can be read', 'such as 1066-10-14T00:00:00Z, years -9999 to 9999');
  const year = Number(sign === '-' ? `-${digits}` : digits) + 0;
  switch (precision) {
    case 11:
      return readDay({ year, month: Number(month), day: Number(day) }, calendar, wrong);
    case 10:
      return checked(writeDate({ ...dayPart(year, Number(month), 1), precision: 'month', day: null }), wrong);
    case 9:
      return checked(writeDate({ ...dayPart(year, 1, 1), precision: 'year' }), wrong);
    case 8:
    case 7:
      return checked(coarse(year, precision), wrong);
    case null:
      return wrong('does not say how exact it is', '?precision in the query: wikibase:timePrecision');
    default:
      return wrong(`has a precision that no date of a pack has: ${String(precision)}`, '7 century to 11 day');
  }
}

const GREGORIAN_REFORM = toDayNumber(1582, 10, 15);

type Wrong = (message: string, expected: string) => Parsed<string>;

function readDay(
  date: { year: number; month: number; day: number },
  calendar: Calendar | null,
  wrong: Wrong,
): Parsed<string> {
  if (!isCivilDate(date))
    return wrong('is a day that the Gregorian calendar does not have, in which days are given', 'an existing day');
  const number = toDayNumber(date.year, date.month, date.day);
  if (calendar === null && number < GREGORIAN_REFORM)
    return wrong(
      'does not say its calendar, without which a day before 15 October 1582 may be meant as another',
      '?calendar in the query: wikibase:timeCalendarModel',
    );
  const { year, month, day } = calendar === 'julian' ? fromDayNumber(number, 'julian') : date;
  return checked(writeDate(dayPart(year, month, day)), wrong, calendar);
}

/** Decades are counted by their tens (the 440s BC: 449–440 BC), centuries from their first year (1501–1600 is the 16th). */
function coarse(year: number, precision: 7 | 8): string {
  const era = year <= 0 ? 'bc' : 'ad';
  const historical = year <= 0 ? 1 - year : year;
  return precision === 7
    ? writeYears(Math.ceil(historical / 100), 100, era)
    : writeYears(Math.floor(historical / 10), 10, era);
}

function checked(when: string, wrong: Wrong, calendar: Calendar | null = null): Parsed<string> {
  const parsed = parseWhen(when, calendar);
  return parsed.ok ? { ok: true, value: when } : wrong(parsed.problem.message, parsed.problem.expected);
}
