import type { PackEvent } from '../../packs/pack';
import { toDayNumber, type CivilCalendar } from '../../time/calendar';
import { coarsen, dayPartOf, unitIndex } from '../../time/date-part';
import type { Calendar, DatePart, Precision } from '../../time/when';
import { perContext, type Context } from '../context';
import { mayGiveReason } from '../eligibility';
import { plainTelling } from '../telling';
import { contentWords, kindOfWord, likeness } from '../text';
import { areKin } from './kin';
import { isCoarser, precisionOf } from './occupied';

/** From this share of common words on, two events count as of the same kind. */
const SAME_KIND = 0.2;

/** The order of good reasons (O8): the same kind of event, the same storyline, another event, a neighbouring day. */
export function tier(context: Context, event: PackEvent, backing: PackEvent | null): number {
  return backing === null ? 3 : tierOf(context, event, tokens(context, event), backing);
}

function tierOf(context: Context, event: PackEvent, about: readonly number[], backing: PackEvent): number {
  if (likeness(about, tokens(context, backing)) >= SAME_KIND) return 0;
  return backing.storyline === event.storyline ? 1 : 2;
}

const kinds = perContext(() => ({
  numbers: new Map<string, number>(),
  known: new Map<PackEvent, readonly number[]>(),
}));

/** What an event is about, as numbers of its content words, without the names of its places: its kind. Each number once. */
export function tokens(context: Context, event: PackEvent): readonly number[] {
  const { numbers, known } = kinds(context);
  let found = known.get(event);
  if (found === undefined) {
    const names = new Set(event.where.flatMap((id) => contentWords(context.placeName(id) ?? '')));
    const words = contentWords(plainTelling(context, event)?.text ?? '').filter((word) => !names.has(word));
    found = [...new Set(words.map(kindOfWord))].map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
    known.set(event, found);
  }
  return found;
}

const reasons = perContext(() => new Map<PackEvent, boolean>());

/** Whether an event may be told as the reason why something is wrong: its data allow it, and its language has the words. */
export function givesReason(context: Context, event: PackEvent): boolean {
  const known = reasons(context);
  let gives = known.get(event);
  if (gives === undefined) {
    gives = mayGiveReason(context.index, event) && plainTelling(context, event) !== null;
    known.set(event, gives);
  }
  return gives;
}

/** Units with an event that may give a reason, nearest first, in one direction from the key. */
export function* backedUnits(
  context: Context,
  asked: { readonly event: PackEvent; readonly date: DatePart },
  key: number,
  direction: 1 | -1,
  civil: CivilCalendar,
): Generator<{ readonly index: number; readonly backing: PackEvent }> {
  const about = tokens(context, asked.event);
  const units = unitsOfReasons(context, asked.date.precision, civil);
  let at = firstFrom(units, key);
  if (direction < 0) at -= 1;
  for (; at >= 0 && at < units.length; at += direction) {
    const unit = units[at];
    if (unit === undefined || unit.index === key) continue;
    const backing = bestBacking(context, asked.event, about, unit);
    if (backing !== null) yield { index: unit.index, backing };
  }
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

function bestBacking(context: Context, event: PackEvent, about: readonly number[], unit: Unit): PackEvent | null {
  let best: PackEvent | null = null;
  let bestTier = Infinity;
  let looked = 0;
  for (const one of inReach(unit, event)) {
    if (one === event || event.avoid.events.includes(one.id) || areKin(context, one, event)) continue;
    if (++looked > 2 * LOOK_IN_UNIT) break;
    const its = tierOf(context, event, about, one);
    if (its < bestTier) [best, bestTier] = [one, its];
    if (its === 0) break;
  }
  return best;
}

/** The unit's events, in the pack's order; of many only the storyline's and the first few others. */
function inReach({ events, byStoryline }: Unit, event: PackEvent): readonly PackEvent[] {
  if (events.length <= 2 * LOOK_IN_UNIT) return events;
  return [...(byStoryline().get(event.storyline) ?? []).slice(0, LOOK_IN_UNIT), ...events.slice(0, LOOK_IN_UNIT)];
}

interface Unit {
  readonly index: number;
  readonly events: readonly PackEvent[];
  readonly byStoryline: () => ReadonlyMap<string, readonly PackEvent[]>;
}

function unitWith(index: number, events: readonly PackEvent[]): Unit {
  let grouped: ReadonlyMap<string, readonly PackEvent[]> | null = null;
  const group = (): ReadonlyMap<string, readonly PackEvent[]> => {
    const groups = new Map<string, PackEvent[]>();
    for (const event of events) {
      const list = groups.get(event.storyline);
      if (list === undefined) groups.set(event.storyline, [event]);
      else list.push(event);
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
    const byIndex = new Map<number, PackEvent[]>();
    for (const event of context.index.pack.events) {
      const index = unitOf(context, event, precision, civil);
      if (index === null) continue;
      const events = byIndex.get(index);
      if (events === undefined) byIndex.set(index, [event]);
      else events.push(event);
    }
    units = Array.from(byIndex, ([index, events]) => unitWith(index, events)).sort((a, b) => a.index - b.index);
    kept.set(key, units);
  }
  return units;
}

/** The unit in which the event certainly lay and may be told of; null if it gives no reason there. */
function unitOf(context: Context, event: PackEvent, precision: Precision, civil: CivilCalendar): number | null {
  const form = event.when?.form;
  const own = precisionOf(event);
  if (form?.kind !== 'date' || own === null || isCoarser(own, precision)) return null;
  if (!givesReason(context, event)) return null;
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
