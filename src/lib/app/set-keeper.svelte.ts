import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { SetStore, StorageProblem } from './ports';

/** Writes a set down as often as it changes: one writing at a time, and always the newest at the end. */
export class SetKeeper {
  /** Everything is safe on the disk. */
  saved = $state(true);
  problem: StorageProblem | null = $state.raw(null);
  readonly #store: SetStore;
  #next: SavedSet | null = null;
  #writing = false;

  constructor(store: SetStore) {
    this.#store = store;
  }

  async keep(set: SavedSet): Promise<void> {
    this.#next = set;
    this.saved = false;
    if (this.#writing) return;
    this.#writing = true;
    while (this.#next !== null) {
      const writing: SavedSet = this.#next;
      this.#next = null;
      const written = await this.#store.put(writing);
      this.problem = written.ok ? null : written.problem;
    }
    this.#writing = false;
    this.saved = this.problem === null;
  }
}
