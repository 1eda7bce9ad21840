import type { PackEvent } from '../packs/pack';
import { mayTouch, type Span } from '../time/span';
import { mayBeSaidOf, mayHaveBeenThen, twinsWith } from './alike';
import { perContext, type Context } from './context';
import { twinsOf } from './distractors/kin';
import { createTimeline } from './distractors/timeline';
import { datesGiven } from './eligibility';
import type { Told } from './stems/phrases';
import { plainTelling } from './telling';
import { foldText, numberOfWords } from './text';

/** Events by their words, folded: one list for what tells an event, one for what tells it without its place. */
interface ByWords {
  readonly told: ReadonlyMap<string, readonly PackEvent[]>;
  readonly placeless: ReadonlyMap<string, readonly PackEvent[]>;
}

/** What an event can be told in, the last of it without its place. */
function wordings(context: Context, event: PackEvent): readonly (string | null)[] {
  const { dateless, clause, name, placeless } = context.spoken(event);
  return [dateless, clause, name, placeless];
}

/** Looks the wordings that are wanted up in every event. */
function findWords(context: Context, wanted: (event: number, wording: number) => boolean): ByWords {
  const told = new Map<string, PackEvent[]>();
  const placeless = new Map<string, PackEvent[]>();
  for (const [number, event] of context.index.pack.events.entries()) {
    for (const [i, text] of wordings(context, event).entries()) {
      if (text === null || !wanted(number, i)) continue;
      const map = i < WORDINGS - 1 ? told : placeless;
      const key = foldText(text);
      const list = map.get(key);
      if (list === undefined) map.set(key, [event]);
      else if (!list.includes(event)) list.push(event);
    }
  }
  return { told, placeless };
}

/** How many there are of an event. */
const WORDINGS = 4;

/** Every wording of every event: for a text that is none of the pack's own, as a teacher may write one. */
const byWords = perContext((context) => findWords(context, () => true), { prepared: false });

/**
 * Wordings that two events share, and those events. Nearly every event is told in words of its own, of which nothing is kept: which are
 * shared is found out by a number for each, and only where two numbers are the same are the words held against each other.
 */
export const sharedWords = perContext((context) => {
  const { events } = context.index.pack;
  const numbers = new Int32Array(events.length * WORDINGS);
  const firsts = new Map<number, number>();
  const shared = new Set<number>();
  for (const [event, one] of events.entries()) {
    for (const [i, text] of wordings(context, one).entries()) {
      if (text === null) continue;
      const number = numberOfWords(text);
      numbers[event * WORDINGS + i] = number;
      const first = firsts.get(number);
      if (first === undefined) firsts.set(number, event);
      else if (first !== event) shared.add(number);
    }
  }
  const words = findWords(context, (event, i) => shared.has(numbers[event * WORDINGS + i] ?? 0));
  return { words, events: new Set([...words.told.values(), ...words.placeless.values()].flat()) };
});

/** Whether some wording of an event may be another event's as well. */
export function maySpeakOfAnother(context: Context, event: PackEvent): boolean {
  return sharedWords(context).events.has(event);
}

const NONE: readonly PackEvent[] = [];

/** Other events that the same words tell: whole, or without their place. */
export function toldAsWell(
  context: Context,
  event: PackEvent,
  text: string,
  how: 'told' | 'placeless',
): readonly PackEvent[] {
  const isOwn = isWordingOf(context, event, text);
  if (isOwn && !maySpeakOfAnother(context, event)) return NONE;
  const found = (isOwn ? sharedWords(context).words : byWords(context))[how].get(foldText(text));
  if (found === undefined || (found.length === 1 && found[0] === event)) return NONE;
  const twins = twinsOf(context, event);
  return found.filter((other) => other !== event && !twins.includes(other));
}

function isWordingOf(context: Context, event: PackEvent, text: string): boolean {
  const { dateless, clause, name, placeless } = context.spoken(event);
  return text === clause || text === placeless || text === name || text === dateless;
}

/**
 * Another event told in the same words, at the same place or at one that may be it: then "when?" has two answers (rule K2).
 * Its id, or null.
 */
export function toldAlike(context: Context, event: PackEvent, told: Told): string | null {
  const alike = toldAsWell(context, event, told.text, 'told');
  return alike.find((other) => !areApart(context, event, other))?.id ?? null;
}

/** Whether two events certainly happened at different places: where one is not known, or contains the other, nothing is certain. */
function areApart({ index }: Context, a: PackEvent, b: PackEvent): boolean {
  if (a.where.length === 0 || b.where.length === 0) return false;
  return !a.where.some((place) => b.where.some((other) => index.related(place, other)));
}

/** Another event told in the same words without its place, that may have been at the same time: then "where?" has two answers. */
export function placelessAlike(context: Context, event: PackEvent, placeless: string, shown: Span): string | null {
  const alike = toldAsWell(context, event, placeless, 'placeless');
  const found = alike.find((other) => {
    const span = context.index.span(other);
    return span === null || mayTouch(span, shown);
  });
  return found?.id ?? null;
}

/** Another event in the same words that may have been at the time: then two events answer "which happened then?" (rule K2). Its id. */
export function toldTwinThen(context: Context, event: PackEvent, text: string, time: Span): string | null {
  const twin = toldAsWell(context, event, text, 'told').find(
    (other) => context.index.span(other) === null || mayHaveBeenThen(context, other, time),
  );
  return twin?.id ?? null;
}

/** Another event in the same words that may have been at the place: of which one is asked? Its id, or null. */
export function placelessTwinAt(context: Context, event: PackEvent, text: string, place: string): string | null {
  const twin = toldAsWell(context, event, text, 'placeless').find(
    ({ where }) => where.length === 0 || where.some((id) => context.index.related(id, place)),
  );
  return twin?.id ?? null;
}

/** Events that are looked at for being told alike at one time: where more happened, that time singles nothing out. */
const MOST_THEN = 400;

/** Everything that a source dates, statements and plans aside. */
const happenings = perContext((context) =>
  createTimeline(
    context.index.pack.events
      .filter(({ dates }) => dates !== 'statement' && dates !== 'plan')
      .flatMap((event) => datesGiven(event).map(({ span }) => ({ event, span }))),
  ),
);

/**
 * Another event at the time, elsewhere or nobody knows where, that is told so much alike that the words may mean it: then "where?" has
 * two answers for whoever has to produce one (rule K2). Its id, or null.
 */
export function placelessLike(context: Context, event: PackEvent, placeless: string, time: Span): string | null {
  const { index } = context;
  const tellings = twinsWith(context, event);
  let looked = 0;
  const found = happenings(context).find(time, ({ event: other }) => {
    if (tellings.includes(other)) return false;
    if (++looked > MOST_THEN) return true;
    const here = other.where.some((id) => event.where.some((own) => index.related(id, own)));
    const words = context.spoken(other).placeless ?? plainTelling(context, other)?.text ?? '';
    return !here && mayBeSaidOf(placeless, words);
  });
  return found?.event.id ?? null;
}
