import { showText } from '../../../packs/document';
import { parseWhen } from '../../../time/parse-when';
import type { Calendar, DateProblem, Parsed } from '../../../time/when';
import { looseDate, type LooseDate } from './loose-words';
import { noYearZero, writeLoose, type Written } from './write-loose';

/** What a date may look like, for messages. */
const FORMS = 'a date such as 2022-03-02, 2 March 2022, March 2022, 480 BC, c. 1500, 16th century or 1914–1918';

/**
 * Reads a date as tables and headlines have it, and gives it in a form of packs: EDTF as it stands, ISO 8601 with a time
 * (the day as written), and words in English and Ukrainian, single or as a range. What may mean two dates is a problem.
 *
 * @param calendar in which days are judged to exist; null: the default of packs
 */
export function readDate(text: string, calendar: Calendar | null = null): Parsed<string> {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed.length > 100) return wrong({ message: 'is too long for a date', expected: FORMS }, text);
  const found = candidate(trimmed);
  if ('problem' in found) return wrong(found.problem, text);
  const parsed = parseWhen(found.when, calendar);
  if (parsed.ok) return { ok: true, value: found.when };
  return wrong(parsed.problem, text);
}

function wrong(problem: Omit<DateProblem, 'received'>, text: string): Parsed<string> {
  return { ok: false, problem: { message: problem.message, expected: problem.expected, received: showText(text) } };
}

