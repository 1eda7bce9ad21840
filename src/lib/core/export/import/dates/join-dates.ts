import { parseWhen } from '../../../time/parse-when';
import type { Calendar, Parsed } from '../../../time/when';

/** `A/B` of two dates in the forms of packs; one date where they are the same. An end before the start is a problem. */
export function joinDates(start: string, end: string | null, calendar: Calendar | null): Parsed<string> {
  if (end === null || end === start) return { ok: true, value: start };
  const range = [start, end].find((date) => /[[/]/.test(date));
  if (range !== undefined) {
    const problem = {
      message: 'is a range already, beside another date',
      expected: 'one date for each end',
      received: `"${range}"`,
    };
    return { ok: false, problem };
  }
  const when = `${start}/${end}`;
  const parsed = parseWhen(when, calendar);
  return parsed.ok ? { ok: true, value: when } : parsed;
}
