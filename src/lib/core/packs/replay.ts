import type { Pack, PackEvent, Place } from './pack';
import type { PackIndex } from './pack-index';
import { markOf } from './timeline/mark';

/** Days, both included. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** An event as it passes on the map. */
export interface Passing {
  readonly event: PackEvent;
  /** Days on which it may have been; several where sources disagree. */
  readonly may: readonly Stretch[];
  /** Days on which it certainly was; null: on none for certain. */
  readonly sure: Stretch | null;
  /** Where, as far as a source confirms a point; empty: it is told beside the map. */
  readonly places: readonly Place[];
}

/** A pack's days, ready to be replayed. */
export interface Replay {
  readonly passings: readonly Passing[];
  readonly first: number;
  readonly last: number;
  /** Days on which something begins or may have begun, ascending. */
  readonly stops: readonly number[];
  /** Known too loosely to be shown on a day, and undated: told in the list only. */
  readonly loose: readonly PackEvent[];
  /** Every stretch of every passing, by its first day, those of `LOOSE_DAYS` and more apart: a day is looked up, not searched for. */
  readonly short: readonly Turn[];
  readonly long: readonly Turn[];
  /** For each place the last days of what passes there, ascending. */
  readonly ends: ReadonlyMap<Place, readonly number[]>;
}

/** A stretch, and the number of the passing that it is of. */
interface Turn extends Stretch {
  readonly of: number;
}

/** What can only be said to be within so many days or more is on no single day of the map. */
const LOOSE_DAYS = 32;

/** Lays out events for a replay, in the order given. Null: none of them has a day. */
export function replayOf(index: PackIndex, events: readonly PackEvent[]): Replay | null {
  const passings: Passing[] = [];
  const loose: PackEvent[] = [];
  for (const event of events) {
    const days = daysOf(event);
    if (days === null) loose.push(event);
    else passings.push({ event, ...days, places: confirmedPlaces(index, event) });
  }
  const stops = [...new Set(passings.flatMap(({ may }) => may.map(({ first }) => first)))].sort((a, b) => a - b);
  const [first, last] = [stops[0], Math.max(...passings.flatMap(({ may }) => may.map((one) => one.last)))];
  return first === undefined
    ? null
    : { passings, first, last, stops, loose, ...turnsOf(passings), ends: endsOf(passings) };
}

function turnsOf(passings: readonly Passing[]): Pick<Replay, 'short' | 'long'> {
  const turns = passings
    .flatMap(({ may }, of) => may.map((stretch): Turn => ({ ...stretch, of })))
    .sort((a, b) => a.first - b.first);
  const isShort = ({ first, last }: Turn): boolean => last - first < LOOSE_DAYS;
  return { short: turns.filter(isShort), long: turns.filter((turn) => !isShort(turn)) };
}

function endsOf(passings: readonly Passing[]): Replay['ends'] {
  const ends = new Map<Place, number[]>();
  for (const { may, places } of passings) {
    for (const place of places) {
      const list = ends.get(place) ?? [];
      list.push(may.at(-1)?.last ?? Infinity);
      ends.set(place, list);
    }
  }
  for (const list of ends.values()) list.sort((a, b) => a - b);
  return ends;
}

function daysOf(event: PackEvent): Pick<Passing, 'may' | 'sure'> | null {
  const mark = markOf(event);
  if (mark === null) return null;
  const { core, tines } = mark;
  const { first, last } = core;
  if (tines.length > 0) {
    return tines.some((tine) => tine.last - tine.first >= LOOSE_DAYS)
      ? null
      : { may: tines.toSorted((a, b) => a.first - b.first), sure: null };
  }
  // "About" a day is shown on that day, and not as certain. A bound shows on its own day: by then it had happened, or from then on it went on.
  if (mark.shape === 'until') return { may: [{ first: core.last, last: core.last }], sure: null };
  if (mark.shape === 'since') return { may: [{ first: core.first, last: core.first }], sure: null };
  const span = event.when?.span;
  const certain = span !== undefined && !mark.doubtful && !mark.about && span.latestStart <= span.earliestEnd;
  if (!certain && last - first >= LOOSE_DAYS) return null;
  const sure = certain ? { first: span.latestStart, last: span.earliestEnd } : null;
  return { may: [{ first, last }], sure };
}

