import type { IDBPTransaction } from 'idb';
import type { LearnerData } from '$lib/core/memory/backup';
import { rebuildCare } from '$lib/core/memory/care';
import type { Snapshot } from '$lib/core/memory/storing';
import type { OldLearnerData, Schema } from './rows';

/** Snapshots kept; the oldest goes first. */
const MOST_SNAPSHOTS = 3;
const SETTINGS_KEY = 'learner';

/** What a dump reads. */
export const DUMPED = ['log', 'memory', 'care', 'parameters', 'settings', 'packs', 'sets'] as const;
/** What a snapshot needs besides. */
export const SNAPSHOT_STORES = [...DUMPED, 'snapshots', 'snapshot-data'] as const;

type Dumped = (typeof DUMPED)[number];
type Kept = (typeof SNAPSHOT_STORES)[number];
type Mode = 'readonly' | 'readwrite' | 'versionchange';

/** Everything on the device, read in one transaction. A database that is about to be migrated may have no `care` yet and no `sets`. */
export async function dump<M extends Mode>(transaction: IDBPTransaction<Schema, Dumped[], M>): Promise<LearnerData> {
  const [log, memory, care, parameters, settings, packs, sets] = await Promise.all([
    transaction.objectStore('log').getAll(),
    transaction.objectStore('memory').getAll(),
    transaction.objectStoreNames.contains('care') ? transaction.objectStore('care').getAll() : null,
    transaction.objectStore('parameters').getAll(),
    transaction.objectStore('settings').get(SETTINGS_KEY),
    transaction.objectStore('packs').getAll(),
    transaction.objectStoreNames.contains('sets') ? transaction.objectStore('sets').getAll() : null,
  ]);
  return completed({
    log: log.map((row) => row.entry),
    memory,
    parameters,
    settings: settings ?? {},
    packs,
    ...(care && { care }),
    sets,
  });
}

/** What was kept by an older version, with what that did not keep. */
export function completed(data: OldLearnerData): LearnerData {
  return { ...data, care: data.care ?? [...rebuildCare(data.log).values()], sets: data.sets ?? null };
}

/** Keeps a copy of everything in the same transaction that is about to change it. Of an empty device nothing is kept. */
export async function keepSnapshot<M extends 'readwrite' | 'versionchange'>(
  transaction: IDBPTransaction<Schema, Kept[], M>,
  reason: Snapshot['reason'],
  createdMs: number,
): Promise<void> {
  const data = await dump(transaction as unknown as IDBPTransaction<Schema, Dumped[], M>); // it has more stores, none fewer
  if (data.log.length === 0 && data.packs.length === 0 && (data.sets ?? []).length === 0) return;
  const id = `${String(createdMs).padStart(16, '0')}-${reason}`;
  const snapshots = transaction.objectStore('snapshots');
  const contents = transaction.objectStore('snapshot-data');
  const older = await snapshots.getAllKeys();
  const surplus = older.slice(0, Math.max(0, older.length + 1 - MOST_SNAPSHOTS));
  await Promise.all([
    snapshots.put({ id, reason, createdMs, entries: data.log.length }),
    contents.put(data, id),
    ...surplus.flatMap((key) => [snapshots.delete(key), contents.delete(key)]),
  ]);
}
