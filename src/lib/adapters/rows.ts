import type { DBSchema } from 'idb';
import type { LearnerData } from '$lib/core/memory/backup';
import type { CareRecord } from '$lib/core/memory/care';
import { factsOfEntry } from '$lib/core/memory/log';
import type { LogEntry } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { ParameterSet } from '$lib/core/memory/parameters';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { SessionState } from '$lib/core/memory/session-state';
import type { KnownFacts, Snapshot } from '$lib/core/memory/storing';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';

/** A log entry with the memory keys it touches, by which the entries of one memory are found. */
export interface LogRow {
  readonly id: string;
  readonly day: number;
  readonly keys: readonly string[];
  readonly entry: LogEntry;
}

export function rowOf(entry: LogEntry): LogRow {
  const keys = new Set(factsOfEntry(entry).map((fact) => memoryKey(entry.pack, fact)));
  return { id: entry.id, day: entry.day, keys: [...keys], entry };
}

/** An imported pack: a checked document, plain JSON. */
export interface StoredPack {
  readonly id: string;
  readonly version: number;
  readonly document: unknown;
}

/** A snapshot as it may lie on the disk: those from before version 2 have no `care`, and for long they had no `sets`. */
export type OldLearnerData = Omit<LearnerData, 'care' | 'sets'> & Partial<Pick<LearnerData, 'care' | 'sets'>>;

/** What lies on the disk, as the newest version of the app has it. A change here needs a migration. */
export interface Schema extends DBSchema {
  /** Append-only. */
  log: { key: string; value: LogRow; indexes: { 'by-key': string; 'by-day': number } };
  /** Derived from the log. Thousands of them: small. */
  memory: { key: string; value: MemoryRecord; indexes: { 'by-due': [string, number]; 'by-last': [string, number] } };
  /** Derived from the log: what the learner decided about facts. Only where there is anything. */
  care: { key: string; value: CareRecord };
  /** One open session a pack. */
  sessions: { key: string; value: SessionState };
  /** What a pack asked when it was last studied. */
  facts: { key: string; value: KnownFacts };
  parameters: { key: string; value: ParameterSet };
  packs: { key: string; value: StoredPack };
  settings: { key: string; value: Readonly<Record<string, unknown>> };
  meta: { key: string; value: string | number };
  snapshots: { key: string; value: Snapshot };
  /** Apart from `snapshots`, because it is large and rarely read. */
  'snapshot-data': { key: string; value: OldLearnerData };
  /** A teacher's question sets; validated again when read, because another version of the app may have written them. */
  sets: { key: string; value: SavedSet };
}

/** Every store, for what concerns all of them. */
export const STORES = [
  'log',
  'memory',
  'care',
  'sessions',
  'facts',
  'parameters',
  'packs',
  'settings',
  'meta',
  'snapshots',
  'snapshot-data',
  'sets',
] as const;
