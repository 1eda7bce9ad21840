import type { PackEvent } from '../../packs/pack';
import { mayTouch, type Span } from '../../time/span';
import { mayHaveBeenThen } from '../alike';
import { perContext, type Context } from '../context';
import type { Objection } from '../eligibility';
import {
  datelessTelling, mentionOf, optionsByDate, optionsByPlace, placelessTelling, someNear, type EventOption,
} from '../event-options'; // prettier-ignore
import { mentionedPlaces } from '../leaks';
import type { Told } from '../stems/phrases';
import { isTold, phrasesOf, shownDate } from '../telling';
import { foldText } from '../text';
import { maySpeakOfAnother, toldAsWell } from '../uniqueness';
import type { Candidate } from './choose';
import type { Sides } from './dates';
import { areKin, twinsOf } from './kin';
import { happenedIn } from './occupied';
import { areOfDifferentAges, lineOf, tierOf, tokens } from './reasons';

/** A false event: it was at another time, or at another place. */
export interface FalseEvent {
  readonly event: PackEvent;
  readonly told: Told;
  /** Days from the key; negative: earlier. */
  readonly days: number;
}

/** False events that are kept, and options that are looked at for them, whatever the size of the pack. */
const KEEP = 10;
const LOOK_AT = 60;
/** Days off at which an event is neither beside the point nor a matter of one day more or less. */
const BEST_DAYS = 6;
/** An event farther off than this many days makes no good distractor, only a possible one. */
const GOOD_DAYS = 90;

/** What makes events false: the options there are, and which of them certainly are none. */
export interface FalseBy {
  readonly key: Told | Objection;
  readonly options: readonly EventOption[];
  readonly isFalse: (option: EventOption) => boolean;
}

/** Events that were provably not at the time shown, told so that nothing else in the pack makes them true of it (rule K2). */
export function atOtherTimes(context: Context, event: PackEvent, shown: Span): FalseBy {
  return {
    key: datelessTelling(context, event),
    options: optionsByDate(context),
    isFalse: ({ event: other, told, isAlone }) =>
      isAlone && other.when !== null ? !mayTouch(other.when.span, shown) : isNotThen(context, other, told.text, shown),
  };
}

/** Whether an event was certainly not at that time, nor anything that is told in the same words. */
export function isNotThen(context: Context, event: PackEvent, text: string, time: Span): boolean {
  if (mayHaveBeenThen(context, event, time)) return false;
  return toldAsWell(context, event, text, 'told').every(
    (other) => context.index.span(other) !== null && !mayHaveBeenThen(context, other, time),
  );
}

/** Events that were provably elsewhere, at a time for which nothing is known to have happened at this place (rule K2). */
export function atOtherPlaces(context: Context, event: PackEvent, place: string): FalseBy {
  const own = context.spoken(event).placeless ?? '';
  const mentions = mentionedPlaces(context.index, own).length > 0;
  const isElsewhere = elsewhere(context, place);
  return {
    key: placelessTelling(context, event),
    options: optionsByPlace(context),
    isFalse: (one) =>
      isElsewhere(one.event, one.time) &&
      (!one.mentions || mentionOf(context, one.told.text, place, [one.event]) === null) &&
      // What the key's own words mention must not tell it from the others.
      (!mentions || mentionOf(context, own, place, [one.event]) === null),
  };
}

/** Whether an event, told without its place but with its date, was certainly not at a place, and does not name it. */
export function isNotThere(context: Context, event: PackEvent, text: string, place: string): boolean {
  const time = shownDate(context, event)?.span ?? null;
  return elsewhere(context, place)(event, time) && mentionOf(context, text, place, [event]) === null;
}

