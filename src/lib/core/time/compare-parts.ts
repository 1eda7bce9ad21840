import { PRECISIONS, unitIndex } from './date-part';
import { rangeOfDate } from './read-span';
import type { DatePart } from './when';

/**
 * For sorting dates as shown: by first day, a coarse date before the finer ones that begin with it.
 * Both are read in the Gregorian calendar; this is no proof of order (that is `compareSpans`).
 */
export function compareParts(a: DatePart, b: DatePart): number {
  // Of one precision, the unit's number says it.
  if (a.precision === b.precision) return unitIndex(a) - unitIndex(b);
  return firstDay(a) - firstDay(b) || PRECISIONS.indexOf(b.precision) - PRECISIONS.indexOf(a.precision);
}

function firstDay(part: DatePart): number {
  // Unknown reads every day that any calendar has.
  return rangeOfDate({ ...part, approximate: false }, 'unknown').first;
}
