import type { PackEvent } from '../packs/pack';
import { mayTouch, type Span } from '../time/span';
import { mayBeSaidOf, mayHaveBeenThen } from './alike';
import { perContext, type Context } from './context';
import { createTimeline } from './distractors/timeline';
import { datesGiven } from './eligibility';
import type { Told } from './stems/phrases';
import { plainTelling } from './telling';
import { foldText } from './text';

/** Events by their words, folded: one list for what tells an event, one for what tells it without its place. */
const byWords = perContext((context) => {
  const told = new Map<string, PackEvent[]>();
  const placeless = new Map<string, PackEvent[]>();
  const add = (map: Map<string, PackEvent[]>, text: string | null, event: PackEvent): void => {
    if (text === null) return;
    const key = foldText(text);
    const list = map.get(key);
    if (list === undefined) map.set(key, [event]);
    else if (!list.includes(event)) list.push(event);
  };
  for (const event of context.index.pack.events) {
    const words = context.spoken(event);
    for (const text of [words.dateless, words.clause, words.name]) add(told, text, event);
    add(placeless, words.placeless, event);
  }
  return { told, placeless };
});

const NONE: readonly PackEvent[] = [];

function others(context: Context, event: PackEvent, found: readonly PackEvent[] | undefined): readonly PackEvent[] {
  // Nearly every event is told in words of its own.
  if (found === undefined || (found.length === 1 && found[0] === event)) return NONE;
  const twins = context.index.twinsOf(event.id);
  return found.filter((other) => other.id !== event.id && !twins.includes(other.id));
}

/**
 * Another event told in the same words, at the same place or at one that may be it: then "when?" has two answers (rule K2).
 * Its id, or null.
 */
export function toldAlike(context: Context, event: PackEvent, told: Told): string | null {
  const alike = others(context, event, byWords(context).told.get(foldText(told.text)));
  return alike.find((other) => !areApart(context, event, other))?.id ?? null;
}

/** Whether two events certainly happened at different places: where one is not known, or contains the other, nothing is certain. */
function areApart({ index }: Context, a: PackEvent, b: PackEvent): boolean {
  if (a.where.length === 0 || b.where.length === 0) return false;
  return !a.where.some((place) => b.where.some((other) => index.related(place, other)));
}

/** Another event told in the same words without its place, that may have been at the same time: then "where?" has two answers. */
export function placelessAlike(context: Context, event: PackEvent, placeless: string, shown: Span): string | null {
  const alike = others(context, event, byWords(context).placeless.get(foldText(placeless)));
  const found = alike.find((other) => {
    const span = context.index.span(other);
    return span === null || mayTouch(span, shown);
  });
  return found?.id ?? null;
}

/** Other events that the same words tell: whole, or without their place. */
export function toldAsWell(
  context: Context,
  event: PackEvent,
  text: string,
  how: 'told' | 'placeless',
): readonly PackEvent[] {
  return others(context, event, byWords(context)[how].get(foldText(text)));
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
  const tellings = new Set([event.id, ...index.twinsOf(event.id)]);
  let looked = 0;
  const found = happenings(context).find(time, ({ event: other }) => {
    if (tellings.has(other.id)) return false;
    if (++looked > MOST_THEN) return true;
    const here = other.where.some((id) => event.where.some((own) => index.related(id, own)));
    const words = context.spoken(other).placeless ?? plainTelling(context, other)?.text ?? '';
    return !here && mayBeSaidOf(placeless, words);
  });
  return found?.event.id ?? null;
}
