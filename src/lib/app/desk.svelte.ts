import { LANGUAGES } from '$lib/core/questions/question';
import type { Language } from '$lib/core/questions/question';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import { readSetFile } from '$lib/core/questions/saved-set/set-file';
import type { SetFileProblem } from '$lib/core/questions/saved-set/set-file';
import type { Files } from './device-ports';
import type { Clock, PackSummary, SetStore, StorageProblem, Stored, UnreadSet } from './ports';

export type DeskPhase =
  | { readonly is: 'loading' }
  | {
      readonly is: 'ready';
      readonly sets: readonly SavedSet[];
      readonly unread: readonly UnreadSet[];
      readonly packs: readonly PackSummary[];
    }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface DeskParts {
  readonly store: SetStore;
  readonly packs: () => Promise<Stored<readonly PackSummary[]>>;
  readonly files: Files;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Questions of a set for which no number was chosen. */
export const USUAL_COUNT = 20;

/** The teacher's list of question sets. */
export class Desk {
  phase: DeskPhase = $state.raw({ is: 'loading' });
  /** The set that was removed last: it can be put back. */
  removed: SavedSet | null = $state.raw(null);
  /** What could not be opened, or not be written. */
  trouble: SetFileProblem | StorageProblem | null = $state.raw(null);
  readonly #parts: DeskParts;
  readonly #stop: () => void;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#stop = parts.store.onChange(() => void this.load());
  }

  close(): void {
    this.#stop();
  }

  async load(): Promise<void> {
    const [sets, packs] = await Promise.all([this.#parts.store.all(), this.#parts.packs()]);
    if (!sets.ok) this.phase = { is: 'failed', problem: sets.problem };
    else if (!packs.ok) this.phase = { is: 'failed', problem: packs.problem };
    else this.phase = { is: 'ready', ...sets.value, packs: packs.value };
  }

  /** A copy that is a set of its own. Its title is made by whoever shows it. */
  async duplicate(set: SavedSet, title: string): Promise<void> {
    const { utcMs } = this.#parts.clock.now();
    const copy = { ...set, id: this.#parts.newId(), title, exported: null, createdMs: utcMs, changedMs: utcMs };
    await this.#write(this.#parts.store.put(copy));
  }

  async remove(set: SavedSet): Promise<void> {
    const removed = await this.#parts.store.remove(set.id);
    // As it was on the disk: another tab may have changed what is in this list.
    if (await this.#done(removed)) this.removed = removed.ok ? removed.value : null;
  }

  async putBack(): Promise<void> {
    const { removed } = this;
    if (removed !== null && (await this.#write(this.#parts.store.put(removed)))) this.removed = null;
  }

  /** Opens the file of a set; its id, or null where it cannot be read, and `trouble` says why. */
  async openFile(file: File): Promise<string | null> {
    const read = readSetFile(await this.#parts.files.readText(file));
    if (!read.ok) {
      this.trouble = read.problem;
      return null;
    }
    const known = await this.#parts.store.get(read.set.id);
    const { utcMs } = this.#parts.clock.now();
    // What is here under that id stays: the file's set comes beside it.
    const id = known.ok && known.value === null ? read.set.id : this.#parts.newId();
    return (await this.#write(this.#parts.store.put({ ...read.set, id, changedMs: utcMs }))) ? id : null;
  }

  async #write(writing: Promise<Stored<null>>): Promise<boolean> {
    return this.#done(await writing);
  }

  async #done(written: Stored<SavedSet | null>): Promise<boolean> {
    this.trouble = written.ok ? null : written.problem;
    if (written.ok) await this.load();
    return written.ok;
  }
}

/** A set before its first question is drawn. */
export function emptySet(
  pack: PackSummary,
  language: Language,
  { id, seed, utcMs }: { readonly id: string; readonly seed: number; readonly utcMs: number },
): SavedSet {
  const spoken = LANGUAGES.find((one) => one === language) ?? 'en';
  return {
    format: 1, id, title: '', pack: { id: pack.id, version: pack.version }, language: spoken, seed, revision: 0,
    wish: { count: USUAL_COUNT, storylines: [], kinds: [], forms: [], difficulty: null },
    items: [], exported: null, createdMs: utcMs, changedMs: utcMs,
  };
} // prettier-ignore
