import type { CareRecord } from './care';
import type { LogEntry } from './log';
import type { ParameterSet } from './parameters';
import type { StudyFact } from './queue';
import type { MemoryRecord } from './record';
import type { SessionState } from './session-state';

/**
 * Why the store could not do it. `quota`: the device has no room. `blocked`: another tab holds an older version open.
 * `newer`: the data were written by a newer version of the app. `closed`: the browser closed the connection, twice.
 * `unavailable`: there is no storage here (private window, blocked by a policy). `damaged`: what is stored is not what was written.
 */
export interface StorageProblem {
  readonly kind: 'quota' | 'blocked' | 'newer' | 'closed' | 'unavailable' | 'damaged';
  /** The browser's own words, for a report. */
  readonly detail: string;
}

export type Stored<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: StorageProblem };

/** A memory that an append changes. */
export interface MemoryChange {
  readonly key: string;
  /** Id of the entry that the record it was computed from had applied last; null: there was no record; undefined: replay it. */
  readonly basedOn: string | null | undefined;
  /** The record to store when nothing else was written meanwhile. */
  readonly record: MemoryRecord | null;
}

/** One indivisible step: log entries, what they do to memory, and the session after them. */
export interface Append {
  readonly entries: readonly LogEntry[];
  readonly changes: readonly MemoryChange[];
  /** Works out one memory from its entries in any order; used where another tab wrote first. Must not wait. */
  readonly replay: (key: string, entries: readonly LogEntry[]) => MemoryRecord | null;
  readonly parameters: ParameterSet | null;
  /** undefined: leave the stored session as it is. */
  readonly session?: SessionState | null;
  readonly pack: string;
}

/** Steps that are in memory only: what a store would not take. */
export type Unsaved = readonly Pick<Append, 'entries' | 'parameters'>[];

/** What an append left in the store: the memories that it changed, and what it changed of the learner's decisions. Null: nothing is stored. */
export interface Written {
  readonly memories: ReadonlyMap<string, MemoryRecord | null>;
  readonly care: ReadonlyMap<string, CareRecord | null>;
}

export interface OpenedDay {
  readonly due: readonly MemoryRecord[];
  readonly recent: readonly MemoryRecord[];
  /** Everything that the learner decided about the pack's facts. */
  readonly care: readonly CareRecord[];
  readonly session: SessionState | null;
}

/** A piece of the log: whole study days. */
export interface LogPiece {
  /** In the order of days; those of one day in any order. */
  readonly entries: readonly LogEntry[];
  /** The study day to go on with; null: this was the last piece. */
  readonly next: number | null;
}

/** What a pack asked when it was last studied. */
export interface KnownFacts {
  readonly version: number;
  /** The version of the app that found the facts: another one may find others in the same pack. Absent: not known. */
  readonly by?: string;
  readonly facts: readonly (StudyFact & Partial<AskedFact>)[];
}

/** What a session needs to know about asking a fact, beyond its memories. */
export interface AskedFact {
  readonly kind: string;
  readonly storyline: string;
  /** One event, or a chain with the earliest first. */
  readonly events: readonly string[];
  /** Easiest first. */
  readonly forms: readonly string[];
}

/** A copy of everything, kept on the device from before something risky. */
export interface Snapshot {
  readonly id: string;
  readonly reason: 'migration' | 'import' | 'restore';
  readonly createdMs: number;
  readonly entries: number;
}

/** When the last backup was made, and how many entries of the log it holds; null: noted by a version of the app that did not count them. */
export interface LastBackup {
  readonly createdMs: number;
  readonly entries: number | null;
}
