import type { PackEvent } from '../packs/pack';
import { chainOf, cueOrDate, mayPrecede, sequenceTelling } from './chains';
import { perContext, perEvent, type Context } from './context';
import { fameOf } from './difficulty';
import { areKin } from './distractors/kin';
import type { Told } from './stems/phrases';
import { isTold, pointsNowhere, tellings } from './telling';

/** An event that can bound a stretch of time, with its words inside a stem. */
export interface Bound {
  readonly event: PackEvent;
  readonly told: Told;
  /** It stands in the same chain as the key, so that the order of the two is something that is learnt. */
  readonly inChain: boolean;
}

/** Events looked at on each side of the key, and how many of them are kept. */
const LOOK_AT = 60;
const KEEP = 4;

/** Every event that can be told in an order, by its earliest start. */
const orderable = perContext((context) =>
  context.index.pack.events
    .filter((event) => isTold(sequenceTelling(context, event)))
    .map((event) => ({ event, start: context.index.span(event)?.earliestStart ?? Infinity }))
    .sort((a, b) => a.start - b.start || (a.event.id < b.event.id ? -1 : 1)),
);

/**
 * Events that certainly came before one member of a chain and after the one before it (`after`), or after it and before the next
 * (`before`); the best first: out of the same chain, then of the same storyline, then well known, then near in time.
 *
 * @param events a strict chain, earliest first
 * @param at which of them is bounded
 */
export function boundsFor(
  context: Context,
  events: readonly PackEvent[],
  at: number,
): { readonly after: readonly Bound[]; readonly before: readonly Bound[] } {
  const key = events[at];
  if (key === undefined) return { after: [], before: [] };
  const list = orderable(context);
  const start = context.index.span(key)?.earliestStart ?? Infinity;
  const here = firstFrom(list, start);
  const fits = (event: PackEvent, earlier: PackEvent | undefined, later: PackEvent | undefined): boolean =>
    events.every((one) => mayStandBeside(context, one, event)) &&
    (earlier === undefined || mayPrecede(context, earlier, event)) &&
    (later === undefined || mayPrecede(context, event, later));
  const collect = (step: 1 | -1, earlier: PackEvent | undefined, later: PackEvent | undefined): Bound[] => {
    const found: Bound[] = [];
    const first = step < 0 ? here - 1 : here;
    for (let i = first; i >= 0 && i < list.length && Math.abs(i - first) < LOOK_AT; i += step) {
      const event = list[i]?.event;
      if (event === undefined || !fits(event, earlier, later)) continue;
      const told = boundTelling(context, event);
      if (told !== null) found.push({ event, told, inChain: shareChain(context, key, event) });
    }
    return found.sort((a, b) => distance(context, key, a.event) - distance(context, key, b.event)).slice(0, KEEP);
  };
  return { after: collect(-1, events[at - 1], key), before: collect(1, key, events[at + 1]) };
}

/** Index of the first that starts on the day or later; the list's length if none does. */
function firstFrom(list: readonly { readonly start: number }[], day: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.start ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Neither one of the chain, nor its part or twin, nor kept apart from it by the pack. */
function mayStandBeside(context: Context, one: PackEvent, other: PackEvent): boolean {
  return (
    one.id !== other.id &&
    !areKin(context, one, other) &&
    !one.avoid.events.includes(other.id) &&
    !other.avoid.events.includes(one.id)
  );
}

function distance(context: Context, key: PackEvent, event: PackEvent): number {
  // Less than one step: of two as close, the event of which the pack makes more is the better landmark.
  const obscure = (1 - fameOf(context, event)) / 2;
  if (event.storyline !== key.storyline) return 2 + obscure;
  return (shareChain(context, key, event) ? 0 : 1) + obscure;
}

function shareChain(context: Context, a: PackEvent, b: PackEvent): boolean {
  const chain = chainOf(context, a);
  return chain !== null && chain === chainOf(context, b);
}

/** A noun phrase if there is one that tells nothing of the order, else the shortest of its wordings that does not. */
const boundTelling = perEvent((context, event): Told | null => {
  const sound = tellings(context, event).filter(
    (told) => cueOrDate(context, told) === null && pointsNowhere(told.text, context.language) === null,
  );
  const names = sound.filter(({ as }) => as === 'name');
  return (names.length > 0 ? names : sound).toSorted((a, b) => a.text.length - b.text.length)[0] ?? null;
});
