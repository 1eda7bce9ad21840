import type { PackEvent } from '../../packs/pack';
import { toDayNumber, type CivilCalendar } from '../../time/calendar';
import { coarsen, dayPartOf, unitIndex } from '../../time/date-part';
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
  /** Earliest start. */
  readonly start: number;
}

/** Where nothing is known to have happened: the last of the tiers. */
export const NO_REASON = 3;

/** The order of good reasons (O8): the same kind of event, the same storyline, another event; then `NO_REASON`. */
export function tierOf(event: PackEvent, about: KindSet, backing: Pick<Reason, 'event' | 'about'>): number {
  if (likeness(about, backing.about) >= SAME_KIND) return 0;
  return backing.event.storyline === event.storyline ? 1 : 2;
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
      start: context.index.span(event)?.earliestStart ?? 0,
    })),
);

/**
 * Units with an event that may give a reason, nearest first, in one direction from the key: of each its index, the event that best shows
 * that it is no answer, and that event's tier. Goes on as long as it is told to.
 */
export function eachBackedUnit(
  context: Context,
  asked: { readonly event: PackEvent; readonly date: DatePart },
  key: number,
  direction: 1 | -1,
  civil: CivilCalendar,
  goesOn: (index: number, backing: PackEvent, tier: number) => boolean,
): void {
  const about = tokens(context, asked.event);
  const units = unitsOfReasons(context, asked.date.precision, civil);
  let at = firstFrom(units, key);
  if (direction < 0) at -= 1;
  for (; at >= 0 && at < units.length; at += direction) {
    const unit = units[at];
    if (unit === undefined || unit.index === key) continue;
    const best = bestBacking(context, asked.event, about, unit);
    if (best !== null && !goesOn(unit.index, best.event, tierOf(asked.event, about, best))) return;
  }
}

/** The event that best shows that a unit is no answer, whatever else is known of that unit; null: no event may be told for it. */
export function reasonIn(
  context: Context,
  event: PackEvent,
  at: { readonly index: number; readonly precision: Precision },
  civil: CivilCalendar,
): PackEvent | null {
  const units = unitsOfReasons(context, at.precision, civil);
  const unit = units[firstFrom(units, at.index)];
  if (unit?.index !== at.index) return null;
  return bestBacking(context, event, tokens(context, event), unit)?.event ?? null;
}

/** Position of the first unit from an index on; the length of the list if there is none. */
function firstFrom(units: readonly Unit[], index: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle]?.index ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Events of one unit that are looked at: a century of a large pack holds thousands. */
const LOOK_IN_UNIT = 24;

function bestBacking(context: Context, event: PackEvent, about: KindSet, unit: Unit): Reason | null {
  let backing: Reason | null = null;
  let tier = Infinity;
  let looked = 0;
  for (const one of inReach(unit, event)) {
    const other = one.event;
    if (other === event || event.avoid.events.includes(other.id) || areKin(context, other, event)) continue;
    if (++looked > 2 * LOOK_IN_UNIT) break;
    const its = tierOf(event, about, one);
    if (its < tier) {
      backing = one;
      tier = its;
    }
    if (its === 0) break;
  }
  return backing;
}

/** The unit's events, in the pack's order; of many only the storyline's and the first few others. */
function inReach({ events, byStoryline }: Unit, event: PackEvent): readonly Reason[] {
  if (events.length <= 2 * LOOK_IN_UNIT) return events;
  return [...(byStoryline().get(event.storyline) ?? []).slice(0, LOOK_IN_UNIT), ...events.slice(0, LOOK_IN_UNIT)];
}

interface Unit {
  readonly index: number;
  readonly events: readonly Reason[];
  readonly byStoryline: () => ReadonlyMap<string, readonly Reason[]>;
}

function unitWith(index: number, events: readonly Reason[]): Unit {
  let grouped: ReadonlyMap<string, readonly Reason[]> | null = null;
  const group = (): ReadonlyMap<string, readonly Reason[]> => {
    const groups = new Map<string, Reason[]>();
    for (const one of events) {
      const list = groups.get(one.event.storyline);
      if (list === undefined) groups.set(one.event.storyline, [one]);
      else list.push(one);
    }
    return groups;
  };
  return { index, events, byStoryline: () => (grouped ??= group()) };
}

const reasonCache = perContext(() => new Map<string, readonly Unit[]>());

/** All units in which an event lies that may give a reason, in time order, each with its events in the pack's order. */
function unitsOfReasons(context: Context, precision: Precision, civil: CivilCalendar): readonly Unit[] {
  const kept = reasonCache(context);
  const key = `${precision} ${civil}`;
  let units = kept.get(key);
  if (units === undefined) {
    const byIndex = new Map<number, Reason[]>();
    for (const one of allReasons(context)) {
      const index = unitOf(one.event, precision, civil);
      if (index === null) continue;
      const events = byIndex.get(index);
      if (events === undefined) byIndex.set(index, [one]);
      else events.push(one);
    }
    units = Array.from(byIndex, ([index, events]) => unitWith(index, events)).sort((a, b) => a.index - b.index);
    kept.set(key, units);
  }
  return units;
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
