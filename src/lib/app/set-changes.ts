import { isEmptyEdit } from '$lib/core/questions/saved-set/saved-set';
import type { Edit, SavedSet, SetItem } from '$lib/core/questions/saved-set/saved-set';

/** What is asked in a set, without what the disk keeps with it: the part that is undone and redone. */
export type SetContent = Pick<SavedSet, 'title' | 'language' | 'seed' | 'wish' | 'items'>;

export function contentOf({ title, language, seed, wish, items }: SavedSet): SetContent {
  return { title, language, seed, wish, items };
}

export function isSameContent(a: SavedSet, b: SavedSet): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

/** The set with another content. Its revision rises where what is asked has changed: what is exported next is newer than what is out. */
export function withContent(set: SavedSet, content: SetContent, changedMs: number): SavedSet {
  const revision = Math.min(9999, set.revision + 1);
  return { ...set, ...content, revision, changedMs };
}

/** Other items in the place of those that are not locked, which stay where they are; what is left over goes to the end. */
export function filledIn(before: readonly SetItem[], fresh: readonly SetItem[]): readonly SetItem[] {
  const waiting = [...fresh];
  const row = before.flatMap((item) => (item.locked ? [item] : (waiting.shift() ?? [])));
  return [...row, ...waiting];
}

export function replacedAt(items: readonly SetItem[], at: number, item: SetItem): readonly SetItem[] {
  return items.map((each, i) => (i === at ? item : each));
}

export function removedAt(items: readonly SetItem[], at: number): readonly SetItem[] {
  return items.filter((_, i) => i !== at);
}

/** An item so many places further down; at the ends it stays. */
export function movedBy(items: readonly SetItem[], at: number, by: number): readonly SetItem[] {
  const to = Math.min(items.length - 1, Math.max(0, at + by));
  const item = items[at];
  if (item === undefined || to === at) return items;
  const rest = removedAt(items, at);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A further change of a question on top of those before; null: back to the generated one. */
export function editedAt(items: readonly SetItem[], at: number, edit: Edit | null): readonly SetItem[] {
  const item = items[at];
  if (item === undefined) return items;
  return replacedAt(items, at, { ...item, edit: edit === null || isEmptyEdit(edit) ? null : edit });
}
