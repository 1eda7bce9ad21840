/** Which end of an event its date fact is about. */
export type End = 'whole' | 'began' | 'ended';

/** A fact id taken apart. */
export type ClaimedFact =
  | { readonly kind: 'date'; readonly event: string; readonly end: End }
  | { readonly kind: 'place'; readonly event: string }
  | { readonly kind: 'event'; readonly event: string; readonly by: 'date' | 'place' }
  | { readonly kind: 'sequence'; readonly storyline: string; readonly events: readonly string[] };

const ENDINGS: Readonly<Record<string, (event: string) => ClaimedFact>> = {
  date: (event) => ({ kind: 'date', event, end: 'whole' }),
  'date-began': (event) => ({ kind: 'date', event, end: 'began' }),
  'date-ended': (event) => ({ kind: 'date', event, end: 'ended' }),
  place: (event) => ({ kind: 'place', event }),
  'event-by-date': (event) => ({ kind: 'event', event, by: 'date' }),
  'event-by-place': (event) => ({ kind: 'event', event, by: 'place' }),
};

/** Reads a fact id (formats.md §2); null where it is none. */
export function readFact(id: string): ClaimedFact | null {
  const [subject = '', what = '', list, ...more] = id.split(':');
  if (subject === '' || more.length > 0) return null;
  if (what === 'sequence' && list !== undefined) {
    const events = list.split('+');
    // Code-unit order, each once: two ids for one set of events would be two memories of it.
    const sorted = events.every((event, i) => event !== '' && (i === 0 || (events[i - 1] ?? '') < event));
    return sorted ? { kind: 'sequence', storyline: subject, events } : null;
  }
  if (list !== undefined || !Object.hasOwn(ENDINGS, what)) return null;
  return ENDINGS[what]?.(subject) ?? null;
}
