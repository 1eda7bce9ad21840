import type { PackEvent } from '../packs/pack';
import type { Span } from '../time/span';
import { mayTouch } from '../time/span';
import type { Context } from './context';
import { twinsOf } from './distractors/kin';
import { contentWords, kindOfWord, remembered } from './text';

/** From this share of common words on, what is told without its place may be said of either event. */
const MAY_BE_SAID_OF = 0.4;

const kindsOf = remembered((text): ReadonlySet<string> => new Set(contentWords(text).map(kindOfWord)));

/** Whether two wordings say so much the same that either may be meant: they share two words in five. */
export function mayBeSaidOf(text: string, other: string): boolean {
  const [a, b] = [kindsOf(text), kindsOf(other)];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared > 0 && shared / (a.size + b.size - shared) >= MAY_BE_SAID_OF;
}

/** Another telling of the event counts like the event itself: every date and place that any of them gives. */
export function twinsWith(context: Context, event: PackEvent): readonly PackEvent[] {
  return [event, ...twinsOf(context, event)];
}

/** Whether anything that is said of when the event was may touch a time. */
export function mayHaveBeenThen(context: Context, event: PackEvent, time: Span): boolean {
  return isSaidThen(event, time) || twinsOf(context, event).some((twin) => isSaidThen(twin, time));
}

function isSaidThen({ when, conflicts }: PackEvent, time: Span): boolean {
  return (when !== null && mayTouch(when.span, time)) || conflicts.some(({ span }) => mayTouch(span, time));
}
