import type { DatePart } from '../time/when';
import type { PackEvent } from '../packs/pack';

/** Which end of an event a date fact is about; `whole` where it did not outlast the asked unit. */
export type DateEnd = 'whole' | 'began' | 'ended';

/** What of an event is shown when the event itself is asked. */
export type EventBy = 'date' | 'place';

/** Something that can be known: one association in one direction. Its id stays when wordings change. */
export type Fact =
  | { readonly id: string; readonly kind: 'date'; readonly event: string; readonly end: DateEnd }
  | { readonly id: string; readonly kind: 'place'; readonly event: string }
  | { readonly id: string; readonly kind: 'event'; readonly event: string; readonly by: EventBy }
  | {
      readonly id: string;
      readonly kind: 'sequence';
      readonly storyline: string;
      /** In code-unit order. */
      readonly events: readonly string[];
    };

const SUFFIX: Record<DateEnd, string> = { whole: 'date', began: 'date-began', ended: 'date-ended' };

export function dateFact(event: string, end: DateEnd): Fact {
  return { id: `${event}:${SUFFIX[end]}`, kind: 'date', event, end };
}

export function placeFact(event: string): Fact {
  return { id: `${event}:place`, kind: 'place', event };
}

/** Which event it was, known by its date or by its place. */
export function eventFact(event: string, by: EventBy): Fact {
  return { id: `${event}:event-by-${by}`, kind: 'event', event, by };
}

export function sequenceFact(storyline: string, events: readonly string[]): Fact {
  const sorted = [...events].sort(byCodeUnit);
  return { id: `${storyline}:sequence:${sorted.join('+')}`, kind: 'sequence', storyline, events: sorted };
}

/** Reads a fact id back; null where it has no form of a fact. Whether its events exist is the caller's question. */
export function parseFact(id: string): Fact | null {
  const parts = id.split(':');
  const [subject, what, list] = parts;
  if (subject === undefined || subject === '' || what === undefined) return null;
  if (what === 'sequence') {
    const events = list === undefined || list === '' ? [] : list.split('+');
    const fact = sequenceFact(subject, events);
    return parts.length === 3 && fact.id === id ? fact : null;
  }
  if (parts.length !== 2) return null;
  if (what === 'place') return placeFact(subject);
  if (what === 'event-by-date') return eventFact(subject, 'date');
  if (what === 'event-by-place') return eventFact(subject, 'place');
  const end = (Object.keys(SUFFIX) as DateEnd[]).find((key) => SUFFIX[key] === what);
  return end === undefined ? null : dateFact(subject, end);
}

/** Compares ids by UTF-16 code units, the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The ends of an event that have a date of their own, with the date as written.
 * Empty for undated and bounded events: a bound is never asked as a date.
 */
export function datedEnds(event: PackEvent): readonly { readonly end: DateEnd; readonly date: DatePart }[] {
  const form = event.when?.form;
  if (form?.kind === 'date') return [{ end: 'whole', date: form.date }];
  if (form?.kind !== 'interval') return [];
  if (sameUnit(form.from, form.to)) return [{ end: 'whole', date: form.from }];
  return [
    { end: 'began', date: form.from },
    { end: 'ended', date: form.to },
  ];
}

/** Whether both are the very same day, month, … (an interval that did not outlast its unit). */
function sameUnit(a: DatePart, b: DatePart): boolean {
  const key = (part: DatePart): string => [part.precision, part.year, part.season, part.month, part.day].join('/');
  return key(a) === key(b);
}
