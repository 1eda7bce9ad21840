import type { PackEvent, Place } from '../../packs/pack';
import type { Span } from '../../time/span';
import { twinsWith } from '../alike';
import type { Context } from '../context';
import { likeness, type KindSet } from '../text';
import { besideOf, type Beside, type Tellers } from './beside';
import type { Candidate } from './choose';
import type { Sides } from './dates';
import { areKin } from './kin';
import { nextInAlphabet, placeLists, placesLike } from './place-lists';
import { tokens, type Reason } from './reasons';

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
  const rank = placeLists(context).ranks.get(key.id) ?? 0;
  const asked = askedAt(context, event, key, shown);
  const beside = besideOf(context, key);
  const keyName = context.placeName(key.id) ?? '';
  const earlier: Candidate<FalsePlace>[] = [];
  const later: Candidate<FalsePlace>[] = [];
  const names = new Set<string>();
  const consider = (place: Place): void => {
    const one = beside(place);
    if (one === null || !isFalse(context, asked, one)) return;
    const { name, folded, rank: its } = one.option;
    // Two options never read the same (rule O1).
    if (names.has(folded)) return;
    names.add(folded);
    const backing = backingAt(context, asked, one.option.tellers);
    (its < rank ? earlier : later).push({
      value: { place, name, backing: backing?.event ?? null },
      cost: (backing === null ? 4 : 2 - 4 * likeness(asked.about, backing.about)) + one.far + one.odd,
      good: backing !== null,
      excess: name.length - keyName.length,
    });
  };
  const looked = placesLike(context, event, key);
  for (const place of looked) consider(place);
  // A side that is short would draw the key to an end of the list.
  for (const [side, direction] of [
    [earlier, -1],
    [later, 1],
  ] as const) {
    if (side.length >= ENOUGH) continue;
    for (const place of nextInAlphabet(context, key, direction)) {
      if (side.length >= ENOUGH) break;
      if (!looked.includes(place)) consider(place);
    }
  }
  const best = (side: Candidate<FalsePlace>[]): Candidate<FalsePlace>[] =>
    side.sort((a, b) => a.cost - b.cost).slice(0, LOOK_AT);
  return { earlier: best(earlier), later: best(later) };
}

/** Whether there are two false places at all; the first that can be thought of are enough to know. */
export function areFalsePlaces(context: Context, event: PackEvent, key: Place, shown: Span): boolean {
  const asked = askedAt(context, event, key, shown);
  const beside = besideOf(context, key);
  const names = new Set<string>();
  for (const place of placesLike(context, event, key)) {
    const one = beside(place);
    if (one !== null && isFalse(context, asked, one) && names.add(one.option.folded).size >= 2) return true;
  }
  return false;
}

/** The event asked about, and what it is about. */
interface Asked {
  readonly event: PackEvent;
  readonly about: KindSet;
  /** Its places besides the one asked, and those that its other tellings give. */
  readonly alsoAt: readonly string[];
  readonly shown: Span;
  readonly isAnother: (entry: { readonly event: PackEvent }) => boolean;
}

function askedAt(context: Context, event: PackEvent, key: Place, shown: Span): Asked {
  const alsoAt = twinsWith(context, event)
    .flatMap(({ where }) => where)
    .filter((id) => id !== key.id);
  return { event, about: tokens(context, event), alsoAt, shown, isAnother: (entry) => entry.event !== event };
}

/** Whether the place is provably not where the event happened, and may be said so. */
function isFalse(context: Context, { event, alsoAt, shown, isAnother }: Asked, { option }: Beside): boolean {
  const { id } = option.place;
  if (event.avoid.places.includes(id) || alsoAt.some((other) => context.index.related(other, id))) return false;
  return option.happened.find(shown, isAnother) === null;
}

/** Events of a place that are looked at, those nearest in time: a capital has thousands. */
const LOOK_AT_PLACE = 8;

/** The event that best shows what did happen at a place: of the same kind if there is one, then the nearest in time. */
function backingAt(context: Context, asked: Asked, { reasons, starts, bits }: Tellers): Reason | null {
  const { event, about, shown } = asked;
  let best: Reason | null = null;
  let most = -Infinity;
  const from = firstNear(starts, shown.earliestStart);
  const to = Math.min(starts.length, from + LOOK_AT_PLACE);
  for (let i = from; i < to; i++) {
    // Of another kind, it would be no better even if it were of the same storyline and day.
    if (most >= 1.5 && ((bits[i] ?? 0) & about.bits) === 0) continue;
    const other = reasons[i];
    if (other === undefined) continue;
    const its = closeness(asked, other);
    if (its <= most || event.avoid.events.includes(other.event.id) || areKin(context, event, other.event)) continue;
    best = other;
    most = its;
  }
  return best;
}

/** Where to begin so that half of those looked at lie before the day, as far as there are so many. */
function firstNear(starts: Float64Array, day: number): number {
  if (starts.length <= LOOK_AT_PLACE) return 0;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low - LOOK_AT_PLACE / 2, starts.length - LOOK_AT_PLACE));
}

/** Of the same kind, of the same storyline, near in time. */
function closeness({ event, about, shown }: Asked, { event: other, about: its, start }: Reason): number {
  const days = Math.abs(start - shown.earliestStart);
  return likeness(about, its) * 4 + (other.storyline === event.storyline ? 0.5 : 0) + 1 / (1 + Math.log2(1 + days));
}
