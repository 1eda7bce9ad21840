import type { TaleFilter } from '$lib/app/explore/pack-tales';

/** How a pack is looked at. */
export type View = 'timeline' | 'list';
const VIEWS: readonly View[] = ['timeline', 'list'];
const STATUSES = ['stated', 'attributed', 'reported', 'disputed', 'conflict'] as const;

/** Where somebody is on the page, as its address says it: a link leads to the same. */
export interface Spot extends TaleFilter {
  readonly view: View;
  /** The event whose card is open. */
  readonly event: string | null;
}

/** Reads an address; what it does not know counts as absent. */
export function readSpot(query: URLSearchParams): Spot {
  const named = (name: string): string | null => {
    const value = query.get(name);
    return value === '' ? null : value;
  };
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'timeline',
    storyline: named('storyline'),
    place: named('place'),
    status: STATUSES.find((status) => status === query.get('status')) ?? null,
    event: named('event'),
  };
}

/** The query for a pack and a spot, without the question mark; what is usual is left out. */
export function spotQuery(pack: string, { view, storyline, place, status, event }: Spot): string {
  const query = new URLSearchParams({ pack });
  if (view !== 'timeline') query.set('view', view);
  if (storyline !== null) query.set('storyline', storyline);
  if (place !== null) query.set('place', place);
  if (status !== null) query.set('status', status);
  if (event !== null) query.set('event', event);
  return query.toString();
}
