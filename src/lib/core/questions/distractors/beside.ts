import { distanceKm } from '../../places/distance';
import type { PackEvent, Place } from '../../packs/pack';
import type { Span } from '../../time/span';
import { perContext, type Context } from '../context';
import { spellingsOf } from '../leaks';
import { shownDate } from '../telling';
import { foldText } from '../text';
import { happenedIn } from './occupied';
import { placeLists } from './place-lists';
import { allReasons, type Reason } from './reasons';
import type { Timeline } from './timeline';

/** A place as an option, whatever it stands beside. */
interface PlaceOption {
  readonly place: Place;
  /** In the context's language, and folded. */
  readonly name: string;
  readonly folded: string;
  /** Its rank in the alphabet. */
  readonly rank: number;
  readonly happened: Timeline<{ readonly event: PackEvent; readonly span: Span }>;
  /** What happened there and nowhere else and may be told. */
  readonly tellers: Tellers;
}

/**
 * Events of a place by earliest start, what is compared of them column by column: every place question looks at a hundred of them or more,
 * and would else wait for as many objects to come out of memory.
 */
export interface Tellers {
  readonly events: readonly PackEvent[];
  readonly starts: Float64Array;
  /** Numbers of their storylines; see `storylineNumbers`. */
  readonly lines: Int32Array;
  /** See `KindSet`. */
  readonly bits: Int32Array;
  /** The kinds of all of them one after the other, and where those of each begin; one entry more says where the last end. */
  readonly kinds: Int32Array;
  readonly begins: Int32Array;
}

function tellersOf(reasons: readonly Reason[]): Tellers {
  const begins = new Int32Array(reasons.length + 1);
  for (const [i, { about }] of reasons.entries()) begins[i + 1] = (begins[i] ?? 0) + about.kinds.length;
  return {
    events: reasons.map(({ event }) => event),
    starts: Float64Array.from(reasons, ({ start }) => start),
    lines: Int32Array.from(reasons, ({ line }) => line),
    bits: Int32Array.from(reasons, ({ about }) => about.bits),
    kinds: Int32Array.from(reasons.flatMap(({ about }) => about.kinds)),
    begins,
  };
}

const NO_TELLERS = tellersOf([]);

/** A place beside the right one: all that is the same whichever event of that place is asked. */
export interface Beside {
  readonly option: PlaceOption;
  /** What its distance costs, and another kind. */
  readonly far: number;
  readonly odd: number;
}

const options = perContext(() => new Map<Place, PlaceOption | null>());
const pairs = perContext(() => new Map<Place, Map<Place, Beside | null>>());

/**
 * Places beside one, each looked at once: null for what can be no option there, as it has no name in the language, is the place itself,
 * contains it, lies in it or shares a spelling with it (rule K9).
 */
export function besideOf(context: Context, key: Place): (place: Place) => Beside | null {
  const known = pairs(context).get(key) ?? new Map<Place, Beside | null>();
  pairs(context).set(key, known);
  return (place) => {
    let beside = known.get(place);
    if (beside === undefined) {
      beside = placeBeside(context, key, place);
      known.set(place, beside);
    }
    return beside;
  };
}

function placeBeside(context: Context, key: Place, place: Place): Beside | null {
  const option = optionOf(context, place);
  if (option === null || context.index.related(key.id, place.id) || shareName(key, place)) return null;
  const km = key.point === null || place.point === null ? null : distanceKm(key.point, place.point);
  const far = km === null ? 2 : Math.log2(1 + km / 20);
  return { option, far: far / 2, odd: place.kind === key.kind ? 0 : 0.5 };
}

function optionOf(context: Context, place: Place): PlaceOption | null {
  const kept = options(context);
  let option = kept.get(place);
  if (option === undefined) {
    const name = context.placeName(place.id);
    option = name === null ? null : makeOption(context, place, name);
    kept.set(place, option);
  }
  return option;
}

function makeOption(context: Context, place: Place, name: string): PlaceOption {
  return {
    place,
    name,
    folded: foldText(name),
    rank: placeLists(context).ranks.get(place.id) ?? 0,
    happened: happenedIn(context, place.id),
    tellers: tellers(context).get(place.id) ?? NO_TELLERS,
  };
}

const tellers = perContext((context) => {
  const byPlace = new Map<string, Reason[]>();
  for (const reason of allReasons(context)) {
    const { event } = reason;
    const [only, ...more] = context.index.mostSpecificPlaces(event);
    if (only === undefined || more.length > 0 || event.dates !== 'event') continue;
    if (shownDate(context, event) === null) continue;
    const list = byPlace.get(only);
    if (list === undefined) byPlace.set(only, [reason]);
    else list.push(reason);
  }
  return new Map(Array.from(byPlace, ([id, list]) => [id, tellersOf(list.sort((a, b) => a.start - b.start))]));
});

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
