import type { Scheduler } from '$lib/core/memory/fsrs';
import { replayKey, sameWeights } from '$lib/core/memory/rebuild';
import type { Schedulers } from '$lib/core/memory/rebuild';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { Stored, StudyStore } from './ports';

type Records = ReadonlyMap<string, MemoryRecord | null>;

/** Brings memories up to the weights in use before they meet an answer, as a replay of the log does. */
export type Retune = (records: Records) => Promise<Stored<Records>>;

/** Where nothing was ever fitted there is nothing to bring up to anything. */
export const asStored: Retune = (records) => Promise.resolve({ ok: true, value: records });

/** Finds the memories whose last answer was scheduled by other weights, and works these out anew from their own entries. */
export function retuneFor(
  store: Pick<StudyStore, 'entries' | 'entriesOf'>,
  scheduler: Scheduler,
  schedulers: Schedulers,
): Retune {
  return async (records) => {
    const learnt = [...records.values()].filter((record) => record !== null && record.memory !== null);
    const last = await store.entries(learnt.flatMap((record) => record?.lastEntry ?? []));
    if (!last.ok) return last;
    const others = new Set(
      last.value.flatMap((entry) =>
        entry.type === 'answer' && !sameWeights(schedulers(entry.parameters), scheduler) ? [entry.id] : [],
      ),
    );
    const tuned = new Map(records);
    for (const [key, record] of records) {
      if (record === null || !others.has(record.lastEntry)) continue;
      const entries = await store.entriesOf(key);
      if (!entries.ok) return entries;
      tuned.set(key, replayKey(key, entries.value, schedulers, scheduler));
    }
    return { ok: true, value: tuned };
  };
}
