import type { PackIndex } from '../../packs/pack-index';
import { sequenceFact } from '../../questions/facts';
import type { SetItem } from '../../questions/saved-set/saved-set';
import { eventsByHash, type SharedItem, type SharedSet } from './share-code';

/** What a link's questions are in a pack. */
export interface SharedItems {
  readonly items: readonly SetItem[];
  /** How many are about events that this version of the pack does not have. */
  readonly gone: number;
}

/** Finds the events that a link names in a pack. Whether the pack still asks them is found when they are asked. */
export function itemsOfShare(index: PackIndex, { items }: SharedSet): SharedItems {
  const known = eventsByHash(index);
  const found = items.flatMap((item) => itemIn(index, known, item) ?? []);
  return { items: found, gone: items.length - found.length };
}

function itemIn(
  index: PackIndex,
  known: ReadonlyMap<number, string | null>,
  { what, form, events, seed, edit }: SharedItem,
): SetItem | null {
  const ids = events.flatMap((event) => {
    const id = 'id' in event ? event.id : known.get(event.hash);
    return id != null && index.hasEvent(id) ? [id] : [];
  });
  const [first] = ids;
  if (first === undefined || ids.length < events.length) return null;
  const fact = what === 'sequence' ? sequenceFact(index.event(first).storyline, ids).id : `${first}:${what}`;
  return { fact, form, seed, locked: false, edit };
}
