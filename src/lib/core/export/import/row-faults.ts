import type { Calendar, Parsed } from '../../time/when';
import { joinDates } from './dates/join-dates';
import type { Field, ForeignDate, RowFault, Spot } from './foreign';

/** Gathers what is wrong with a row while it is read. */
export interface RowFaults {
  readonly faults: readonly RowFault[];
  readonly add: (spot: Spot, message: string, expected?: string | null, received?: string | null) => void;
  /** The value of what could be read; null, and a fault at the spot, of what could not. */
  readonly take: <T>(spot: Spot, parsed: Parsed<T>) => T | null;
}

export function rowFaults(before: readonly RowFault[] = []): RowFaults {
  const faults = [...before];
  const add: RowFaults['add'] = (spot, message, expected = null, received = null) => {
    faults.push({ spot: { line: spot.line, column: spot.column, path: spot.path }, message, expected, received });
  };
  return {
    faults,
    add,
    take: (spot, parsed) => {
      if (parsed.ok) return parsed.value;
      add(spot, parsed.problem.message, parsed.problem.expected, parsed.problem.received);
      return null;
    },
  };
}

/** One end of a row's date, and how it is read. */
export interface DateEnd {
  readonly field: Field;
  readonly read: (text: string) => Parsed<string>;
}

/** The date of a row from its start and end. An end alone is a fault: it may be a bound, a deadline or half of a range. */
export function dateOfRow(
  start: DateEnd | null,
  end: DateEnd | null,
  calendar: Calendar | null,
  rows: RowFaults,
): ForeignDate | null {
  if (start === null) {
    if (end !== null) rows.add(end.field, 'is an end without a start', 'a start too, or ../DATE as the only date');
    return null;
  }
  const first = rows.take(start.field, start.read(start.field.text));
  const last = end === null ? null : rows.take(end.field, end.read(end.field.text));
  if (first === null || (end !== null && last === null)) return null;
  const when = rows.take(end?.field ?? start.field, joinDates(first, last, calendar));
  return when === null ? null : { when, calendar };
}
