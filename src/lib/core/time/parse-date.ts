import { daysInMonth } from './calendar';
import { dayPart, makePart } from './date-part';
import { defaultCalendar, hasDay } from './read-span';
import type { Calendar, DatePart, DateProblem, Parsed } from './when';

/** What a single date may look like, for messages. */
export const DATE_FORMS = 'a date such as 2022-03-02, 2022-03, 2022-21 (spring), 2022, 156X, 15XX or -0479';

const SHAPE = /^(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([~?]?)$/;

/**
 * Reads one date of the subset of EDTF (ISO 8601-2) that a pack may use, with its trailing `~` or `?`.
 * A null calendar takes any day that the Gregorian or the Julian calendar has, unless the date is Gregorian by its year.
 */
export function parseDate(text: string, calendar: Calendar | null): Parsed<DatePart> {
  return parsePlainDay(text, calendar) ?? parseAnyDate(text, calendar);
}

/** A day such as 2022-03-02 or -0479-09-20, which most dates are, several times as fast; null for everything else and for all that is wrong. */
function parsePlainDay(text: string, calendar: Calendar | null): Parsed<DatePart> | null {
  const at = text.charCodeAt(0) === HYPHEN ? 1 : 0;
  if (text.length !== at + 10 || text.charCodeAt(at + 4) !== HYPHEN || text.charCodeAt(at + 7) !== HYPHEN) return null;
  const digits = digitsIn(text, at, at + 4);
  const month = digitsIn(text, at + 5, at + 7);
  const day = digitsIn(text, at + 8, at + 10);
  if (digits < at || day < 0 || month < 1 || month > 12) return null;
  const year = at === 0 ? digits : -digits;
  const part = dayPart(year, month, day);
  return hasDay(part, calendar ?? defaultCalendar(part)) ? right(part) : null;
}

const HYPHEN = '-'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** The number that some characters write; negative where one of them is no digit. */
function digitsIn(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}

function parseAnyDate(text: string, calendar: Calendar | null): Parsed<DatePart> {
  const match = SHAPE.exec(text);
  if (match === null) return wrong(...explainShape(text), text);
  const [, sign = '', digits = '', month, day, qualifier] = match;
  if (sign === '-' && digits === '0000') {
    return wrong('there is no year -0000', 'the year 0000 for 1 BC', text);
  }
  if (digits.includes('X')) {
    if (sign === '-') {
      return wrong(
        'a decade or century before the year 0 has no form of its own',
        'its years, such as [-0479..-0470]',
        text,
      );
    }
    if (month !== undefined) return wrong('a decade or century has no month', 'such as 156X', text);
  }
  const year = Number(sign + digits.replaceAll('X', '0'));
  const qualifiers = { approximate: qualifier === '~', uncertain: qualifier === '?' };
  if (digits.endsWith('XX')) return right(makePart('century', year, {}, qualifiers));
  if (digits.endsWith('X')) return right(makePart('decade', year, {}, qualifiers));
  if (month === undefined) return right(makePart('year', year, {}, qualifiers));
  const number = Number(month);
  if (number >= 21 && number <= 24) {
    if (day !== undefined) return wrong('a season has no days', 'such as 2022-21, or a day of a month', text);
    return right(makePart('season', year, { season: number - 20 }, qualifiers));
  }
  if (number < 1 || number > 12) {
    return wrong(`there is no month ${month}`, '01 to 12, or 21 to 24 for spring to winter', text);
  }
  if (day === undefined) return right(makePart('month', year, { month: number }, qualifiers));
  const part = makePart('day', year, { month: number, day: Number(day) }, qualifiers);
  const reading = calendar ?? defaultCalendar(part);
  if (hasDay(part, reading)) return right(part);
  const last = daysInMonth(part.year, number, reading === 'gregorian' ? 'gregorian' : 'julian');
  const named = reading === 'unknown' ? '' : ` in the ${reading === 'julian' ? 'Julian' : 'Gregorian'} calendar`;
  return wrong(`there is no day ${text}${named}`, `a day from 01 to ${String(last)}`, text);
}

function right(value: DatePart): Parsed<DatePart> {
  return { ok: true, value };
}

function wrong(
  message: string,
  expected: string,
  received: string,
): { readonly ok: false; readonly problem: DateProblem } {
  return { ok: false, problem: { message, expected, received: `"${received}"` } };
}

/** Mistakes that people make, each with what would be right. */
const SLIPS: readonly (readonly [RegExp, (text: string) => readonly [message: string, expected: string]])[] = [
  [/^$/, () => ['a date is empty', DATE_FORMS]],
  [/\s/, () => ['a date holds spaces or words', DATE_FORMS]],
  [/%$/, () => ['the qualifier % is not read', 'one of ~ (about) and ? (uncertain)']],
  [/[~?]{2}$/, () => ['more than one qualifier', 'one of ~ (about) and ? (uncertain)']],
  [/[~?](?!$)|^[~?]/, () => ['a qualifier stands inside the date', 'it at the end, such as 2022-03-02~']],
  [/^-?\d{4}-\d{2}-\d{2}T/, () => ['a date has a time of day', 'the date alone, such as 2022-03-02']],
  [/^(-?)(\d{4})-(\d{1,2})-(\d{1,2})$/, (text) => ['month and day need two digits', padded(text)]],
  [/^-?\d{4}-\d$/, (text) => ['the month needs two digits', padded(text)]],
  [
    /^\d{4}\d{2}\d{2}$/,
    (text) => ['the hyphens are missing', `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`],
  ],
  [/^-?\d{1,3}$/, (text) => ['a year has four digits', yearOf(text)]],
  [/^(Y-?\d+|[+-]?\d{5,})/, () => ['the year is out of range', 'a year from -9999 to 9999']],
  [/^-?\d+x+$/, (text) => ['unknown digits are written with a capital X', text.toUpperCase()]],
  [/^\d+[./]\d+[./]\d+$/, () => ['a date is written year first, with hyphens', 'such as 2022-03-02']],
  [/^\d{4}-(XX|\d{2}-XX)/, () => ['an unknown month or day is left out', 'such as 2022-03 or 2022']],
];

function explainShape(text: string): readonly [message: string, expected: string] {
  for (const [slip, explain] of SLIPS) {
    if (slip.test(text)) return explain(text);
  }
  return ['not a date that a pack may use', DATE_FORMS];
}

function padded(text: string): string {
  return text.replace(/-(\d)(?=-|$)/g, '-0$1');
}

/** `-479` may be meant as 479 BC or as the astronomical year: the message names both. */
function yearOf(text: string): string {
  const digits = text.replace('-', '');
  if (!text.startsWith('-')) return digits.padStart(4, '0');
  const astronomical = `-${digits.padStart(4, '0')}`;
  return `${astronomical} for ${String(Number(digits) + 1)} BC (years are astronomical, 0000 is 1 BC)`;
}
