import { isSameState } from '$lib/core/questions/saved-set/saved-set';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { SetStore, StorageProblem } from './ports';

/** What another tab did to the set while this one was changing it: it wrote this, or removed it (null). */
export interface SetConflict {
  readonly theirs: SavedSet | null;
}

/**
 * Writes a set down as often as it changes: one writing at a time, and always the newest at the end. Where another tab has written since,
 * nothing is written before somebody has said which of the two states it shall be.
 */
export class SetKeeper {
  /** Everything is safe on the disk. */
  saved = $state(true);
  problem: StorageProblem | null = $state.raw(null);
  conflict: SetConflict | null = $state.raw(null);
  readonly #store: Pick<SetStore, 'putOver'>;
  /** What is on the disk, as far as this tab knows. */
  #known: SavedSet | null;
  #next: SavedSet | null = null;
  #writing = false;

  /** @param known null: it is not on the disk yet */
  constructor(store: Pick<SetStore, 'putOver'>, known: SavedSet | null) {
    this.#store = store;
    this.#known = known;
  }

  async keep(set: SavedSet): Promise<void> {
    this.saved = false;
    if (this.conflict !== null) return;
    this.#next = set;
    if (this.#writing) return;
    this.#writing = true;
    while (this.#next !== null) {
      const writing: SavedSet = this.#next;
      this.#next = null;
      await this.#write(writing);
    }
    this.#writing = false;
    this.#tellSaved();
  }

  /** What is on the disk now: true where it is news that can be taken over, because nothing here waits to be written. */
  isNews(now: SavedSet | null): boolean {
    if (this.#writing || this.#known === null) return false;
    if (now !== null && isSameState(now, this.#known)) return false;
    if (now === null || !this.saved) this.conflict = { theirs: now };
    return this.conflict === null;
  }

  /** From now on changes go over this state. */
  know(now: SavedSet | null): void {
    this.#known = now;
    this.conflict = null;
    this.saved = true;
  }

  #tellSaved(): void {
    this.saved = this.problem === null && this.conflict === null;
  }

  async #write(set: SavedSet): Promise<void> {
    const written = await this.#store.putOver(this.#known, set);
    this.problem = written.ok ? null : written.problem;
    if (!written.ok) return;
    if (written.value.is === 'written') {
      this.#known = set;
      return;
    }
    this.conflict = { theirs: written.value.now };
    this.#next = null;
  }
}
