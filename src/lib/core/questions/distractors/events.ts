import type { PackEvent } from '../../packs/pack';
import type { Span } from '../../time/span';
import { mayHaveBeenThen, twinsWith } from '../alike';
import type { Context } from '../context';
import type { Objection } from '../eligibility';
import {
  datelessTelling, mentionOf, nearestOptions, optionsByDate, optionsByPlace, placelessTelling, type EventOption,
} from '../event-options'; // prettier-ignore
import type { Told } from '../stems/phrases';
import { isTold, phrasesOf, shownDate } from '../telling';
import { foldText } from '../text';
import { toldAsWell } from '../uniqueness';
import type { Candidate } from './choose';
import type { Sides } from './dates';
import { areKin } from './kin';
import { eventThereThen } from './occupied';
import { tier } from './reasons';

/** A false event: it was at another time, or at another place. */
export interface FalseEvent extends EventOption {
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
    isFalse: (one) => isNotThen(context, one.event, one.told.text, shown),
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
  return {
    key: placelessTelling(context, event),
    options: optionsByPlace(context),
    // What the key's own words mention must not tell it from the others.
    isFalse: (one) =>
      isNotThere(context, one.event, one.told.text, place) && mentionOf(context, own, place, [one.event]) === null,
  };
}

/**
 * Whether an event, told without its place but with its date, was certainly not at a place: every place of it and of its twins is
 * unrelated to that one, and nothing else that happened there has a date that touches its own.
 */
export function isNotThere(context: Context, event: PackEvent, text: string, place: string): boolean {
  const { index } = context;
  const time = shownDate(context, event)?.span;
  if (time === undefined || event.where.length === 0 || event.avoid.places.includes(place)) return false;
  const places = twinsWith(context, event).flatMap(({ where }) => where);
  if (places.some((id) => index.related(id, place))) return false;
  return mentionOf(context, text, place, [event]) === null && eventThereThen(context, place, event.id, time) === null;
}

/** False events that may stand beside one, before and after it in time. */
export function falseEvents(context: Context, event: PackEvent, by: FalseBy): Sides<FalseEvent> {
  const phrases = phrasesOf(context);
  const length = isTold(by.key) ? phrases.option(by.key).length : 0;
  const start = context.index.span(event)?.earliestStart ?? 0;
  const earlier: Candidate<FalseEvent>[] = [];
  const later: Candidate<FalseEvent>[] = [];
  for (const option of falseOptions(context, event, by)) {
    const days = option.start - start;
    (days < 0 ? earlier : later).push({
      value: { ...option, days },
      cost:
        1.5 * Math.max(1, tier(context, event, option.event)) +
        Math.abs(Math.log2(Math.max(1, Math.abs(days)) / BEST_DAYS)) / 2,
      good: Math.abs(days) <= GOOD_DAYS,
      excess: phrases.option(option.told).length - length,
    });
    if (earlier.length + later.length >= KEEP) break;
  }
  return { earlier, later };
}

/** Whether there are two false events at all. */
export function areFalseEvents(context: Context, event: PackEvent, by: FalseBy): boolean {
  const options = falseOptions(context, event, by);
  return options.next().done !== true && options.next().done !== true;
}

/** Whether an event that may be an option for this one names a place: which of them may stand together then hangs on the choice (L3). */
export function doOptionsMention(context: Context, event: PackEvent, { options }: FalseBy): boolean {
  let looked = 0;
  for (const option of nearestOptions(options, context.index.span(event)?.earliestStart ?? 0)) {
    if (++looked > LOOK_AT) return false;
    if (option.mentions) return true;
  }
  return false;
}

/** Options that are false, each in words of its own, nearest in time first. */
function* falseOptions(context: Context, event: PackEvent, { options, isFalse }: FalseBy): Generator<EventOption> {
  const own = foldText(context.spoken(event).placeless ?? '');
  const texts = new Set<string>();
  let looked = 0;
  for (const option of nearestOptions(options, context.index.span(event)?.earliestStart ?? 0)) {
    if (++looked > LOOK_AT) return;
    if (!mayStandBeside(context, event, option.event)) continue;
    const { words } = option;
    if (words === own || texts.has(words) || !isFalse(option)) continue;
    texts.add(words);
    yield option;
  }
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
