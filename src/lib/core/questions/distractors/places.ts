import { distanceKm } from '../../places/distance';
import type { PackEvent, Place } from '../../packs/pack';
import type { Span } from '../../time/span';
import { perContext, type Context } from '../context';
import { spellingsOf } from '../leaks';
import { shownDate } from '../telling';
import { foldText, likeness } from '../text';
import type { Candidate } from './choose';
import type { Sides } from './dates';
import { areKin } from './kin';
import { eventThereThen } from './occupied';
import { nextInAlphabet, placeLists, placesLike } from './place-lists';
import { givesReason, tokens } from './reasons';

/** A false place, and an event that happened there at another time; null where only nothing is known there for the time shown. */
export interface FalsePlace {
  readonly place: Place;
  readonly name: string;
  readonly backing: PackEvent | null;
}

/** How many of the best false places are kept on each side. */
const LOOK_AT = 6;
/** How many each side needs for every rank to be possible. */
const ENOUGH = 3;

/**
 * The false places that may stand beside a place: of its type, unrelated to every place of the event, named in the language, told apart
 * by name, not to be avoided, and without an event at or in them whose date touches the time shown (rule K2).
 */
export function falsePlaces(context: Context, event: PackEvent, key: Place, shown: Span): Sides<FalsePlace> {
  const { ranks } = placeLists(context);
  const rank = ranks.get(key.id) ?? 0;
  const asked = askedAt(context, event);
  const keyName = context.placeName(key.id) ?? '';
  const earlier: Candidate<FalsePlace>[] = [];
  const later: Candidate<FalsePlace>[] = [];
  const names = new Set<string>();
  const consider = (place: Place): void => {
    const name = context.placeName(place.id);
    if (name === null || !isFalse(context, asked, key, place, shown)) return;
    // Two options never read the same (rule O1).
    const folded = foldText(name);
    if (names.has(folded)) return;
    names.add(folded);
    const value: FalsePlace = { place, name, backing: backingAt(context, asked, place, shown) };
    const side = (ranks.get(place.id) ?? 0) < rank ? earlier : later;
    side.push({
      value,
      cost: cost(context, asked, key, value),
      good: value.backing !== null,
      excess: name.length - keyName.length,
    });
  };
  const looked = new Set(placesLike(context, event, key));
  for (const place of looked) consider(place);
  // A side that is short would draw the key to an end of the list.
  for (const [side, direction] of [
    [earlier, -1],
    [later, 1],
  ] as const) {
    if (side.length >= ENOUGH) continue;
    for (const place of nextInAlphabet(context, key, direction)) {
      if (side.length >= ENOUGH) break;
      if (!looked.has(place)) consider(place);
    }
  }
  const best = (side: Candidate<FalsePlace>[]): Candidate<FalsePlace>[] =>
    side.sort((a, b) => a.cost - b.cost).slice(0, LOOK_AT);
  return { earlier: best(earlier), later: best(later) };
}

/** Whether there are two false places at all; the first that can be thought of are enough to know. */
export function areFalsePlaces(context: Context, event: PackEvent, key: Place, shown: Span): boolean {
  const asked = askedAt(context, event);
  const names = new Set<string>();
  for (const place of placesLike(context, event, key)) {
    const name = context.placeName(place.id);
    if (name === null || !isFalse(context, asked, key, place, shown)) continue;
    if (names.add(foldText(name)).size >= 2) return true;
  }
  return false;
}

function askedAt(context: Context, event: PackEvent): Asked {
  const twins = context.index.twinsOf(event.id).flatMap((id) => context.index.event(id).where);
  return { event, about: tokens(context, event), where: [...event.where, ...twins] };
}

/** Whether the place is provably not where the event happened, and may be said so. */
function isFalse(context: Context, asked: Asked, key: Place, place: Place, shown: Span): boolean {
  const { event } = asked;
  const { index } = context;
  if (event.avoid.places.includes(place.id) || key.id === place.id) return false;
  if (asked.where.some((id) => index.related(id, place.id))) return false;
  return !shareName(key, place) && eventThereThen(context, place.id, event.id, shown) === null;
}

const foldedNames = new WeakMap<Place, readonly string[]>();

function foldedSpellings(place: Place): readonly string[] {
  let names = foldedNames.get(place);
  if (names === undefined) {
    names = [...new Set(spellingsOf(place).map(foldText))];
    foldedNames.set(place, names);
  }
  return names;
}

/** Whether two places share a spelling (rule K9). */
export function shareName(a: Place, b: Place): boolean {
  const names = foldedSpellings(a);
  return foldedSpellings(b).some((name) => names.includes(name));
}

const tellers = perContext((context) => {
  const byPlace = new Map<string, PackEvent[]>();
  for (const event of context.index.pack.events) {
    const [only, ...more] = context.index.mostSpecificPlaces(event);
    if (only === undefined || more.length > 0 || event.dates !== 'event') continue;
    if (!givesReason(context, event) || shownDate(context, event) === null) continue;
    const list = byPlace.get(only);
    if (list === undefined) byPlace.set(only, [event]);
    else list.push(event);
  }
  const start = (event: PackEvent): number => context.index.span(event)?.earliestStart ?? 0;
  for (const list of byPlace.values()) list.sort((a, b) => start(a) - start(b));
  return byPlace;
});

/** Events of a place that are looked at, those nearest in time: a capital has thousands. */
const LOOK_AT_PLACE = 8;

/** The event asked about, and what it is about. */
interface Asked {
  readonly event: PackEvent;
  readonly about: readonly number[];
  /** Its places, and those that its other tellings give. */
  readonly where: readonly string[];
}

/** The event that best shows what did happen at a place: of the same kind if there is one, then the nearest in time. */
function backingAt(context: Context, asked: Asked, place: Place, shown: Span): PackEvent | null {
  const { event } = asked;
  const there = tellers(context).get(place.id);
  if (there === undefined) return null;
  let best: PackEvent | null = null;
  let most = -Infinity;
  for (const other of nearInTime(context, there, shown)) {
    if (event.avoid.events.includes(other.id) || areKin(context, event, other)) continue;
    const its = closeness(context, asked, other, shown);
    if (its > most) [best, most] = [other, its];
  }
  return best;
}

function nearInTime(context: Context, events: readonly PackEvent[], shown: Span): readonly PackEvent[] {
  if (events.length <= LOOK_AT_PLACE) return events;
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = events[middle];
    if (event !== undefined && (context.index.span(event)?.earliestStart ?? 0) < shown.earliestStart) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, Math.min(low - LOOK_AT_PLACE / 2, events.length - LOOK_AT_PLACE));
  return events.slice(from, from + LOOK_AT_PLACE);
}

function closeness(context: Context, { event, about }: Asked, other: PackEvent, shown: Span): number {
  const alike = likeness(about, tokens(context, other));
  const span = context.index.span(other);
  const days = span === null ? Infinity : Math.abs(span.earliestStart - shown.earliestStart);
  return alike * 4 + (other.storyline === event.storyline ? 0.5 : 0) + 1 / (1 + Math.log2(1 + days));
}

/** Places of the same kind, with an event alike, near by, cost least. */
function cost(context: Context, { about }: Asked, key: Place, value: FalsePlace): number {
  const { place, backing } = value;
  const km = key.point === null || place.point === null ? null : distanceKm(key.point, place.point);
  const far = km === null ? 2 : Math.log2(1 + km / 20);
  const alike = backing === null ? 4 : 2 - 4 * likeness(about, tokens(context, backing));
  return alike + far / 2 + (place.kind === key.kind ? 0 : 0.5);
}
