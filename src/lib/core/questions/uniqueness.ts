import type { PackEvent } from '../packs/pack';
import { mayTouch, type Span } from '../time/span';
import { perContext, type Context } from './context';
import type { Told } from './stems/phrases';
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

function others(context: Context, event: PackEvent, found: readonly PackEvent[] | undefined): PackEvent[] {
  const twins = context.index.twinsOf(event.id);
  return (found ?? []).filter((other) => other.id !== event.id && !twins.includes(other.id));
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
