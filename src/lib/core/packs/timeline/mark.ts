import { rangeOfDate, type DayRange } from '../../time/read-span';
import type { DatePart, When } from '../../time/when';
import type { PackEvent } from '../pack';

/**
 * How a date is drawn. `point`: a day; `coarse`: a month, a year; `lasted`: from … to; `within`: once, some time between; `until` and
 * `since`: open to the left or to the right; `either`: one of several dates, those that sources disagree about included.
 */
export type MarkShape = 'point' | 'coarse' | 'lasted' | 'within' | 'until' | 'since' | 'either';

/** An event on a line of time. Days are day numbers; an open side is ±Infinity. */
export interface Mark {
  readonly event: PackEvent;
  readonly shape: MarkShape;
  /** All days on which it may have been. */
  readonly first: number;
  readonly last: number;
  /** The same without what "about" adds, which may be months on either side: what is written. */
  readonly core: DayRange;
  /** Written with `~`: its edges are soft. */
  readonly about: boolean;
  /** Where it stands in the order and where its name begins; always finite. */
  readonly anchor: number;
  /** Written with `?`. */
  readonly doubtful: boolean;
  /** The dates of `either`, in the order given; else empty. */
  readonly tines: readonly DayRange[];
  /** The dates come from sources that disagree. */
  readonly disagree: boolean;
}

/** How an event is drawn on a line of time; null: it has no date. */
export function markOf(event: PackEvent): Mark | null {
  const { when, conflicts } = event;
  if (when === null) return null;
  const all = [when, ...conflicts];
  const spans = all.map(({ span }) => ({ first: span.earliestStart, last: span.latestEnd }));
  const { first, last } = hull(spans);
  const core = hull(all.map(coreOf));
  const shape = conflicts.length > 0 ? 'either' : shapeOf(when);
  return {
    event,
    shape,
    first,
    last,
    core,
    anchor: anchorOf(core),
    about: all.some(({ approximate }) => approximate),
    doubtful: all.some(({ uncertain }) => uncertain),
    tines: conflicts.length > 0 ? all.map(coreOf) : tinesOf(when),
    disagree: conflicts.length > 0,
  };
}

/** Marks in the order in which a line of time passes them; what stands at one place keeps the pack's order. */
export function byAnchor(a: Mark, b: Mark): number {
  return a.anchor - b.anchor;
}

function shapeOf({ form, span }: When): MarkShape {
  switch (form.kind) {
    case 'date':
      return form.date.precision === 'day' && (form.date.approximate || span.earliestStart === span.latestEnd)
        ? 'point'
        : 'coarse';
    case 'interval':
      return 'lasted';
    case 'within':
      return form.from === null ? 'until' : form.to === null ? 'since' : 'within';
    case 'oneOf':
      return 'either';
    default:
      return form.kind;
  }
}

/** The days of a date as written, not widened by its `~`. */
function coreOf(when: When): DayRange {
  const { form } = when;
  const days = (part: DatePart): DayRange => rangeOfDate({ ...part, approximate: false }, when.calendar);
  switch (form.kind) {
    case 'date':
      return days(form.date);
    case 'interval':
      return hull([days(form.from), days(form.to)]);
    case 'until':
      return { first: -Infinity, last: days(form.to).last };
    case 'since':
      return { first: days(form.from).first, last: Infinity };
    case 'within':
      return {
        first: form.from === null ? -Infinity : days(form.from).first,
        last: form.to === null ? Infinity : days(form.to).last,
      };
    case 'oneOf':
      return hull(form.dates.map(days));
  }
}

function tinesOf({ form, calendar }: When): readonly DayRange[] {
  return form.kind === 'oneOf' ? form.dates.map((part) => rangeOfDate(part, calendar)) : [];
}

function hull(ranges: readonly DayRange[]): DayRange {
  return {
    first: Math.min(...ranges.map(({ first }) => first)),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
}

/** An upper bound stands at its last day, all else at its first. */
function anchorOf({ first, last }: DayRange): number {
  return Number.isFinite(first) ? first : last;
}
