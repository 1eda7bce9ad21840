import { distanceKm } from '../../places/distance';
import { compareText } from '../../places/collate';
import type { PackEvent, Place, PlaceKind } from '../../packs/pack';
import { mayTouch, type Span } from '../../time/span';
import { perContext, type Context } from '../context';
import { datesGiven, mayGiveReason } from '../eligibility';
import { spellingsOf } from '../leaks';
import { plainTelling, shownDate } from '../telling';
import { foldText, likeness } from '../text';
import type { Candidate } from './choose';
import { tokens, type Sides } from './dates';

/** A false place, and an event that happened there at another time; null where only nothing is known there for the time shown. */
export interface FalsePlace {
  readonly place: Place;
  readonly name: string;
  readonly backing: PackEvent | null;
}

/** Kinds that are taken for one another in a list of options (rule O1: options of one type). */
const TYPES: readonly (readonly PlaceKind[])[] = [
  ['country'],
  ['oblast', 'region'],
  ['raion'],
  ['city', 'town', 'village'],
  ['district'],
  ['airport', 'airbase'],
  ['river', 'reservoir'],
  ['bridge', 'dam', 'plant', 'building', 'border-crossing', 'site'],
  ['island'],
];

/** Whether two kinds of place may stand in one list of options. */
export function sameType(a: PlaceKind, b: PlaceKind): boolean {
  return TYPES.some((type) => type.includes(a) && type.includes(b));
}

/** How many of the best false places are kept on each side. */
const LOOK_AT = 10;

/**
 * The false places that may stand beside a place: of its type, unrelated to every place of the event, named in the language, told apart
 * by name, not to be avoided, and without an event at or in them whose date touches the time shown (rule K2).
 */
export function falsePlaces(context: Context, event: PackEvent, key: Place, shown: Span): Sides<FalsePlace> {
  const keyName = context.placeName(key.id) ?? '';
  const earlier: Candidate<FalsePlace>[] = [];
  const later: Candidate<FalsePlace>[] = [];
  for (const place of placesLike(context, key)) {
    const name = context.placeName(place.id);
    if (name === null || !isFalse(context, event, key, place, shown)) continue;
    const value: FalsePlace = { place, name, backing: backingAt(context, event, place, shown) };
    const side = compareText(name, keyName, context.language) < 0 ? earlier : later;
    side.push({ value, cost: cost(context, event, key, value), good: value.backing !== null });
  }
  const best = (side: Candidate<FalsePlace>[]): Candidate<FalsePlace>[] =>
    side.sort((a, b) => a.cost - b.cost).slice(0, LOOK_AT);
  return { earlier: best(earlier), later: best(later) };
}

const byKind = perContext((context) => {
  const lists = new Map<PlaceKind, Place[]>();
  for (const place of context.index.pack.places) {
    const list = lists.get(place.kind);
    if (list === undefined) lists.set(place.kind, [place]);
    else list.push(place);
  }
  return lists;
});

/** Among thousands of places of a type only the nearest are looked at: nobody would believe the others. */
const NEAREST = 120;

function placesLike(context: Context, key: Place): readonly Place[] {
  const alike = [...byKind(context)].filter(([kind]) => sameType(kind, key.kind)).flatMap(([, places]) => places);
  if (alike.length <= NEAREST) return alike;
  const far = ({ point }: Place): number =>
    key.point === null || point === null ? Infinity : distanceKm(key.point, point);
  return alike
    .map((place) => ({ place, km: far(place) }))
    .sort((a, b) => (a.km === b.km ? 0 : a.km - b.km))
    .slice(0, NEAREST)
    .map(({ place }) => place);
}

/** Whether the place is provably not where the event happened, and may be said so. */
function isFalse(context: Context, event: PackEvent, key: Place, place: Place, shown: Span): boolean {
  const { index } = context;
  if (event.avoid.places.includes(place.id) || key.id === place.id) return false;
  if (event.where.some((id) => index.related(id, place.id))) return false;
  const twins = index.twinsOf(event.id).flatMap((id) => index.event(id).where);
  if (twins.some((id) => id === place.id || index.contains(place.id, id))) return false;
  if (shareName(key, place)) return false;
  return !index.eventsAtOrInside(place.id).some((other) => other.id !== event.id && mayHaveHappenedThen(other, shown));
}

/** Whether an event (statements and plans aside) has a date, bounds not counted, that touches the time. */
function mayHaveHappenedThen(event: PackEvent, shown: Span): boolean {
  if (event.dates === 'statement' || event.dates === 'plan') return false;
  return datesGiven(event).some(({ span }) => mayTouch(span, shown));
}

const foldedNames = new WeakMap<Place, ReadonlySet<string>>();

function namesOf(place: Place): ReadonlySet<string> {
  let names = foldedNames.get(place);
  if (names === undefined) {
    names = new Set(spellingsOf(place).map(foldText));
    foldedNames.set(place, names);
  }
  return names;
}

function shareName(a: Place, b: Place): boolean {
  const names = namesOf(a);
  return [...namesOf(b)].some((name) => names.has(name));
}

/** The event that best shows what did happen at a place: of the same kind if there is one, then the nearest in time. */
function backingAt(context: Context, event: PackEvent, place: Place, shown: Span): PackEvent | null {
  let best: PackEvent | null = null;
  let most = -Infinity;
  for (const other of tellableAt(context, place.id)) {
    if (context.index.kin(event.id, other.id) || event.avoid.events.includes(other.id)) continue;
    const value = closeness(context, event, other, shown);
    if (best === null || value > most) [best, most] = [other, value];
  }
  return best;
}

const tellable = perContext(() => new Map<string, readonly PackEvent[]>());

/** Events that may be told of a place, whatever is asked. Looked up with every place question, so kept. */
function tellableAt(context: Context, placeId: string): readonly PackEvent[] {
  const kept = tellable(context);
  let events = kept.get(placeId);
  if (events === undefined) {
    events = context.index.eventsAtOrInside(placeId).filter((event) => tellsOf(context, event, placeId));
    kept.set(placeId, events);
  }
  return events;
}

function tellsOf(context: Context, event: PackEvent, placeId: string): boolean {
  const { index } = context;
  const [only, ...more] = index.mostSpecificPlaces(event);
  if (only !== placeId || more.length > 0) return false;
  if (event.dates !== 'event' || !mayGiveReason(index, event)) return false;
  return plainTelling(context, event) !== null && shownDate(context, event) !== null;
}

function closeness(context: Context, event: PackEvent, other: PackEvent, shown: Span): number {
  const alike = likeness(tokens(context, event), tokens(context, other));
  const span = context.index.span(other);
  const days = span === null ? Infinity : Math.abs(span.earliestStart - shown.earliestStart);
  return alike * 4 + (other.storyline === event.storyline ? 0.5 : 0) + 1 / (1 + Math.log2(1 + days));
}

/** Places of the same kind, with an event alike, near by, cost least. */
function cost(context: Context, event: PackEvent, key: Place, value: FalsePlace): number {
  const { place, backing } = value;
  const km = key.point === null || place.point === null ? null : distanceKm(key.point, place.point);
  const far = km === null ? 2 : Math.log2(1 + km / 20);
  const alike = backing === null ? 4 : 2 - 4 * likeness(tokens(context, event), tokens(context, backing));
  return alike + far / 2 + (place.kind === key.kind ? 0 : 0.5);
}