/** Whether an event with a time was elsewhere: every place of it and of its twins is unrelated to the place, and nothing that happened there touches the time. */
function elsewhere(context: Context, place: string): (event: PackEvent, time: Span | null) => boolean {
  const around = placesAround(context, place);
  const happened = happenedIn(context, place);
  const isAround = ({ where }: PackEvent): boolean => where.some((id) => around.has(id));
  return (event, time) => {
    if (time === null || event.where.length === 0 || event.avoid.places.includes(place)) return false;
    return !isAround(event) && !twinsOf(context, event).some(isAround) && !happened.touches(time);
  };
}

const around = perContext(() => new Map<string, ReadonlySet<string>>());

/** A place, all that contain it, and all that lie in it. */
function placesAround(context: Context, place: string): ReadonlySet<string> {
  const kept = around(context);
  let places = kept.get(place);
  if (places === undefined) {
    const { index } = context;
    places = new Set([place, ...index.containersOf(place), ...(inside(context).get(place) ?? [])]);
    kept.set(place, places);
  }
  return places;
}

/** Place → all that lie in it. */
const inside = perContext(({ index }) => {
  const found = new Map<string, string[]>();
  for (const { id } of index.pack.places) {
    for (const container of index.containersOf(id)) {
      const list = found.get(container);
      if (list === undefined) found.set(container, [id]);
      else list.push(id);
    }
  }
  return found;
});

/** False events that may stand beside one, before and after it in time. */
export function falseEvents(context: Context, event: PackEvent, by: FalseBy): Sides<FalseEvent> {
  const length = isTold(by.key) ? phrasesOf(context).option(by.key).length : 0;
  const start = startOf(context, event);
  const asked = { about: tokens(context, event), line: lineOf(context, event) };
  const earlier: Candidate<FalseEvent>[] = [];
  const later: Candidate<FalseEvent>[] = [];
  for (const option of falseOptions(context, event, by, KEEP)) {
    const days = option.start - start;
    (days < 0 ? earlier : later).push({
      value: { event: option.event, told: option.told, days },
      cost: 1.5 * Math.max(1, tierOf(asked, option)) + Math.abs(Math.log2(Math.max(1, Math.abs(days)) / BEST_DAYS)) / 2,
      good: Math.abs(days) <= GOOD_DAYS,
      strange: areOfDifferentAges(asked, option, days),
      excess: option.length - length,
    });
  }
  return { earlier, later };
}

/** Whether there are two false events at all. */
export function areFalseEvents(context: Context, event: PackEvent, by: FalseBy): boolean {
  return falseOptions(context, event, by, 2).length >= 2;
}

/** Whether an event that may be an option for this one names a place: which of them may stand together then hangs on the choice (L3). */
export function doOptionsMention(context: Context, event: PackEvent, { options }: FalseBy): boolean {
  return someNear(options, startOf(context, event), LOOK_AT, ({ mentions }) => mentions);
}

function startOf(context: Context, event: PackEvent): number {
  return context.index.span(event)?.earliestStart ?? 0;
}

/** Up to so many options that are false, each in words of its own, nearest in time first. */
function falseOptions(context: Context, event: PackEvent, by: FalseBy, most: number): readonly EventOption[] {
  const own = maySpeakOfAnother(context, event) ? foldText(context.spoken(event).placeless ?? '') : null;
  const texts = new Set<string>();
  const found: EventOption[] = [];
  someNear(by.options, startOf(context, event), LOOK_AT, (option) => {
    const { words } = option;
    if (!mayStandBeside(context, event, option.event)) return false;
    if (words !== null && (words === own || texts.has(words))) return false;
    if (!by.isFalse(option)) return false;
    if (words !== null) texts.add(words);
    return found.push(option) >= most;
  });
  return found;
}

function mayStandBeside(context: Context, event: PackEvent, other: PackEvent): boolean {
  return (
    other.id !== event.id &&
    (other.dates === 'statement') === (event.dates === 'statement') &&
    !areKin(context, event, other) &&
    !event.avoid.events.includes(other.id) &&
    !other.avoid.events.includes(event.id)
  );
}
