import type { PackEvent } from '../../packs/pack';
import { coarser } from '../../time/date-part';
import { mayTouch, type Span } from '../../time/span';
import type { Precision, When } from '../../time/when';
import type { Containment } from './containment';

/** A date that some source gives for an event. */
export interface Dated {
  readonly event: PackEvent;
  readonly span: Span;
  readonly precision: Precision;
}

export interface Occupancy {
  /** What may have happened in that time at the place or inside it. Bounds do not count. */
  within(place: string, time: Span): readonly Dated[];
  /** The same, and what happened at a place that contains it. */
  around(place: string, time: Span): readonly Dated[];
}

/** Reads what is dated to when, by place. The dates on which sources disagree are dates too: any of them may be the true one. */
export function occupancyOf(events: Iterable<PackEvent>, { containers }: Pick<Containment, 'containers'>): Occupancy {
  const at = new Map<string, Dated[]>();
  const inside = new Map<string, Dated[]>();
  for (const event of events) {
    const dates = datesOf(event);
    const reached = new Set(event.where.flatMap((place) => [place, ...containers(place)]));
    for (const place of new Set(event.where)) post(at, place, dates);
    for (const place of reached) post(inside, place, dates);
  }
  const touchingAt = searcher(at);
  const touchingInside = searcher(inside);
  return {
    within: touchingInside,
    around: (place, time) => [
      ...touchingInside(place, time),
      ...[...containers(place)].flatMap((outer) => touchingAt(outer, time)),
    ],
  };
}

function datesOf(event: PackEvent): readonly Dated[] {
  return [event.when, ...event.conflicts].flatMap((when) => {
    const precision = precisionOf(when);
    return when === null || precision === null ? [] : [{ event, span: when.span, precision }];
  });
}

/** The precision of a date, of an interval that of its coarser end; null for a bound, which says no time. */
export function precisionOf(when: When | null): Precision | null {
  const form = when?.form;
  if (form?.kind === 'date') return form.date.precision;
  return form?.kind === 'interval' ? coarser(form.from.precision, form.to.precision) : null;
}

function post(lists: Map<string, Dated[]>, place: string, dates: readonly Dated[]): void {
  const list = lists.get(place);
  if (list === undefined) lists.set(place, [...dates]);
  else list.push(...dates);
}

/** A place may have many thousand dates: they are sorted on first need, and only those that can touch are looked at. */
function searcher(lists: ReadonlyMap<string, Dated[]>): (place: string, time: Span) => readonly Dated[] {
  const sorted = new Map<string, { readonly dates: readonly Dated[]; readonly longest: number }>();
  const listOf = (place: string) => {
    const found = sorted.get(place);
    if (found !== undefined) return found;
    const dates = (lists.get(place) ?? []).toSorted((a, b) => a.span.earliestStart - b.span.earliestStart);
    const longest = dates.reduce((most, { span }) => Math.max(most, span.latestEnd - span.earliestStart), 0);
    const made = { dates, longest };
    sorted.set(place, made);
    return made;
  };
  return (place, time) => {
    const { dates, longest } = listOf(place);
    const found: Dated[] = [];
    for (let i = firstFrom(dates, time.earliestStart - longest); i < dates.length; i++) {
      const date = dates[i];
      if (date === undefined || date.span.earliestStart > time.latestEnd) break;
      if (mayTouch(date.span, time)) found.push(date);
    }
    return found;
  };
}

function firstFrom(dates: readonly Dated[], day: number): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle]?.span.earliestStart ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
