import type { PackEvent } from '../../packs/pack';
import { PRECISIONS } from '../../time/date-part';
import { mayTouch, type Span } from '../../time/span';
import type { Precision, When } from '../../time/when';
import { perContext, type Context } from '../context';
import { datesGiven } from '../eligibility';

/** A date of an event at a place, with its days. */
interface Entry {
  readonly event: PackEvent;
  readonly span: Span;
  readonly precision: Precision | null;
}

/** Entries by start, each with the latest end of all up to it, so that a look-up need not walk the whole list. */
interface Timeline {
  readonly entries: readonly Entry[];
  readonly latestEnds: readonly number[];
}

const timelines = perContext(() => new Map<string, Timeline>());

/** The precision of an event's date: the coarser of an interval's ends; null where it is undated or only a bound. */
export function precisionOf(event: PackEvent): Precision | null {
  return precisionOfDate(event.when);
}

function precisionOfDate(when: When | null): Precision | null {
  const form = when?.form;
  if (form?.kind === 'date') return form.date.precision;
  if (form?.kind !== 'interval') return null;
  return isCoarser(form.from.precision, form.to.precision) ? form.from.precision : form.to.precision;
}

export function isCoarser(a: Precision, b: Precision): boolean {
  return PRECISIONS.indexOf(a) > PRECISIONS.indexOf(b);
}

/**
 * Rule K10: whether a span touches the date of another event at one of these places, at one that contains it or lies in it.
 * Bounds, dates coarser than the unit asked, twins, parents and parts do not count; each of several dates that sources give does.
 */
export function isOccupied(context: Context, event: PackEvent, unit: Precision, span: Span): boolean {
  return eventsTouching(timelineAt(context, event.where), span).some(
    (entry) => entry.event.id !== event.id && counts(context, event, entry, unit),
  );
}

function counts(context: Context, event: PackEvent, { event: other, precision }: Entry, unit: Precision): boolean {
  return precision !== null && !isCoarser(precision, unit) && !context.index.kin(event.id, other.id);
}

function timelineAt(context: Context, places: readonly string[]): Timeline {
  const kept = timelines(context);
  const key = places.join(' ');
  let timeline = kept.get(key);
  if (timeline === undefined) {
    const events = new Set(places.flatMap((place) => context.index.eventsRelatedTo(place)));
    timeline = buildTimeline([...events]);
    kept.set(key, timeline);
  }
  return timeline;
}

function buildTimeline(events: readonly PackEvent[]): Timeline {
  const entries = events.flatMap((event) =>
    datesGiven(event).map((when): Entry => ({ event, span: when.span, precision: precisionOfDate(when) })),
  );
  entries.sort((a, b) => a.span.earliestStart - b.span.earliestStart);
  let latest = -Infinity;
  const latestEnds = entries.map(({ span }) => (latest = Math.max(latest, span.latestEnd)));
  return { entries, latestEnds };
}

function eventsTouching(timeline: Timeline, span: Span): Entry[] {
  const { entries, latestEnds } = timeline;
  const found: Entry[] = [];
  for (let i = lastStartingBy(entries, span.latestEnd); i >= 0; i--) {
    if ((latestEnds[i] ?? -Infinity) < span.earliestStart) break;
    const entry = entries[i];
    if (entry !== undefined && mayTouch(entry.span, span)) found.push(entry);
  }
  return found;
}

/** Index of the last entry that starts on the day or before; −1 if none. */
function lastStartingBy(entries: readonly Entry[], day: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.span.earliestStart ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
