import type { PackEvent, Place } from '../../packs/pack';
import type { Span } from '../../time/span';
import { twinsWith } from '../alike';
import type { Context } from '../context';
import type { KindSet } from '../text';
import { besideOf, type Beside, type Tellers } from './beside';
import type { Candidate } from './choose';
import type { Sides } from './dates';
import { areKin } from './kin';
import { nextInAlphabet, placeLists, placesLike } from './place-lists';
import { lineOf, tokens } from './reasons';

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
      cost: (backing === null ? 4 : 2 - 4 * backing.alike) + one.far + one.odd,
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
  /** The number of its storyline. */
  readonly line: number;
  /** Its places besides the one asked, and those that its other tellings give. */
  readonly alsoAt: readonly string[];
  readonly shown: Span;
  readonly isAnother: (entry: { readonly event: PackEvent }) => boolean;
}

function askedAt(context: Context, event: PackEvent, key: Place, shown: Span): Asked {
  const alsoAt = twinsWith(context, event)
    .flatMap(({ where }) => where)
    .filter((id) => id !== key.id);
  const line = lineOf(context, event);
  return { event, about: tokens(context, event), line, alsoAt, shown, isAnother: (entry) => entry.event !== event };
}

/** Whether the place is provably not where the event happened, and may be said so. */
function isFalse(context: Context, { event, alsoAt, shown, isAnother }: Asked, { option }: Beside): boolean {
  const { id } = option.place;
  if (event.avoid.places.includes(id) || alsoAt.some((other) => context.index.related(other, id))) return false;
  return option.happened.find(shown, isAnother) === null;
}

/** Events of a place that are looked at, those nearest in time: a capital has thousands. */
const LOOK_AT_PLACE = 8;

/** An event that happened at a place, and how much what it is about is like what is asked about. */
interface Backing {
  readonly event: PackEvent;
  readonly alike: number;
}

/** The event that best shows what did happen at a place: of the same kind if there is one, then the nearest in time. */
function backingAt(context: Context, asked: Asked, there: Tellers): Backing | null {
  const { event, shown } = asked;
  const { starts, events } = there;
  let best: PackEvent | null = null;
  let likest = 0;
  let most = -Infinity;
  const from = firstNear(starts, shown.earliestStart);
  const to = Math.min(starts.length, from + LOOK_AT_PLACE);
  for (let i = from; i < to; i++) {
    const alike = likenessTo(asked, there, i);
    const its = closeness(asked, there, i, alike);
    const other = events[i];
    if (other === undefined || its <= most) continue;
    if (event.avoid.events.includes(other.id) || areKin(context, event, other)) continue;
    best = other;
    likest = alike;
    most = its;
  }
  return best === null ? null : { event: best, alike: likest };
}

/** `likeness` to an event of the place. */
function likenessTo({ about }: Asked, { bits, kinds, begins }: Tellers, i: number): number {
  if ((about.bits & (bits[i] ?? 0)) === 0) return 0;
  const begin = begins[i] ?? 0;
  const end = begins[i + 1] ?? begin;
  let shared = 0;
  for (let at = begin; at < end; at++) if (about.kinds.includes(kinds[at] ?? -1)) shared++;
  return shared === 0 ? 0 : shared / (about.kinds.length + end - begin - shared);
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
function closeness({ line, shown }: Asked, { starts, lines }: Tellers, i: number, alike: number): number {
  const days = Math.abs((starts[i] ?? 0) - shown.earliestStart);
  return alike * 4 + (lines[i] === line ? 0.5 : 0) + 1 / (1 + Math.log2(1 + days));
}
