import { createScheduler } from './fsrs';
import type { FsrsMemory, Grade, Scheduler } from './fsrs';
import { standingEntries } from './log';
import type { AnswerEntry, ChangeEntry, LogEntry } from './log';
import { memoryKey } from './memory-key';
import type { ParameterSet } from './parameters';
import type { MemoryRecord } from './record';
import { applyChange, review } from './review';
import { weightedMemory } from './weighting';

/** Finds the scheduler of a log entry's parameter set, each made once. */
export type Schedulers = (parametersId: string) => Scheduler;

/** @returns a look-up that throws a RangeError for a set that is not among `sets` */
export function schedulersOf(sets: Iterable<ParameterSet>): Schedulers {
  const known = new Map([...sets].map((set) => [set.id, set]));
  const made = new Map<string, Scheduler>();
  return (id) => {
    const ready = made.get(id);
    if (ready) return ready;
    const set = known.get(id);
    if (!set)
      throw new RangeError(`parameter set ${id} is not known (known: ${[...known.keys()].join(', ') || 'none'})`);
    const scheduler = createScheduler(set);
    made.set(id, scheduler);
    return scheduler;
  };
}

/** Memory by key, from the log alone: what the store must hold, bit for bit. The log may come in any order. */
export function rebuild(log: readonly LogEntry[], schedulers: Schedulers): Map<string, MemoryRecord> {
  const replay = new Replay(schedulers);
  for (const entry of standingEntries(log)) replay.apply(entry);
  return replay.records;
}

/**
 * The memory of one key from the entries that touch it (and the revocations among them); null when nothing of it stands.
 *
 * @param under given: as these weights see it, ready for an answer that is scheduled by them
 */
export function replayKey(
  key: string,
  log: readonly LogEntry[],
  schedulers: Schedulers,
  under?: Scheduler,
): MemoryRecord | null {
  const replay = new Replay(schedulers, key);
  for (const entry of standingEntries(log)) replay.apply(entry);
  return under === undefined ? (replay.records.get(key) ?? null) : replay.under(key, under);
}

/** Whether two schedulers see a memory alike. They may still differ in desired retention and steps. */
export function sameWeights(one: Scheduler, other: Scheduler): boolean {
  const [a, b] = [one.parameters.weights, other.parameters.weights];
  return one === other || a.every((weight, index) => weight === b[index]);
}

/** One answer of a memory's past. */
interface Step {
  readonly day: number;
  readonly grade: Grade;
  readonly guess: number;
}

/** How a memory came about since it was begun, and the scheduler of the last answer: the one whose weights its record is in. */
interface Past {
  steps: Step[];
  by: Scheduler;
}

/**
 * A log played again, entry by entry, in replay order. Where an answer is scheduled by other weights than the one before it, the memory is
 * first worked out anew from its first answer under the new ones: stability under one set of weights means little under another. What is planned stays planned.
 */
export class Replay {
  /** Memory by key, as the entries so far leave it. */
  readonly records = new Map<string, MemoryRecord>();
  readonly #pasts = new Map<string, Past>();
  readonly #schedulers: Schedulers;
  readonly #only: string | null;

  /** `only`: the key of the one memory that is wanted. */
  constructor(schedulers: Schedulers, only: string | null = null) {
    this.#schedulers = schedulers;
    this.#only = only;
  }

  /** What an entry that stands does, all entries before it applied. */
  apply(entry: AnswerEntry | ChangeEntry): void {
    const { pack, id, day, utcMs } = entry;
    if (entry.type === 'change') {
      for (const { fact, answer } of entry.changes) {
        const key = memoryKey(pack, fact);
        const record = this.records.get(key);
        if (record !== undefined && this.#wants(key))
          this.records.set(key, applyChange(record, answer, { day, utcMs, entry: id }));
      }
      return;
    }
    for (const { fact, answer, grade, guess, interval } of entry.marks) {
      const key = memoryKey(pack, fact);
      if (!this.#wants(key)) continue;
      const by = this.#schedulers(entry.parameters);
      const answered = { pack, fact, answer, grade, guess, interval, asked: entry.fact, entry: id, day, utcMs };
      const { before, record } = review(this.under(key, by), answered, by);
      const steps = before === null ? [] : (this.#pasts.get(key)?.steps ?? []);
      steps.push({ day, grade, guess });
      this.#pasts.set(key, { steps, by });
      this.records.set(key, record);
    }
  }

  /** A memory as these weights see it; null: there is none. */
  under(key: string, scheduler: Scheduler): MemoryRecord | null {
    const record = this.records.get(key);
    if (record === undefined) return null;
    const past = this.#pasts.get(key);
    if (record.memory === null || past === undefined || sameWeights(past.by, scheduler)) return record;
    return { ...record, memory: memoryAfter(past.steps, scheduler) };
  }

  #wants(key: string): boolean {
    return this.#only === null || this.#only === key;
  }
}

/** The memory that answers leave, all of them under one set of weights; null for none. */
function memoryAfter(steps: readonly Step[], scheduler: Scheduler): FsrsMemory | null {
  let memory: FsrsMemory | null = null;
  let last = 0;
  for (const { day, grade, guess } of steps) {
    const elapsed = memory === null ? 0 : Math.max(0, day - last);
    ({ memory } = weightedMemory(scheduler, memory, elapsed, grade, guess));
    last = day;
  }
  return memory;
}
