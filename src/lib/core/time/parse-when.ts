import { parseDate } from './parse-date';
import { defaultCalendar, rangeOfDate, spanOfRange, type DayRange } from './read-span';
import type { Span } from './span';
import type { Calendar, DatePart, DateProblem, Parsed, When, WhenForm } from './when';

interface Failed {
  readonly ok: false;
  readonly problem: DateProblem;
}

/**
 * Reads a `when` in exactly the forms of the pack format, a subset of EDTF (ISO 8601-2), years −9999 … 9999.
 * Everything else is a problem that says what would be right. `calendar` null: Gregorian from 1582-10-15 on, unknown
 * before, decided for each date of the form.
 */
export function parseWhen(text: string, calendar: Calendar | null): Parsed<When> {
  const form = parseForm(text, calendar);
  if (!form.ok) return form;
  const parts = partsOf(form.value);
  const calendars = parts.map((part) => calendar ?? defaultCalendar(part));
  const ranges = parts.map((part, index) => rangeOfDate(part, calendars[index] ?? 'unknown'));
  return {
    ok: true,
    value: {
      text,
      form: form.value,
      calendar: calendars.find((each) => each === 'unknown') ?? calendars[0] ?? 'gregorian',
      span: spanOfForm(form.value, ranges),
      approximate: parts.some((part) => part.approximate),
      uncertain: parts.some((part) => part.uncertain),
    },
  };
}

/** The dates of a form, as written. */
export function partsOf(form: WhenForm): readonly DatePart[] {
  switch (form.kind) {
    case 'date':
      return [form.date];
    case 'interval':
      return [form.from, form.to];
    case 'until':
      return [form.to];
    case 'since':
      return [form.from];
    case 'within':
      return [form.from, form.to].filter((part) => part !== null);
    case 'oneOf':
      return form.dates;
  }
}

function parseForm(text: string, calendar: Calendar | null): Parsed<WhenForm> {
  if (text.startsWith('[') || text.endsWith(']')) return parseSet(text, calendar);
  if (text.includes('/')) return parseSlash(text, calendar);
  if (text.startsWith('{'))
    return wrong(
      'a set of several dates is not read',
      'one of these in brackets, such as [2022-03-03,2022-03-22]',
      text,
    );
  if (text.includes('..'))
    return wrong('a range without brackets', `[${text}] for once within, or A/B for lasted`, text);
  const date = parseDate(text, calendar);
  return date.ok ? { ok: true, value: { kind: 'date', date: date.value } } : date;
}

function parseSlash(text: string, calendar: Calendar | null): Parsed<WhenForm> {
  const [left = '', right = '', ...more] = text.split('/');
  if (more.length > 0) {
    const meant = /^\d{4}\/\d{1,2}\/\d{1,2}$/.test(text)
      ? [left, right.padStart(2, '0'), more.join('').padStart(2, '0')].join('-')
      : 'A/B with one slash between the two dates';
    return wrong('too many slashes', meant, text);
  }
  if (left === '..' && right === '..')
    return wrong('an interval without any date', 'leave `when` out of an undated event', text);
  if (left === '' || right === '')
    return wrong('one side of the slash is empty', 'two dots for an open side, such as ../2022-04-07', text);
  if (left === '..') {
    const to = parseDate(right, calendar);
    return to.ok ? { ok: true, value: { kind: 'until', to: to.value } } : to;
  }
  const from = parseDate(left, calendar);
  if (!from.ok) return from;
  if (right === '..') return { ok: true, value: { kind: 'since', from: from.value } };
  if (/^\d{1,2}$/.test(right))
    return wrong('the end of the interval is not a whole date', 'such as 2022-03-02/2022-03-05', text);
  const to = parseDate(right, calendar);
  if (!to.ok) return to;
  return endsBeforeStart(from.value, to.value, calendar)
    ? wrong('the interval ends before it starts', 'the earlier date first', text)
    : { ok: true, value: { kind: 'interval', from: from.value, to: to.value } };
}

