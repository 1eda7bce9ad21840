import type { PackEvent } from '../../packs/pack';
import { coarsen, dayPartOf, partOfIndex, unitIndex } from '../../time/date-part';
import { MAX_YEAR, MIN_YEAR, toDayNumber, type CivilCalendar } from '../../time/calendar';
import { spanOfDate, spanOfRange } from '../../time/read-span';
import { mayTouch, type Span } from '../../time/span';
import type { Calendar, DatePart, Precision } from '../../time/when';
import { sayDate } from '../../time/words';
import { perContext, type Context } from '../context';
import type { Candidate } from './choose';
import { isOccupied } from './occupied';
import { backedUnits, civilOf, NO_REASON } from './reasons';

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
const LOOK_AT = 6;
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
/**
 * An event farther off than this many units is no option beside two nearer ones: whoever has heard of the subject at all sees that 753 BC
 * is not when the Long Walls of Athens fell.
 */
const FAR: Readonly<Record<Precision, number>> = {
  day: 365,
  month: 36,
  season: 12,
  year: 60,
  decade: 10,
  century: 5,
};
/** What lying outside the pack's span costs: such a date is legal (O4), but few learners would believe it. */
const OUTSIDE = 2;
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
  const { date } = asked;
  const calendar = asked.event.when?.calendar ?? 'gregorian';
  const civil = civilOf(calendar);
  const key = unitIndex(date, civil);
  const allowed = legality(context, asked, calendar);
  const limits = unitLimits(context, date.precision, civil);
  const side = (direction: 1 | -1): Candidate<FalseDate>[] => {
    const found = new Map<number, FalseDate>();
    const tiers = new Map<number, number>();
    let near = 0;
    let farthest = 0;
    for (const { index, backing, tier } of backedUnits(context, asked, key, direction, civil)) {
      if (found.size >= LOOK_AT) break;
      farthest = Math.max(farthest, Math.abs(index - key));
      const part = allowed(index);
      if (part === null) continue;
      found.set(index, { date: part, offset: index - key, backing });
      tiers.set(index, tier);
      if (Math.abs(index - key) <= GOOD_DISTANCE) near++;
    }
    // Days without an event of their own are the last resort (O8): only where few have one.
    for (let step = 1; step <= NEIGHBOURHOOD && near < LOOK_AT; step++) {
      const index = key + direction * step;
      const part = found.has(index) ? null : allowed(index);
      if (part !== null) found.set(index, { date: part, offset: index - key, backing: null });
    }
    // Beyond the first and the last event that has such a date, nobody would look for the answer.
    const isStrange = (value: FalseDate): boolean => value.backing === null && Math.abs(value.offset) > farthest;
    return Array.from(found, ([at, value]) =>
      candidate(context, asked, value, {
        tier: tiers.get(at) ?? NO_REASON,
        outside: at < limits.first || at > limits.last,
        strange: isStrange(value),
      }),
    );
  };
  return withoutFar({ earlier: side(-1), later: side(1) }, FAR[date.precision]);
}

function withoutFar(sides: Sides<FalseDate>, far: number): Sides<FalseDate> {
  const isNear = ({ value }: Candidate<FalseDate>): boolean => Math.abs(value.offset) <= far;
  const near = { earlier: sides.earlier.filter(isNear), later: sides.later.filter(isNear) };
  return near.earlier.length + near.later.length >= 2 ? near : sides;
}

/** Whether two dates next to the asked one may be options: then there are enough, whatever lies farther off. */
export function areNearFalseDates(context: Context, asked: AskedDate): boolean {
  const calendar = asked.event.when?.calendar ?? 'gregorian';
  const key = unitIndex(asked.date, civilOf(calendar));
  const allowed = legality(context, asked, calendar);
  let found = 0;
  for (let step = 1; step <= NEIGHBOURHOOD && found < 2; step++) {
    if (allowed(key - step) !== null) found++;
    if (allowed(key + step) !== null) found++;
  }
  return found >= 2;
}

