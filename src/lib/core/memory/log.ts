import type { FsrsMemory, Grade } from './fsrs';

/** What one answer did to one memory. */
export interface Mark {
  /** Fact of the memory, without its pack. */
  readonly fact: string;
  /** The answer that was right then. */
  readonly answer: string;
  readonly grade: Grade;
  /** g: the probability of a right guess; 0 for recall. */
  readonly guess: number;
  /** p as applied: the weight of Good against Again. */
  readonly weight: number;
  /** Stability and difficulty before; null at a first answer. */
  readonly before: FsrsMemory | null;
}

interface Stamp {
  /** Device id, tab and counter: unique over all devices. */
  readonly id: string;
  readonly pack: string;
  readonly packVersion: number;
  readonly utcMs: number;
  /** Frozen: never recomputed. */
  readonly day: number;
  /** Minutes east of UTC then in force. */
  readonly utcOffsetMinutes: number;
  /** Version of the app that wrote it. */
  readonly app: string;
}

/** One answer. The log is append-only and the truth of a learner's progress. */
export interface AnswerEntry extends Stamp {
  readonly type: 'answer';
  readonly fact: string;
  readonly form: string;
  readonly language: string;
  readonly seed: number;
  /** Option ids in the order shown, and what each stood for. */
  readonly options: readonly string[];
  readonly values: readonly string[];
  /** An option id, option ids in order, a typed text, a point; null: don't know. */
  readonly chosen: string | readonly string[] | readonly [number, number] | null;
  /** 0 … 1. */
  readonly credit: number;
  readonly guess: number;
  /** From the question's appearance to the answer, capped. */
  readonly milliseconds: number;
  readonly hints: number;
  /** The grade of the whole answer. */
  readonly grade: Grade;
  readonly marks: readonly Mark[];
  /** Id of the parameter set it was scheduled with. */
  readonly parameters: string;
  /** The learner said "too easy". */
  readonly easy: boolean;
  /** The clock was behind the log: `held` the study day stayed, `corrected` the day went back with the clock. */
  readonly clock: 'clock' | 'held' | 'corrected';
}

/** Takes an answer back. Nothing is ever deleted. */
export interface RevokeEntry extends Stamp {
  readonly type: 'revoke';
  readonly revokes: string;
  /** Memories of the answer taken back. */
  readonly facts: readonly string[];
}

/** The pack's answer to learnt facts became another one (`answer`), or the pack asks them no more (null). */
export interface ChangeEntry extends Stamp {
  readonly type: 'change';
  readonly changes: readonly { readonly fact: string; readonly answer: string | null }[];
}

export type LogEntry = AnswerEntry | RevokeEntry | ChangeEntry;

/** Longest answer time kept: beyond it the learner was elsewhere. */
export const MOST_MILLISECONDS = 120_000;

/** Replay order: study day, UTC milliseconds, entry id in code units. */
export function compareEntries(a: LogEntry, b: LogEntry): number {
  return a.day - b.day || a.utcMs - b.utcMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The facts whose memory an entry touches. */
export function factsOfEntry(entry: LogEntry): readonly string[] {
  switch (entry.type) {
    case 'answer':
      return entry.marks.map((mark) => mark.fact);
    case 'revoke':
      return entry.facts;
    case 'change':
      return entry.changes.map((change) => change.fact);
  }
}

/** The union of logs, each entry once, in replay order. Entries are never edited, so equal ids are equal entries. */
export function mergeLogs(...logs: readonly (readonly LogEntry[])[]): readonly LogEntry[] {
  const byId = new Map(logs.flat().map((entry) => [entry.id, entry]));
  return [...byId.values()].sort(compareEntries);
}

/** A log without what was taken back, in replay order. Two devices may take back the same answer. */
export function standingEntries(log: readonly LogEntry[]): readonly (AnswerEntry | ChangeEntry)[] {
  const revoked = new Set(log.flatMap((entry) => (entry.type === 'revoke' ? [entry.revokes] : [])));
  return log
    .filter((entry): entry is AnswerEntry | ChangeEntry => entry.type !== 'revoke' && !revoked.has(entry.id))
    .sort(compareEntries);
}
