import { parseDate } from '$lib/core/time/parse-date';
import { rangeOfDate } from '$lib/core/time/read-span';
import type { TaleFilter } from '$lib/app/explore/pack-tales';

/** How a pack is looked at. */
export type View = 'timeline' | 'map' | 'list' | 'read';
const VIEWS: readonly View[] = ['timeline', 'map', 'list', 'read'];
const STATUSES = ['stated', 'attributed', 'reported', 'disputed', 'conflict'] as const;

/** Where somebody is on the page, as its address says it: a link leads to the same. */
export interface Spot extends TaleFilter {
  readonly view: View;
  /** The event whose card is open. */
  readonly event: string | null;
  /** The day of the map, as a date of EDTF in the Gregorian calendar; null: where it begins. */
  readonly day: string | null;
}

/** Reads an address; what it does not know counts as absent. */
export function readSpot(query: URLSearchParams): Spot {
  const named = (name: string): string | null => {
    const value = query.get(name);
    return value === '' ? null : value;
  };
  const day = named('day');
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'timeline',
    storyline: named('storyline'),
    place: named('place'),
    status: STATUSES.find((status) => status === query.get('status')) ?? null,
    event: named('event'),
    day: day === null || dayOfText(day) === null ? null : day,
  };
}

/** The query for a pack and a spot, without the question mark; what is usual is left out. */
export function spotQuery(pack: string, { view, storyline, place, status, event, day }: Spot): string {
  const query = new URLSearchParams({ pack });
  if (view !== 'timeline') query.set('view', view);
  if (storyline !== null) query.set('storyline', storyline);
  if (place !== null) query.set('place', place);
  if (status !== null) query.set('status', status);
  if (day !== null && view === 'map') query.set('day', day);
  if (event !== null) query.set('event', event);
  return query.toString();
}

/** The number of a day; null: the text names none. */
export function dayOfText(text: string): number | null {
  const read = parseDate(text, 'gregorian');
  return read.ok && read.value.precision === 'day' ? rangeOfDate(read.value, 'gregorian').first : null;
}
