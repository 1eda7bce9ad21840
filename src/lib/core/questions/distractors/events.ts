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

/** Events that were provably not at the time shown, told so that nothing else in the pack makes them true of it (rule K2). */
export function eventsAtOtherTimes(context: Context, event: PackEvent, shown: Span): Sides<FalseEvent> {
  return collect(context, event, datelessTelling(context, event), optionsByDate(context), (one) =>
    isNotThen(context, one.event, one.told.text, shown),
  );
}

/** Whether an event was certainly not at that time, nor anything that is told in the same words. */
export function isNotThen(context: Context, event: PackEvent, text: string, time: Span): boolean {
  if (mayHaveBeenThen(context, event, time)) return false;
  return toldAsWell(context, event, text, 'told').every(
    (other) => context.index.span(other) !== null && !mayHaveBeenThen(context, other, time),
  );
}

/** Events that were provably elsewhere, at a time for which nothing is known to have happened at this place (rule K2). */
export function eventsAtOtherPlaces(context: Context, event: PackEvent, place: string): Sides<FalseEvent> {
  const own = context.spoken(event).placeless ?? '';
  return collect(
    context,
    event,
    placelessTelling(context, event),
    optionsByPlace(context),
    // What the key's own words mention must not tell it from the others.
    (one) =>
      isNotThere(context, one.event, one.told.text, place) && mentionOf(context, own, place, [one.event]) === null,
  );
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

function collect(
  context: Context,
  event: PackEvent,
  key: Told | Objection,
  options: readonly EventOption[],
  isFalse: (option: EventOption) => boolean,
): Sides<FalseEvent> {
  const { index } = context;
  const phrases = phrasesOf(context);
  const length = isTold(key) ? phrases.option(key).length : 0;
  const start = index.span(event)?.earliestStart ?? 0;
  const earlier: Candidate<FalseEvent>[] = [];
  const later: Candidate<FalseEvent>[] = [];
  const own = foldText(context.spoken(event).placeless ?? '');
  const texts = new Set<string>();
  let looked = 0;
  for (const option of nearestOptions(options, start)) {
    if (++looked > LOOK_AT || earlier.length + later.length >= KEEP) break;
    const other = option.event;
    const words = foldText(option.told.text);
    if (
      other.id === event.id ||
      words === own ||
      texts.has(words) ||
      (other.dates === 'statement') !== (event.dates === 'statement')
    )
      continue;
    if (index.kin(event.id, other.id) || event.avoid.events.includes(other.id) || other.avoid.events.includes(event.id))
      continue;
    if (!isFalse(option)) continue;
    texts.add(words);
    const days = option.start - start;
    const value: FalseEvent = { ...option, days };
    (days < 0 ? earlier : later).push({
      value,
      cost:
        1.5 * Math.max(1, tier(context, event, other)) +
        Math.abs(Math.log2(Math.max(1, Math.abs(days)) / BEST_DAYS)) / 2,
      good: Math.abs(days) <= GOOD_DAYS,
      excess: phrases.option(option.told).length - length,
    });
  }
  return { earlier, later };
}
