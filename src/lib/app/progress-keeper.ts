import { applyCare, factsToCareFor } from '$lib/core/memory/care';
import type { CareRecord } from '$lib/core/memory/care';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { Append, StorageProblem, StudyStore } from './ports';
import { asStored } from './retuning';
import type { Retune } from './retuning';

/**
 * The memories a session works with, what its learner decided about facts, and the answers on their way to the disk. What the store refuses stays here, in order, and is
 * tried again before anything newer is written.
 */
export class ProgressKeeper {
  readonly #store: StudyStore;
  readonly #records = new Map<string, MemoryRecord>();
  #care = new Map<string, CareRecord>();
  #unsaved: Append[] = [];
  #queue: Promise<StorageProblem | null> = Promise.resolve(null);

  readonly #retune: Retune;
  readonly #onMoved: (from: MemoryRecord | null, to: MemoryRecord | null) => void;

  /** `onMoved` hears what became of a memory, by an answer here or in another tab. */
  constructor(
    store: StudyStore,
    retune: Retune = asStored,
    onMoved: (from: MemoryRecord | null, to: MemoryRecord | null) => void = () => undefined,
  ) {
    this.#store = store;
    this.#retune = retune;
    this.#onMoved = onMoved;
  }

  /** Answers that are only in memory so far. */
  get unsaved(): readonly Append[] {
    return this.#unsaved;
  }

  readonly recordOf = (key: string): MemoryRecord | null => this.#records.get(key) ?? null;

  readonly careOf = (key: string): CareRecord | null => this.#care.get(key) ?? null;

  /** Takes what is stored of the learner's decisions, unless an unsaved one of ours is newer. */
  takeCare(care: readonly CareRecord[]): void {
    if (this.#unsaved.length === 0) this.#care = new Map(care.map((record) => [record.key, record]));
  }

  /** Reads memories again, unless an unsaved answer of ours is newer. */
  async refresh(keys: readonly string[]): Promise<StorageProblem | null> {
    const read = await this.#store.records(keys);
    if (!read.ok) return read.problem;
    const tuned = await this.#retune(read.value);
    if (!tuned.ok) return tuned.problem;
    const pending = new Set(this.#unsaved.flatMap((step) => step.changes.map((change) => change.key)));
    for (const key of keys) {
      if (!pending.has(key)) this.#put(key, tuned.value.get(key) ?? null, this.#records.has(key));
    }
    return null;
  }

  /** Takes a step at once for what is shown next, and writes it after all earlier ones. Null: it is safe on the disk. */
  append(step: Append): Promise<StorageProblem | null> {
    for (const { key, record, basedOn } of step.changes) if (basedOn !== undefined) this.#put(key, record);
    for (const entry of step.entries) {
      // What a revocation leaves stands in the log: the store works it out.
      if (entry.type === 'revoke') continue;
      for (const fact of factsToCareFor(entry)) {
        const key = memoryKey(entry.pack, fact);
        this.#putCare(key, applyCare(this.careOf(key), entry, fact));
      }
    }
    this.#unsaved = [...this.#unsaved, step];
    return this.flush();
  }

  /** Writes what is unsaved, oldest first, and stops at the first refusal. */
  flush(): Promise<StorageProblem | null> {
    this.#queue = this.#queue.then(() => this.#write());
    return this.#queue;
  }

  async #write(): Promise<StorageProblem | null> {
    for (let step = this.#unsaved[0]; step !== undefined; step = this.#unsaved[0]) {
      const written = await this.#store.append(step);
      if (!written.ok) return written.problem;
      this.#unsaved = this.#unsaved.slice(1);
      const newer = new Set(this.#unsaved.flatMap((later) => later.changes.map((change) => change.key)));
      const tuned = await this.#retune(written.value.memories);
      if (!tuned.ok) return tuned.problem;
      for (const [key, record] of tuned.value) if (!newer.has(key)) this.#put(key, record);
      if (this.#unsaved.length === 0) for (const [key, record] of written.value.care) this.#putCare(key, record);
    }
    return null;
  }

  #put(key: string, record: MemoryRecord | null, moved = true): void {
    if (moved) this.#onMoved(this.recordOf(key), record);
    if (record === null) this.#records.delete(key);
    else this.#records.set(key, record);
  }

  #putCare(key: string, record: CareRecord | null): void {
    if (record === null) this.#care.delete(key);
    else this.#care.set(key, record);
  }
}
