import { rangeOfDate } from '../../../time/read-span';
import { parseWhen, partsOf } from '../../../time/parse-when';
import type { DatePart } from '../../../time/when';

/**
 * Whether two dates in the forms of packs may be one and the same: they share a day as they are numbered, whatever the
 * calendar, so that 1066 and 14 October 1066 agree, and 13 and 14 October do not. `~` and `?` allow what they allow.
 */
export function mayBeSame(a: string, b: string): boolean {
  const [first, second] = [numberedDays(a), numberedDays(b)];
  return first !== null && second !== null && first.first <= second.last && second.first <= first.last;
}

function numberedDays(when: string): { readonly first: number; readonly last: number } | null {
  const parsed = parseWhen(when, null);
  if (!parsed.ok) return null;
  const { form } = parsed.value;
  const ranges = partsOf(form).map(asNumbered);
  const first = Math.min(...ranges.map((range) => range.first));
  const last = Math.max(...ranges.map((range) => range.last));
  const openLeft = form.kind === 'until' || (form.kind === 'within' && form.from === null);
  const openRight = form.kind === 'since' || (form.kind === 'within' && form.to === null);
  return { first: openLeft ? -Infinity : first, last: openRight ? Infinity : last };
}

/** The Julian calendar has every day that the Gregorian one has, and days are only compared with each other. */
function asNumbered(part: DatePart): { readonly first: number; readonly last: number } {
  return rangeOfDate(part, 'julian');
}

/** The year that a date begins in, in words that `readDate` reads: `1066`, `44 BC`; null for a date without a beginning. */
export function yearIn(when: string): string | null {
  const parsed = parseWhen(when, null);
  if (!parsed.ok) return null;
  const [part] = partsOf(parsed.value.form);
  if (part === undefined) return null;
  return part.year <= 0 ? `${String(1 - part.year)} BC` : String(part.year).padStart(3, '0');
}
