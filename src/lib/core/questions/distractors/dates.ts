import type { PackEvent } from '../../packs/pack';
import { coarsen, dayPart, dayPartOf, partOfIndex, unitIndex } from '../../time/date-part';
import { MAX_YEAR, MIN_YEAR, toDayNumber, type CivilCalendar } from '../../time/calendar';
import { spanOfDate, spanOfRange } from '../../time/read-span';
import { mayTouch, type Span } from '../../time/span';
import type { Calendar, DatePart, Precision } from '../../time/when';
import { sayDate } from '../../time/words';
import { twinsWith } from '../alike';
import { perContext, type Context } from '../context';
import type { Candidate } from './choose';
import { occupation } from './occupied';
import { civilOf, eachBackedUnit, NO_REASON } from './reasons';

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
  const isAllowed = legality(context, asked, calendar);
  const limits = unitLimits(context, date.precision, civil);
  const length = once(() => sayDate(date, context.language).length);
  const excess = (other: DatePart): number => sayDate(other, context.language).length - length();
  const side = (direction: 1 | -1): Candidate<FalseDate>[] => {
    const found: DateCandidate[] = [];
    const add = (index: number, backing: PackEvent | null, tier: number, farthest: number): void => {
      const distance = Math.abs(Math.log2(Math.abs(index - key) / BEST_DISTANCE[date.precision]));
      const isOutside = index < limits.first || index > limits.last;
      // Beyond the first and the last event that has such a date, nobody would look for the answer.
      const isStrange = backing === null && Math.abs(index - key) > farthest;
      const value = new LazyDate(date.precision, civil, index, index - key, backing);
      found.push(new DateCandidate(value, 1.5 * tier + distance + (isOutside ? OUTSIDE : 0), isStrange, excess));
    };
    let near = 0;
    let farthest = 0;
    eachBackedUnit(context, asked, key, direction, civil, (index, backing, tier) => {
      farthest = Math.max(farthest, Math.abs(index - key));
      if (isAllowed(index)) {
        add(index, backing, tier, farthest);
        if (Math.abs(index - key) <= GOOD_DISTANCE) near++;
      }
      return found.length < LOOK_AT;
    });
    // Days without an event of their own are the last resort (O8): only where few have one.
    for (let step = 1; step <= NEIGHBOURHOOD && near < LOOK_AT; step++) {
      const index = key + direction * step;
      if (!found.some(({ value }) => value.index === index) && isAllowed(index)) add(index, null, NO_REASON, farthest);
    }
    return found;
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
  const isAllowed = legality(context, asked, calendar);
  let found = 0;
  for (let step = 1; step <= NEIGHBOURHOOD && found < 2; step++) {
    if (isAllowed(key - step)) found++;
    if (isAllowed(key + step)) found++;
  }
  return found >= 2;
}

/** Whether a date may be a wrong option for the asked one at all, whether or not better ones crowd it out. */
export function mayBeFalseDate(context: Context, asked: AskedDate, date: DatePart): boolean {
  const calendar = asked.event.when?.calendar ?? 'gregorian';
  const index = unitIndex(coarsen(date, asked.date.precision), civilOf(calendar));
  return legality(context, asked, calendar)(index);
}

/** A false date that is worked out from its number when it is looked at: of a dozen three are shown. */
class LazyDate implements FalseDate {
  #date: DatePart | null = null;

  constructor(
    private readonly unit: Precision,
    private readonly civil: CivilCalendar,
    readonly index: number,
    readonly offset: number,
    readonly backing: PackEvent | null,
  ) {}

  get date(): DatePart {
    return (this.#date ??= partOfIndex(this.index, this.unit, this.civil));
  }
}

class DateCandidate implements Candidate<LazyDate> {
  readonly good: boolean;

  constructor(
    readonly value: LazyDate,
    readonly cost: number,
    readonly strange: boolean,
    private readonly excessOf: (date: DatePart) => number,
  ) {
    this.good = value.backing !== null && Math.abs(value.offset) <= GOOD_DISTANCE;
  }

  /** Said only where it is asked for. */
  get excess(): number {
    return this.excessOf(this.value.date);
  }
}

/** A number that is worked out when it is first asked for. */
function once(work: () => number): () => number {
  let value: number | null = null;
  return () => (value ??= work());
}

/** Whether the date with an index may be an option for the asked one. */
function legality(context: Context, asked: AskedDate, calendar: Calendar): (index: number) => boolean {
  const { event, date } = asked;
  const civil = civilOf(calendar);
  const kin = twinsWith(context, event);
  const given = kin
    .flatMap((one) => [one.when, ...one.conflicts])
    .filter((when) => when !== null)
    // A bound of a twin would forbid half of all time and proves nothing.
    .filter(({ form: { kind }, span }) => kind !== 'until' && kind !== 'since' && Number.isFinite(span.earliestStart));
  // What the pack says to avoid, it may say of half of all time.
  const forbidden: readonly Span[] = [...given, ...kin.flatMap((one) => one.avoid.dates)].map(({ span }) => span);
  const limits = unitLimits(context, date.precision, civil);
  const key = unitIndex(date, civil);
  const isOccupied = occupation(context, event, date.precision);
  // The index of a day is its day number, whichever calendar it is named in.
  const isDay = date.precision === 'day' && calendar !== 'unknown';
  return (at) => {
    if (at < limits.least || at > limits.most) return false;
    if (isOfTwoCalendars(date.precision, key, at, calendar)) return false;
    const span = isDay
      ? spanOfRange({ first: at, last: at })
      : spanOfDate(partOfIndex(at, date.precision, civil), calendar);
    return !forbidden.some((other) => mayTouch(other, span)) && !isOccupied(span);
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

/** Indices of a unit. */
interface Limits {
  /** Of the first and the last unit of everything dated in the pack. */
  readonly first: number;
  readonly last: number;
  /** Of the first and the last unit that may be an option: close by, and in a year that can be written. */
  readonly least: number;
  readonly most: number;
}

const limitsKept = perContext(() => new Map<string, Limits>());

/** Kept for each unit and calendar. */
export function unitLimits(context: Context, unit: Precision, civil: CivilCalendar): Limits {
  const kept = limitsKept(context);
  const name = `${unit} ${civil}`;
  let limits = kept.get(name);
  if (limits === undefined) {
    const days = packDays(context);
    const indexOf = (day: number): number => unitIndex(coarsen(dayPartOf(day, civil), unit), civil);
    const [first, last] = [indexOf(days.first), indexOf(days.last)];
    const earliest = unitIndex(edgeOfYear(unit, leastYear(unit), 1), civil);
    const latest = unitIndex(edgeOfYear(unit, MAX_YEAR, 12), civil);
    limits = {
      first,
      last,
      least: Math.max(first - NEIGHBOURHOOD, earliest),
      most: Math.min(last + NEIGHBOURHOOD, latest),
    };
    kept.set(name, limits);
  }
  return limits;
}

/** The first or the last unit of a year. */
function edgeOfYear(precision: Precision, year: number, month: 1 | 12): DatePart {
  return { ...dayPart(year, month, month === 1 ? 1 : 31), season: month === 1 ? 1 : 4, precision };
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
