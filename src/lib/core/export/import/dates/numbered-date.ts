import { showText } from '../../../packs/document';
import { dayPart, writeDate } from '../../../time/date-part';
import { parseWhen } from '../../../time/parse-when';
import type { Parsed } from '../../../time/when';

/** A date in cells of its own, each as written; null where it is blank. */
export interface NumberedDate {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
}

/**
 * Reads a date whose numbers stand apart, as TimelineJS has them. Its year −44 is shown as 44 BC there and so is 44 BC here
 * (astronomical −43), which makes a year 0 none.
 */
export function readNumbered({ year, month, day }: NumberedDate): Parsed<string> {
  const parts = Object.entries({ year, month, day }).filter(([, written]) => written !== null);
  const received = parts.map(([what, written]) => `${what} ${written?.trim() ?? ''}`).join(', ');
  const wrong = (message: string, expected: string): Parsed<string> => ({
    ok: false,
    problem: { message, expected, received: received === '' ? 'nothing' : showText(received).slice(1, -1) },
  });
  if (year === null) return wrong('has no year', 'a whole year, such as 1066 or -44 for 44 BC');
  if (!/^\s*-?\d{1,4}\s*$/.test(year)) return wrong('is no year', 'a whole number from -9999 to 9999, such as 1066');
  const number = Number(year);
  if (number === 0) return wrong('there is no year 0 between 1 BC and AD 1', '-1 for 1 BC');
  if (month === null && day !== null) return wrong('has a day without a month', 'year, month and day, or fewer of them');
  for (const [text, what] of [[month, 'month'], [day, 'day']] as const) {
    if (text !== null && !/^\s*\d{1,2}\s*$/.test(text)) return wrong(`has a ${what} that is no number`, 'such as 3');
  } // prettier-ignore
  if (month !== null && (Number(month) < 1 || Number(month) > 12)) return wrong(`there is no month ${month.trim()}`, '1 to 12');
  const part = dayPart(number < 0 ? number + 1 : number, Number(month ?? 1), Number(day ?? 1));
  const precision = month === null ? 'year' : day === null ? 'month' : 'day';
  const when = writeDate({ ...part, precision });
  const parsed = parseWhen(when, null);
  return parsed.ok ? { ok: true, value: when } : { ok: false, problem: { ...parsed.problem, received: received === '' ? 'nothing' : showText(received).slice(1, -1) } };
} // prettier-ignore
