import { createScheduler } from './fsrs';
import type { Scheduler } from './fsrs';
import { standingEntries } from './log';
import type { AnswerEntry, ChangeEntry, LogEntry } from './log';
import { memoryKey } from './memory-key';
import type { ParameterSet } from './parameters';
import type { MemoryRecord } from './record';
import { applyChange, review } from './review';

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
  const records = new Map<string, MemoryRecord>();
  for (const entry of standingEntries(log)) applyEntry(records, entry, schedulers);
  return records;
}

/** The memory of one key from the entries that touch it (and the revocations among them); null when nothing of it stands. */
export function replayKey(key: string, log: readonly LogEntry[], schedulers: Schedulers): MemoryRecord | null {
  const records = new Map<string, MemoryRecord>();
  for (const entry of standingEntries(log)) applyEntry(records, entry, schedulers, key);
  return records.get(key) ?? null;
}

/**
 * One step of the replay: what an entry that stands does to `records`, all entries before it applied.
 *
 * @param only the key of the one memory that is wanted
 */
export function applyEntry(
  records: Map<string, MemoryRecord>,
  entry: AnswerEntry | ChangeEntry,
  schedulers: Schedulers,
  only?: string,
): void {
  const { pack, id, day, utcMs } = entry;
  if (entry.type === 'change') {
    for (const { fact, answer } of entry.changes) {
      const key = memoryKey(pack, fact);
      const record = records.get(key);
      if (record && (only === undefined || only === key))
        records.set(key, applyChange(record, answer, { day, utcMs, entry: id }));
    }
    return;
  }
  for (const mark of entry.marks) {
    const key = memoryKey(pack, mark.fact);
    if (only !== undefined && only !== key) continue;
    const { fact, answer, grade, guess } = mark;
    const answered = { pack, fact, answer, grade, guess, asked: entry.fact, entry: id, day, utcMs };
    records.set(key, review(records.get(key) ?? null, answered, schedulers(entry.parameters)).record);
  }
}
