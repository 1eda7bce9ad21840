import type { PackEvent } from '../../packs/pack';
import { coarsen, dayPartOf, partOfIndex, unitIndex } from '../../time/date-part';
import { MAX_YEAR, MIN_YEAR, toDayNumber, type CivilCalendar } from '../../time/calendar';
import { spanOfDate } from '../../time/read-span';
import { mayTouch, type Span } from '../../time/span';
import type { Calendar, DatePart, Precision } from '../../time/when';
import { perContext, type Context } from '../context';
import { mayGiveReason } from '../eligibility';
import { plainTelling } from '../telling';
import { contentWords, likeness } from '../text';
import { isCoarser, isOccupied, precisionOf } from './occupied';
import type { Candidate } from './choose';

/** A false date, and the event that really happened then; null for a neighbouring day, month, … that has none. */
export interface FalseDate {
  readonly date: DatePart;
  /** Units from the key; negative: earlier. */
  readonly offset: number;
  readonly backing: PackEvent | null;
}

/** How far a date without an event of its own may lie from the key, and any date outside the pack's span (rule O4). */
const NEIGHBOURHOOD = 7;
/** Dates with an event that are looked at on each side: more than are ever chosen, so that seeds differ. */
const LOOK_AT = 10;
/** The distance, in units, at which a date is neither a guess at random nor a matter of one more or less. */
const BEST_DISTANCE: Readonly<Record<Precision, number>> = {
  day: 4,
  month: 2,
  season: 2,
  year: 4,
  decade: 2,
  century: 1,
};
/** An event farther off than this many units makes no good distractor, only a possible one. */
const GOOD_DISTANCE = 30;
/** What lying outside the pack's span costs: such a date is legal (O4), but few learners would believe it. */
const OUTSIDE = 2;
/** From this share of common words on, two events count as of the same kind. */
const SAME_KIND = 0.2;

/** What is asked: the date, of which event, read in which calendar. */
export interface AskedDate {
  readonly event: PackEvent;
  readonly date: DatePart;
}

/** Candidates that would stand before and after the key. */
export interface Sides<T> {
  readonly earlier: readonly Candidate<T>[];
  readonly later: readonly Candidate<T>[];
}

/**
 * The false dates that may stand beside a date: of its precision, disjoint from everything known of the event and its twins, none
 * that another event at its place has (K10), none that the pack says to avoid, inside the pack's span (O4).
 */
export function falseDates(context: Context, asked: AskedDate): Sides<FalseDate> {
  const { event, date } = asked;
  const calendar = event.when?.calendar ?? 'gregorian';
  const civil = civilOf(calendar);
  const key = unitIndex(date, civil);
  const allowed = legality(context, asked, calendar);
  const near = (direction: 1 | -1): Candidate<FalseDate>[] => {
    const found = new Map<number, FalseDate>();
    for (const { index, backing } of backedUnits(context, asked, key, direction, civil)) {
      if (found.size >= LOOK_AT) break;
      const part = partOfIndex(index, date.precision, civil);
      if (allowed(part)) found.set(index, { date: part, offset: index - key, backing });
    }
    for (let step = 1; step <= NEIGHBOURHOOD; step++) {
      const index = key + direction * step;
      const part = partOfIndex(index, date.precision, civil);
      if (!found.has(index) && allowed(part)) found.set(index, { date: part, offset: index - key, backing: null });
    }
    return [...found.values()].map((value) => candidate(context, asked, value, civil));
  };
  return { earlier: near(-1), later: near(1) };
}

function candidate(
  context: Context,
  { event, date }: AskedDate,
  value: FalseDate,
  civil: CivilCalendar,
): Candidate<FalseDate> {
  const { first, last } = spanLimits(context, date.precision, civil);
  const at = unitIndex(value.date, civil);
  const outside = at < unitIndex(first, civil) || at > unitIndex(last, civil) ? OUTSIDE : 0;
  const distance = Math.abs(Math.log2(Math.abs(value.offset) / BEST_DISTANCE[date.precision]));
  return {
    value,
    cost: 1.5 * tier(context, event, value.backing) + distance + outside,
    good: value.backing !== null && Math.abs(value.offset) <= GOOD_DISTANCE,
  };
}

/** The order of good reasons (O8): the same kind of event, the same storyline, another event, a neighbouring day. */
function tier(context: Context, event: PackEvent, backing: PackEvent | null): number {
  if (backing === null) return 3;
  if (likeness(tokens(context, event), tokens(context, backing)) >= SAME_KIND) return 0;
  return backing.storyline === event.storyline ? 1 : 2;
}

const tokenCache = perContext(() => new Map<string, readonly string[]>());

/** The content words by which an event is told, without the names of its places: what kind of event it is. */
export function tokens(context: Context, event: PackEvent): readonly string[] {
  const kept = tokenCache(context);
  let words = kept.get(event.id);
  if (words === undefined) {
    const names = new Set(event.where.flatMap((id) => contentWords(context.placeName(id) ?? '')));
    words = contentWords(plainTelling(context, event)?.text ?? '').filter((word) => !names.has(word));
    kept.set(event.id, words);
  }
  return words;
}

