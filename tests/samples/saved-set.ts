import type { SavedSet } from '../../src/lib/core/questions/saved-set/saved-set';

/** A question set as a test wants it; what is left out is an empty set of the first pack. */
export function savedSet(change: Partial<SavedSet> = {}): SavedSet {
  return {
    format: 1,
    id: 'tomorrow',
    title: 'Tomorrow',
    pack: { id: 'ukraine-2022', version: 1 },
    language: 'en',
    seed: 1,
    revision: 0,
    wish: { count: 20, storylines: [], kinds: [], forms: [], difficulty: null },
    items: [],
    exported: null,
    createdMs: 1,
    changedMs: 1,
    ...change,
  };
}