/** A plan happened nowhere, and a statement not where the thing that it tells of happened. */
function confirmedPlaces(index: PackIndex, event: PackEvent): readonly Place[] {
  if (event.dates === 'plan' || event.dates === 'statement') return [];
  return index
    .mostSpecificPlaces(event)
    .map((id) => index.place(id))
    .filter(({ point }) => point !== null);
}

export interface Shown {
  readonly event: PackEvent;
  /** It certainly was on that day. */
  readonly sure: boolean;
  /** It began on that day, or may have. */
  readonly begins: boolean;
}

export interface PlaceOnDay {
  readonly place: Place;
  readonly shown: readonly Shown[];
}

/** One day of a replay. */
export interface DayOnMap {
  readonly places: readonly PlaceOnDay[];
  /** Of that day, without a confirmed place. */
  readonly beside: readonly Shown[];
  /** Places where something happened before and nothing does now, each with the day on which it last did. */
  readonly past: readonly { readonly place: Place; readonly day: number }[];
}

/** What is on the map on a day. The work is by what is there on that day and by the number of places, not by the number of events. */
export function dayOf(replay: Replay, day: number): DayOnMap {
  const now = new Map<Place, Shown[]>();
  const beside: Shown[] = [];
  for (const [of, { first }] of turnsOn(replay, day)) {
    const passing = replay.passings[of];
    if (passing === undefined) continue;
    const { event, sure, places } = passing;
    const isSure = sure !== null && sure.first <= day && day <= sure.last;
    const shown = { event, sure: isSure, begins: first === day };
    if (places.length === 0) beside.push(shown);
    for (const place of places) {
      const list = now.get(place);
      if (list === undefined) now.set(place, [shown]);
      else list.push(shown);
    }
  }
  const past = [...replay.ends].flatMap(([place, ends]) => {
    const last = now.has(place) ? undefined : ends[from(ends, day, (end) => end) - 1];
    return last === undefined ? [] : [{ place, day: last }];
  });
  return { places: [...now].map(([place, shown]) => ({ place, shown })), beside, past };
}

/** The passings of a day in their order, each with the first of its stretches that holds the day. */
function turnsOn({ short, long }: Replay, day: number): readonly (readonly [of: number, turn: Turn])[] {
  const near = short.slice(from(short, day - LOOSE_DAYS, firstOf), from(short, day + 1, firstOf));
  const on = [...long, ...near].filter(({ first, last }) => first <= day && day <= last);
  const turns = new Map<number, Turn>();
  for (const turn of on.sort((a, b) => a.first - b.first)) if (!turns.has(turn.of)) turns.set(turn.of, turn);
  return [...turns].sort(([a], [b]) => a - b);
}

const firstOf = ({ first }: Turn): number => first;

/** Where in an ascending list the first stands that is not before a day. */
function from<T>(list: readonly T[], day: number, dayOf: (one: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && dayOf(one) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many events begin in each of equal parts of a replay's days, for a picture above its slider. */
export function densityOf({ passings, first, last }: Replay, parts: number): readonly number[] {
  const counts = Array.from({ length: parts }, () => 0);
  for (const { may } of passings) {
    for (const one of may) {
      const part = Math.min(parts - 1, Math.floor(((one.first - first) / (last + 1 - first)) * parts));
      counts[part] = (counts[part] ?? 0) + 1;
    }
  }
  return counts;
}

/** Every confirmed point of a pack's places at which something passes. */
export function pointsOf({ passings }: Replay): readonly NonNullable<Pack['places'][number]['point']>[] {
  const places = new Set(passings.flatMap((passing) => passing.places));
  return [...places].map(({ point }) => point).filter((point) => point !== null);
}