/** Whether a date may be an option for the asked one. */
function legality(context: Context, asked: AskedDate, calendar: Calendar): (part: DatePart) => boolean {
  const { event, date } = asked;
  const { index } = context;
  const kin = [event, ...index.twinsOf(event.id).map((id) => index.event(id))];
  const forbidden: Span[] = [
    ...kin
      .flatMap((one) => [one.when, ...one.conflicts, ...one.avoid.dates])
      .flatMap((when) => (when === null ? [] : [when])),
  ]
    // A bound of a twin would forbid half of all time and proves nothing.
    .filter(
      (when) => when.form.kind !== 'until' && when.form.kind !== 'since' && Number.isFinite(when.span.earliestStart),
    )
    .map((when) => when.span);
  const { first, last } = spanLimits(context, date.precision, civilOf(calendar));
  const least = unitIndex(first, civilOf(calendar)) - NEIGHBOURHOOD;
  const most = unitIndex(last, civilOf(calendar)) + NEIGHBOURHOOD;
  return (part) => {
    if (part.year < MIN_YEAR || part.year > MAX_YEAR) return false;
    const at = unitIndex(part, civilOf(calendar));
    if (at < least || at > most) return false;
    if (isOfTwoCalendars(date, part, calendar)) return false;
    const span = spanOfDate(part, calendar);
    return !forbidden.some((other) => mayTouch(other, span)) && !isOccupied(context, event, date.precision, span);
  };
}

/** First day of the Gregorian calendar: a day before it, beside one after it, is in no calendar that anybody named (rule K5). */
const FIRST_GREGORIAN_DAY = toDayNumber(1582, 10, 15);

function isOfTwoCalendars(key: DatePart, other: DatePart, calendar: Calendar): boolean {
  if (calendar !== 'gregorian' || key.precision !== 'day') return false;
  return unitIndex(key) >= FIRST_GREGORIAN_DAY && unitIndex(other) < FIRST_GREGORIAN_DAY;
}

/** First and last unit of everything dated in the pack (rule O4). */
export function spanLimits(
  context: Context,
  unit: Precision,
  civil: CivilCalendar,
): { first: DatePart; last: DatePart } {
  const { first, last } = packDays(context);
  return { first: coarsen(dayPartOf(first, civil), unit), last: coarsen(dayPartOf(last, civil), unit) };
}

const packDays = perContext((context) => {
  const spans = context.index.pack.events.flatMap((event) => context.index.span(event) ?? []);
  const days = spans.flatMap((span) => [span.earliestStart, span.latestStart, span.earliestEnd, span.latestEnd]);
  const finite = days.filter((day) => Number.isFinite(day));
  return {
    first: finite.reduce((least, day) => Math.min(least, day), Infinity),
    last: finite.reduce((most, day) => Math.max(most, day), -Infinity),
  };
});

/** Units with an event that may give a reason, nearest first, in one direction from the key. */
function* backedUnits(
  context: Context,
  asked: AskedDate,
  key: number,
  direction: 1 | -1,
  civil: CivilCalendar,
): Generator<{ readonly index: number; readonly backing: PackEvent }> {
  const units = unitsOfReasons(context, asked.date.precision, civil);
  let at = units.findIndex((unit) => unit.index >= key);
  if (at < 0) at = units.length;
  if (direction < 0) at -= 1;
  for (; at >= 0 && at < units.length; at += direction) {
    const unit = units[at];
    if (unit === undefined || unit.index === key) continue;
    const backing = bestBacking(context, asked.event, unit.events);
    if (backing !== null) yield { index: unit.index, backing };
  }
}

function bestBacking(context: Context, event: PackEvent, events: readonly PackEvent[]): PackEvent | null {
  const { index } = context;
  let best: PackEvent | null = null;
  for (const one of events) {
    if (one.id === event.id || index.kin(one.id, event.id) || event.avoid.events.includes(one.id)) continue;
    if (best === null || tier(context, event, one) < tier(context, event, best)) best = one;
  }
  return best;
}

interface Unit {
  readonly index: number;
  readonly events: readonly PackEvent[];
}

const reasonCache = perContext(() => new Map<string, readonly Unit[]>());

/** All units in which an event lies that may give a reason, in time order, each with its events in the pack's order. */
function unitsOfReasons(context: Context, precision: Precision, civil: CivilCalendar): readonly Unit[] {
  const kept = reasonCache(context);
  const key = `${precision} ${civil}`;
  let units = kept.get(key);
  if (units === undefined) {
    const byIndex = new Map<number, PackEvent[]>();
    for (const event of context.index.pack.events) {
      const index = unitOf(context, event, precision, civil);
      if (index === null) continue;
      const events = byIndex.get(index);
      if (events === undefined) byIndex.set(index, [event]);
      else events.push(event);
    }
    units = [...byIndex].map(([index, events]) => ({ index, events })).sort((a, b) => a.index - b.index);
    kept.set(key, units);
  }
  return units;
}

/** The unit in which the event certainly lay and may be told of; null if it gives no reason there. */
function unitOf(context: Context, event: PackEvent, precision: Precision, civil: CivilCalendar): number | null {
  const form = event.when?.form;
  const own = precisionOf(event);
  if (form?.kind !== 'date' || own === null || isCoarser(own, precision)) return null;
  if (!mayGiveReason(context.index, event) || plainTelling(context, event) === null) return null;
  // Another calendar's month or year is not this calendar's; a day is one day in both.
  if (civilOf(event.when?.calendar ?? 'gregorian') === civil) return unitIndex(coarsen(form.date, precision), civil);
  if (own !== 'day') return null;
  const day = toDayNumber(
    form.date.year,
    form.date.month ?? 1,
    form.date.day ?? 1,
    civilOf(event.when?.calendar ?? 'gregorian'),
  );
  return unitIndex(coarsen(dayPartOf(day, civil), precision), civil);
}

function civilOf(calendar: Calendar): CivilCalendar {
  return calendar === 'julian' ? 'julian' : 'gregorian';
}