/** As EDTF, not yet checked for days that no calendar has. */
function candidate(text: string): Written {
  if (/^[+-]?0{1,4}(?:$|[-/.T])/.test(text)) return noYearZero();
  const day = /^(-?\d{4}-\d{2}-\d{2})(?:T|\s)\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d+)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(text);
  if (day?.[1] !== undefined) return { when: day[1] };
  const yearFirst = /^(\d{4})([./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst !== null) return { when: [yearFirst[1], yearFirst[3]?.padStart(2, '0'), yearFirst[4]?.padStart(2, '0')].join('-') };
  if (/^-?\d{4}/.test(text) && parseWhen(text, null).ok) return { when: text };
  if (/^(?:\[|\.\.\/|\d{2,3}X)/.test(text)) return { when: text };
  const plain = text.toLowerCase().replace(/[—−]/gu, '–').replace(/[’‘`´]/gu, "'").replace(/\s+/gu, ' ');
  return readBound(plain) ?? readNumeric(plain) ?? readSingle(plain) ?? readRange(plain) ?? unread(text);
} // prettier-ignore

function unread(text: string): Written {
  // What is built like a date of the format gets the format's own reason.
  if (/^-?\d{4}(?:-\d{1,2}){1,2}[~?%]?$|\/|\.\.|XX?$/.test(text)) return { when: text };
  return { problem: { message: 'is no date that can be read', expected: FORMS } };
}

/** By and since are bounds; between and or are one day of several. */
function readBound(text: string): Written | null {
  const by = /^(?:by|no later than|не пізніше) (.+)$/u.exec(text)?.[1];
  if (by !== undefined) return around(by, (date) => `../${date}`);
  const since = /^(?:since|починаючи з) (.+)$/u.exec(text)?.[1];
  if (since !== undefined) return around(since, (date) => `${date}/..`);
  const between = /^(?:some time )?between (.+) and (.+)$/u.exec(text);
  if (between !== null) return joined(between[1] ?? '', between[2] ?? '', (a, b) => `[${a}..${b}]`);
  const or = /^(.+) (?:or|або) (.+)$/u.exec(text);
  return or === null ? null : joined(or[1] ?? '', or[2] ?? '', (a, b) => `[${a},${b}]`);
}

function around(text: string, write: (date: string) => string): Written | null {
  const date = readSingle(text);
  return date === null || 'problem' in date ? date : { when: write(date.when) };
}

/** 2.3.2022 is day first wherever points are used; with strokes and hyphens the order differs between countries. */
function readNumeric(text: string): Written | null {
  const match = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{1,4})\.?$/.exec(text);
  if (match === null) return null;
  const [, first = '', separator, second = '', year = ''] = match;
  if (year.length < 3) return { problem: { message: 'has a year that is cut short', expected: 'such as 2022-03-02' } };
  const write = (month: string, day: string): string =>
    [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  if (Number(year) === 0) return noYearZero();
  const both = Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
  if (separator !== '.' && both) {
    const expected = `${write(second, first)} or ${write(first, second)}`;
    return { problem: { message: 'does not say which is the month', expected } };
  }
  return { when: separator !== '.' && Number(second) > 12 ? write(first, second) : write(second, first) };
}

/** Both readings of `5/6/1944`, day first and month first; none of a date that has only one. */
export function readingsOfNumbers(text: string): readonly string[] {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text.trim()) ?? [];
  const [a, b] = [first.padStart(2, '0'), second.padStart(2, '0')];
  const readings = [`${year}-${b}-${a}`, `${year}-${a}-${b}`];
  return readings.every((each) => parseWhen(each, null).ok) ? readings : [];
}

const ABOUT =
  /^(?:(?:c|ca)\.\s?|(?:c|ca|circa|about|around|approx|approximately|близько|бл|приблизно|біля)(?!\p{L})\.?,?\s?|~\s?)/u;
const PERHAPS = /^(?:perhaps|possibly|probably|можливо|ймовірно)(?!\p{L}),?\s|\s?\(?\?\)?$/u;

/** One date in words, with its hedge. */
function readSingle(text: string): Written | null {
  const [sure, uncertain] = without(text, PERHAPS);
  const [plain, approximate] = without(sure, ABOUT);
  const loose = looseDate(plain.replaceAll('–', '-'));
  if (loose === null) return /^-?\d{4}/.test(plain) && parseWhen(plain, null).ok ? qualified({ when: plain }, approximate, uncertain) : null;
  return qualified(writeLoose(loose), approximate, uncertain);
} // prettier-ignore

function without(text: string, hedge: RegExp): readonly [rest: string, had: boolean] {
  const rest = text.replace(hedge, '');
  return [rest.trim(), rest !== text];
}

function qualified(date: Written, approximate: boolean, uncertain: boolean): Written {
  if ('problem' in date || (!approximate && !uncertain)) return date;
  if (approximate && uncertain)
    return { problem: { message: 'is both approximate and uncertain', expected: 'one of c. (about) and ? (uncertain)' } };
  // Bounds say already that it is not known.
  if (/[[\]/~?]/.test(date.when)) return date;
  return { when: `${date.when}${approximate ? '~' : '?'}` };
} // prettier-ignore

/** From A to B. A plain hyphen separates only with blanks around it, or between what are plainly two years or two days. */
function readRange(text: string): Written | null {
  const marked = text
    .replace(/^(?:from|з|від) (.+) (?:to|until|till|до|по) (.+)$/u, '$1–$2')
    .replace(/^(.+\d.*) (?:to|until|till|до(?! н)) (.+)$/u, '$1–$2')
    .replaceAll(' - ', '–')
    .replace(/^((?:c\.? ?)?\d{3,4})-(\d{2,4}(?: .*)?)$/u, '$1–$2')
    .replace(/^(\d{1,2})-(\d{1,2}) (?=\p{L})/u, '$1–$2 ')
    .replace(/^(\p{L}+\.? \d{1,2})-(\d{1,2},? \d{3,4})$/u, '$1–$2');
  const [left = '', right = '', ...more] = marked.split('–').map((part) => part.trim());
  if (more.length > 0 || left === '' || right === '') return null;
  return joined(left, right, (a, b) => (a === b ? a : `${a}/${b}`));
}

/** Two dates, each of which may leave out what the other one says: 2–5 March 2022, March 2–5, 2022, 1914–18, 49–44 BC. */
function joined(left: string, right: string, write: (a: string, b: string) => string): Written | null {
  const [from, about] = without(left, ABOUT);
  const [to, aboutEnd] = without(right, ABOUT);
  const [first, last] = [looseDate(from), looseDate(to)];
  if (first === null || last === null) {
    const [a, b] = [readSingle(left), readSingle(right)];
    if (a === null || b === null || 'problem' in a || 'problem' in b) return null;
    return { when: write(a.when, b.when) };
  }
  const [earlier, later] = completed(first, last);
  const [a, b] = [qualified(writeLoose(earlier), about, false), qualified(writeLoose(later), aboutEnd, false)];
  if ('problem' in a) return a;
  return 'problem' in b ? b : { when: write(a.when, b.when) };
}

function completed(first: LooseDate, last: LooseDate): readonly [LooseDate, LooseDate] {
  const yearOnly = first.year !== null && first.month === null && first.season === null;
  if (yearOnly && last.day !== null && last.month === null && last.year === null) {
    // 1914–18: the end is cut short, and plainly of the same century.
    const year = Math.floor(first.year / 100) * 100 + last.day;
    const later = { ...last, day: null, year: first.year >= 100 && year > first.year ? year : null, shortYear: last.day };
    return [first, { ...later, shortYear: later.year === null ? last.day : null }];
  }
  if (first.day !== null && first.year === null && first.month === null && last.era !== null && last.month === null) {
    return [{ ...first, day: null, year: first.day, era: first.era ?? last.era }, last]; // 49–44 BC
  }
  const month = first.month ?? (first.day === null ? null : last.month);
  const era = first.era ?? (first.year === null || last.era === 'bc' ? last.era : null);
  return [
    { ...first, month, year: first.year ?? last.year, era },
    { ...last, month: last.month ?? (last.day === null ? null : first.month) },
  ];
} // prettier-ignore
