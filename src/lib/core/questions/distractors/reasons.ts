import type { PackEvent } from '../../packs/pack';
import { toDayNumber, type CivilCalendar } from '../../time/calendar';
import { coarsen, dayPartOf, PRECISIONS, unitIndex } from '../../time/date-part';
import type { Calendar, DatePart, Precision } from '../../time/when';
import { perContext, perEvent, type Context } from '../context';
import { mayGiveReason } from '../eligibility';
import { plainTelling } from '../telling';
import { contentWords, kindOfWord, kindSet, likeness, type KindSet } from '../text';
import { areKin } from './kin';
import { isCoarser, precisionOf } from './occupied';

/** From this share of common words on, two events count as of the same kind. */
const SAME_KIND = 0.2;

/** An event with what is compared of it again and again: a question holds hundreds against its own, and looks up none of this. */
export interface Reason {
  readonly event: PackEvent;
  /** What it is about; see `tokens`. */
  readonly about: KindSet;
  /** The number of its storyline; see `storylineNumbers`. */
  readonly line: number;
  /** Earliest start. */
  readonly start: number;
}

/** Storylines by their place in the pack. */
export const storylineNumbers = perContext(
  (context): ReadonlyMap<string, number> => new Map(context.index.pack.storylines.map(({ id }, i) => [id, i])),
);

/** The number of an event's storyline. */
export function lineOf(context: Context, { storyline }: PackEvent): number {
  return storylineNumbers(context).get(storyline) ?? -1;
}

/** Where nothing is known to have happened: the last of the tiers. */
export const NO_REASON = 3;

/** The order of good reasons (O8): the same kind of event, the same storyline, another event; then `NO_REASON`. */
export function tierOf(asked: Pick<Reason, 'about' | 'line'>, backing: Pick<Reason, 'about' | 'line'>): number {
  if (likeness(asked.about, backing.about) >= SAME_KIND) return 0;
  return backing.line === asked.line ? 1 : 2;
}

/** Days after which what belongs to another story is of another age. */
const CENTURY = 36_525;

/** Whether two events of different stories lie so far apart that whoever has heard of the one at all rules the other out. */
export function areOfDifferentAges(a: Pick<Reason, 'line'>, b: Pick<Reason, 'line'>, days: number): boolean {
  return a.line !== b.line && Math.abs(days) > CENTURY;
}

const numbersOfKinds = perContext(() => new Map<string, number>());

