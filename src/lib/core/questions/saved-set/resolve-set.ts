import type { Generator } from '../generator';
import type { Question, RefusalReason } from '../question';
import { withEdit, type LostEdit } from './edited-question';
import type { SavedSet, SetItem } from './saved-set';

/** An item of a set against the pack as it is now. */
export type ResolvedItem =
  | {
      readonly is: 'question';
      readonly item: SetItem;
      /** As the pack has it. */
      readonly generated: Question;
      /** As it is asked: with the edits. An edited question has no proof. */
      readonly question: Question;
      readonly edited: boolean;
      /** Edits that have nothing to stand on any more. */
      readonly lost: readonly LostEdit[];
    }
  /** `unknown`: the pack has no such fact, or the program no such form; else the pack as it is now does not ask it. */
  | { readonly is: 'gone'; readonly item: SetItem; readonly why: 'unknown' | RefusalReason };

/** A set with its questions. */
export interface ResolvedSet {
  readonly set: SavedSet;
  /** In the set's order. */
  readonly items: readonly ResolvedItem[];
}

/** Makes an item's question from the pack and puts its edits on. */
export function resolveItem(generator: Generator, item: SetItem): ResolvedItem {
  const made = generator.question(item.fact, item.form, item.seed);
  if (made === null) return { is: 'gone', item, why: 'unknown' };
  if (made.type === 'refusal') return { is: 'gone', item, why: made.reason };
  const { question, lost } = withEdit(made, item.edit);
  return { is: 'question', item, generated: made, question, edited: question !== made, lost };
}

/** Makes every question of a set. The generator's language must be the set's. */
export function resolveSet(generator: Generator, set: SavedSet): ResolvedSet {
  return { set, items: set.items.map((item) => resolveItem(generator, item)) };
}

/** The questions of a set as they are asked, in its order; those that are gone are left out. */
export function questionsOf({ items }: ResolvedSet): Question[] {
  return items.flatMap((item) => (item.is === 'question' ? [item.question] : []));
}
