import type { PackEvent } from '../../packs/pack';
import { PRECISIONS } from '../../time/date-part';
import type { Span } from '../../time/span';
import type { Precision, When } from '../../time/when';
import { perContext, type Context } from '../context';
import { datesGiven } from '../eligibility';
import { areKin } from './kin';
import { createTimeline, type Timeline } from './timeline';

/** A date of an event at a place, with its days. */
interface Entry {
  readonly event: PackEvent;
  readonly span: Span;
  readonly precision: Precision | null;
}

const timelinesAt = perContext(() => new Map<string, Timeline<Entry>>());
const timelinesIn = perContext(() => new Map<string, Timeline<Entry>>());

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
  return occupation(context, event, unit)(span);
}

/** The same to be asked of many spans. */
export function occupation(context: Context, event: PackEvent, unit: Precision): (span: Span) => boolean {
  const timeline = timelineAt(context, event.where);
  const isTaken = (entry: Entry): boolean => entry.event.id !== event.id && counts(context, event, entry, unit);
  return (span) => timeline.find(span, isTaken) !== null;
}

function counts(context: Context, event: PackEvent, { event: other, precision }: Entry, unit: Precision): boolean {
  return precision !== null && !isCoarser(precision, unit) && !areKin(context, event, other);
}

/** Dates of events at any of the places, at one that contains it or lies in it. */
function timelineAt(context: Context, places: readonly string[]): Timeline<Entry> {
  const kept = timelinesAt(context);
  const key = places.length === 1 ? (places[0] ?? '') : places.join(' ');
  let timeline = kept.get(key);
  if (timeline === undefined) {
    const events = new Set(places.flatMap((place) => context.index.eventsRelatedTo(place)));
    timeline = createTimeline(entriesOf(events));
    kept.set(key, timeline);
  }
  return timeline;
}

function entriesOf(events: Iterable<PackEvent>): Entry[] {
  return [...events].flatMap((event) =>
    datesGiven(event).map((when): Entry => ({ event, span: when.span, precision: precisionOfDate(when) })),
  );
}

/**
 * Rule K2 for places: another event at the place or inside it (statements and plans aside) with a date, bounds not counted, that
 * touches the time; null if nothing is known to have happened there then.
 */
export function eventThereThen(context: Context, placeId: string, exceptId: string, time: Span): PackEvent | null {
  return happenedIn(context, placeId).find(time, ({ event }) => event.id !== exceptId)?.event ?? null;
}

/** What happened at a place or inside it. */
export function happenedIn(
  context: Context,
  placeId: string,
): Timeline<{ readonly event: PackEvent; readonly span: Span }> {
  const kept = timelinesIn(context);
  let timeline = kept.get(placeId);
  if (timeline === undefined) {
    const happened = context.index
      .eventsAtOrInside(placeId)
      .filter(({ dates }) => dates !== 'statement' && dates !== 'plan');
    timeline = createTimeline(entriesOf(happened));
    kept.set(placeId, timeline);
  }
  return timeline;
}