function parseSet(text: string, calendar: Calendar | null): Parsed<WhenForm> {
  if (/\][~?%]$/.test(text))
    return wrong('a qualifier follows the bracket', 'none: the brackets already say that it is not known', text);
  if (!text.startsWith('[') || !text.endsWith(']'))
    return wrong('a bracket is missing', 'such as [2022-02-24..2022-02-25]', text);
  const inner = text.slice(1, -1);
  if (inner.trim() === '') return wrong('an empty set', 'two dates or more, such as [2022-03-03,2022-03-22]', text);
  if (/[~?%]/.test(inner)) return wrong('a qualifier stands inside brackets', 'dates without ~ and ?', text);
  return inner.includes('..') ? parseWithin(text, inner, calendar) : parseOneOf(text, inner, calendar);
}

function parseWithin(text: string, inner: string, calendar: Calendar | null): Parsed<WhenForm> {
  const [left = '', right = '', ...more] = inner.split('..');
  if (more.length > 0 || inner.includes(',')) {
    return wrong('a list and a range are mixed', 'either [A..B] or [A,B,C]', text);
  }
  if (left === '' && right === '')
    return wrong('a range without any date', 'leave `when` out of an undated event', text);
  const from = left === '' ? null : parseDate(left, calendar);
  if (from !== null && !from.ok) return from;
  const to = right === '' ? null : parseDate(right, calendar);
  if (to !== null && !to.ok) return to;
  if (from !== null && to !== null && endsBeforeStart(from.value, to.value, calendar)) {
    return wrong('the range ends before it starts', 'the earlier date first', text);
  }
  return { ok: true, value: { kind: 'within', from: from?.value ?? null, to: to?.value ?? null } };
}

function parseOneOf(text: string, inner: string, calendar: Calendar | null): Parsed<WhenForm> {
  const dates: DatePart[] = [];
  const texts = inner.split(',');
  for (const each of texts) {
    const date = parseDate(each, calendar);
    if (!date.ok) return date;
    dates.push(date.value);
  }
  if (dates.length === 1) return wrong('a set of one date', `${inner} without brackets`, text);
  if (new Set(texts).size < texts.length) return wrong('a date stands twice in the set', 'each date once', text);
  return { ok: true, value: { kind: 'oneOf', dates } };
}

/** Judged on the dates as numbered: `~` does not turn a slip into a duration. */
function endsBeforeStart(from: DatePart, to: DatePart, calendar: Calendar | null): boolean {
  const first = rangeOfDate({ ...from, approximate: false }, calendar ?? defaultCalendar(from)).first;
  const last = rangeOfDate({ ...to, approximate: false }, calendar ?? defaultCalendar(to)).last;
  return first > last;
}

function spanOfForm(form: WhenForm, ranges: readonly DayRange[]): Span {
  const first = Math.min(...ranges.map((range) => range.first));
  const last = Math.max(...ranges.map((range) => range.last));
  switch (form.kind) {
    case 'date':
    case 'oneOf':
      return spanOfRange({ first, last });
    case 'until':
      return spanOfRange({ first: -Infinity, last });
    case 'since':
      // Begun within A; the end is open.
      return { earliestStart: first, latestStart: last, earliestEnd: first, latestEnd: Infinity };
    case 'within':
      return spanOfRange({ first: form.from === null ? -Infinity : first, last: form.to === null ? Infinity : last });
    case 'interval':
      return spanOfInterval(ranges);
  }
}

/** Begun within A, ended within B, and not ended before it began: where A and B overlap the bounds tighten each other. */
function spanOfInterval(ranges: readonly DayRange[]): Span {
  const [from, to] = ranges;
  if (from === undefined || to === undefined) throw new RangeError('an interval has two dates');
  return {
    earliestStart: from.first,
    latestStart: Math.min(from.last, Math.max(to.last, from.first)),
    earliestEnd: Math.max(to.first, from.first),
    latestEnd: Math.max(to.last, from.first),
  };
}

function wrong(message: string, expected: string, text: string): Failed {
  return { ok: false, problem: { message, expected, received: `"${text}"` } };
}