/** What an event is about, as numbers of its content words, without the names of its places: its kind. Each number once. */
export const tokens = perEvent((context, event): KindSet => {
  const numbers = numbersOfKinds(context);
  const names = new Set(event.where.flatMap((id) => contentWords(context.placeName(id) ?? '')));
  const words = contentWords(plainTelling(context, event)?.text ?? '').filter((word) => !names.has(word));
  const kinds = [...new Set(words.map(kindOfWord))].map((word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  return kindSet(kinds);
});

/** Whether an event may be told as the reason why something is wrong: its data allow it, and its language has the words. */
export const givesReason = perEvent(
  (context, event) => mayGiveReason(context.index, event) && plainTelling(context, event) !== null,
);

/** Every event that may give a reason, in the pack's order. */
export const allReasons = perContext((context): readonly Reason[] =>
  context.index.pack.events
    .filter((event) => givesReason(context, event))
    .map((event) => ({
      event,
      about: tokens(context, event),
      line: lineOf(context, event),
      start: context.index.span(event)?.earliestStart ?? 0,
    })),
);

/**
 * Units with an event that may give a reason, nearest first, in one direction from the key: of each its index, the event that best shows
 * that it is no answer, and that event's tier. Goes on as long as it is told to, over a few hundred of them.
 */
export function eachBackedUnit(
  context: Context,
  asked: { readonly event: PackEvent; readonly date: DatePart },
  key: number,
  direction: 1 | -1,
  civil: CivilCalendar,
  goesOn: (index: number, backing: PackEvent, tier: number) => boolean,
): void {
  const { event } = asked;
  const subject = { event, about: tokens(context, event), line: lineOf(context, event) };
  const units = unitsOfReasons(context, asked.date.precision, civil);
  const { indices } = units;
  const first = direction < 0 ? firstFrom(indices, key) - 1 : firstFrom(indices, key);
  for (let at = first; at >= 0 && at < indices.length && Math.abs(at - first) < MOST_UNITS; at += direction) {
    const index = indices[at];
    if (index === undefined || index === key) continue;
    const best = bestBacking(context, subject, units, at);
    if (best !== null && !goesOn(index, best.event, tierOf(subject, best))) return;
  }
}

/**
 * Units that are looked at on one side: of an event that happened in the whole land every day with an event of its own is taken (rule K10),
 * and of one in 1583 every day before October 1582, be it twenty thousand of them.
 */
const MOST_UNITS = 400;

/** The event that best shows that a unit is no answer, whatever else is known of that unit; null: no event may be told for it. */
export function reasonIn(
  context: Context,
  event: PackEvent,
  { index, precision }: { readonly index: number; readonly precision: Precision },
  civil: CivilCalendar,
): PackEvent | null {
  const units = unitsOfReasons(context, precision, civil);
  const at = firstFrom(units.indices, index);
  if (units.indices[at] !== index) return null;
  const subject = { event, about: tokens(context, event), line: lineOf(context, event) };
  return bestBacking(context, subject, units, at)?.event ?? null;
}

/** Position of the first unit from an index on; the length of the list if there is none. */
function firstFrom(indices: readonly number[], index: number): number {
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((indices[middle] ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Events of one unit that are looked at: a century of a large pack holds thousands. */
const LOOK_IN_UNIT = 24;

function bestBacking(context: Context, asked: Omit<Reason, 'start'>, units: Units, at: number): Reason | null {
  const { event } = asked;
  const { avoid } = event;
  let backing: Reason | null = null;
  let tier = Infinity;
  let looked = 0;
  const many = manyIn(units, at, asked.line);
  const list = many ?? units.reasons;
  const end = many?.length ?? units.begins[at + 1] ?? 0;
  for (let i = many === null ? (units.begins[at] ?? 0) : 0; i < end; i++) {
    const one = list[i];
    if (one === undefined || one.event === event) continue;
    if (avoid.events.includes(one.event.id) || areKin(context, event, one.event)) continue;
    if (++looked > 2 * LOOK_IN_UNIT) break;
    const its = tierOf(asked, one);
    if (its < tier) {
      backing = one;
      tier = its;
    }
    if (its === 0) break;
  }
  return backing;
}

/** Where a unit has many events, those of the storyline and the first few others, in the pack's order; null where it has few. */
function manyIn(units: Units, at: number, line: number): readonly Reason[] | null {
  const [begin, end] = [units.begins[at] ?? 0, units.begins[at + 1] ?? 0];
  if (end - begin <= 2 * LOOK_IN_UNIT) return null;
  let lines = units.lines.get(at);
  if (lines === undefined) {
    lines = new Map<number, readonly Reason[]>();
    for (const one of units.reasons.slice(begin, end)) {
      const some = lines.get(one.line) ?? [];
      if (some.length < LOOK_IN_UNIT) lines.set(one.line, [...some, one]);
    }
    units.lines.set(at, lines);
  }
  return [...(lines.get(line) ?? []), ...units.reasons.slice(begin, begin + LOOK_IN_UNIT)];
}

/** The units of a precision in which an event lies that may give a reason. */
interface Units {
  /** In time order. */
  readonly indices: readonly number[];
  /** Their events, unit after unit, within each in the pack's order; and where those of each begin, one entry more saying where the last end. */
  readonly reasons: readonly Reason[];
  readonly begins: Int32Array;
  /** Of units with many events, by position: storyline → the first of its events. */
  readonly lines: Map<number, Map<number, readonly Reason[]>>;
}

const unitsKept = perContext(() => new Map<string, Units>());

function unitsOfReasons(context: Context, precision: Precision, civil: CivilCalendar): Units {
  const kept = unitsKept(context);
  // A day has one number in both calendars.
  const key = precision === 'day' ? precision : `${precision} ${civil}`;
  let units = kept.get(key);
  if (units === undefined) {
    units = makeUnits(context, precision, civil);
    kept.set(key, units);
  }
  return units;
}

/** Works out the units that most dates are asked in: days, which are the same in both calendars. */
export function prepareDays(context: Context): void {
  unitsOfReasons(context, 'day', 'gregorian');
}

/** Works out the units of every precision: which of them are asked for hangs on the dates of the pack. */
export function prepareUnits(context: Context): void {
  for (const precision of PRECISIONS) for (const civil of CIVIL_CALENDARS) unitsOfReasons(context, precision, civil);
}

const CIVIL_CALENDARS: readonly CivilCalendar[] = ['gregorian', 'julian'];

function makeUnits(context: Context, precision: Precision, civil: CivilCalendar): Units {
  const found: { readonly reason: Reason; readonly index: number }[] = [];
  for (const reason of allReasons(context)) {
    const index = unitOf(reason.event, precision, civil);
    if (index !== null) found.push({ reason, index });
  }
  found.sort((a, b) => a.index - b.index);
  const indices: number[] = [];
  const begins: number[] = [];
  for (const [i, { index }] of found.entries()) {
    if (index === indices.at(-1)) continue;
    indices.push(index);
    begins.push(i);
  }
  return {
    indices,
    reasons: found.map(({ reason }) => reason),
    begins: Int32Array.from([...begins, found.length]),
    lines: new Map(),
  };
}

/** The unit in which the event certainly lay; null where it is not known so finely. */
function unitOf(event: PackEvent, precision: Precision, civil: CivilCalendar): number | null {
  const form = event.when?.form;
  const own = precisionOf(event);
  if (form?.kind !== 'date' || own === null || isCoarser(own, precision)) return null;
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

export function civilOf(calendar: Calendar): CivilCalendar {
  return calendar === 'julian' ? 'julian' : 'gregorian';
}