/** Whether a date may be a wrong option for the asked one at all, whether or not better ones crowd it out. */
export function mayBeFalseDate(context: Context, asked: AskedDate, date: DatePart): boolean {
  const calendar = asked.event.when?.calendar ?? 'gregorian';
  const index = unitIndex(coarsen(date, asked.date.precision), civilOf(calendar));
  return legality(context, asked, calendar)(index) !== null;
}

function candidate(
  context: Context,
  { date }: AskedDate,
  value: FalseDate,
  { tier, outside, strange }: { readonly tier: number; readonly outside: boolean; readonly strange: boolean },
): Candidate<FalseDate> {
  const distance = Math.abs(Math.log2(Math.abs(value.offset) / BEST_DISTANCE[date.precision]));
  return {
    value,
    cost: 1.5 * tier + distance + (outside ? OUTSIDE : 0),
    good: value.backing !== null && Math.abs(value.offset) <= GOOD_DISTANCE,
    strange,
    // Said only where it is asked for: of a dozen dates three are shown.
    get excess() {
      return sayDate(value.date, context.language).length - sayDate(date, context.language).length;
    },
  };
}

/** The date with that index, if it may be an option for the asked one; else null. */
function legality(context: Context, asked: AskedDate, calendar: Calendar): (index: number) => DatePart | null {
  const { event, date } = asked;
  const { index } = context;
  const civil = civilOf(calendar);
  const kin = [event, ...index.twinsOf(event.id).map((id) => index.event(id))];
  const given = kin
    .flatMap((one) => [one.when, ...one.conflicts])
    .filter((when) => when !== null)
    // A bound of a twin would forbid half of all time and proves nothing.
    .filter(({ form: { kind }, span }) => kind !== 'until' && kind !== 'since' && Number.isFinite(span.earliestStart));
  // What the pack says to avoid, it may say of half of all time.
  const forbidden: readonly Span[] = [...given, ...kin.flatMap((one) => one.avoid.dates)].map(({ span }) => span);
  const limits = unitLimits(context, date.precision, civil);
  const key = unitIndex(date, civil);
  return (at) => {
    if (at < limits.first - NEIGHBOURHOOD || at > limits.last + NEIGHBOURHOOD) return null;
    if (isOfTwoCalendars(date.precision, key, at, calendar)) return null;
    // The index of a day is its day number, whichever calendar it is named in.
    const isDay = date.precision === 'day' && calendar !== 'unknown';
    const part = isDay ? null : partOfIndex(at, date.precision, civil);
    const span = part === null ? spanOfRange({ first: at, last: at }) : spanOfDate(part, calendar);
    if (forbidden.some((other) => mayTouch(other, span))) return null;
    if (isOccupied(context, event, date.precision, span)) return null;
    const written = part ?? partOfIndex(at, date.precision, civil);
    return written.year < leastYear(date.precision) || written.year > MAX_YEAR ? null : written;
  };
}

/**
 * A decade or century before the year 0 has no form of its own (formats.md, `when`), and those of the year 0 read badly: they begin in
 * the year 1 BC.
 */
function leastYear(precision: Precision): number {
  if (precision === 'century') return 100;
  return precision === 'decade' ? 10 : MIN_YEAR;
}

/** First day of the Gregorian calendar: a day before it, beside one after it, is in no calendar that anybody named (rule K5). */
const FIRST_GREGORIAN_DAY = toDayNumber(1582, 10, 15);

function isOfTwoCalendars(precision: Precision, key: number, other: number, calendar: Calendar): boolean {
  if (calendar !== 'gregorian' || precision !== 'day') return false;
  return key >= FIRST_GREGORIAN_DAY && other < FIRST_GREGORIAN_DAY;
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

const limitsKept = perContext(() => new Map<string, { readonly first: number; readonly last: number }>());

/** The same as indices of their unit. */
function unitLimits(
  context: Context,
  unit: Precision,
  civil: CivilCalendar,
): { readonly first: number; readonly last: number } {
  const kept = limitsKept(context);
  const name = `${unit} ${civil}`;
  let limits = kept.get(name);
  if (limits === undefined) {
    const { first, last } = spanLimits(context, unit, civil);
    limits = { first: unitIndex(first, civil), last: unitIndex(last, civil) };
    kept.set(name, limits);
  }
  return limits;
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
