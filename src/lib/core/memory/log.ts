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
  /** Days to the next review, where they were chosen by how full the days are. Absent: a learning step, or the fuzz alone decided. */
  readonly interval?: number;
}

/** Something of the pack that a learner took for the right answer. */
export interface Mistaken {
  /** As an option's value: an EDTF date, a place id, an event id. */
  readonly value: string;
  /** The event whose date, place or self that is; null: the pack has several, or it is a place as such. */
  readonly event: string | null;
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
  /** What a wrong answer stands for, where the pack has such a thing. Absent: nothing, or written before this was kept. */
  readonly mistaken?: Mistaken;
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
  /** Gone over without being scheduled: it has no marks and says nothing about what is remembered when due. Absent: no. */
  readonly cram?: true;
}

/** Takes an entry back. Nothing is ever deleted. */
export interface RevokeEntry extends Stamp {
  readonly type: 'revoke';
  readonly revokes: string;
  /** The facts of the entry taken back. */
  readonly facts: readonly string[];
}

/** The pack's answer to learnt facts became another one (`answer`), or the pack asks them no more (null). */
export interface ChangeEntry extends Stamp {
  readonly type: 'change';
  readonly changes: readonly { readonly fact: string; readonly answer: string | null }[];
}

/** These facts are not asked any more, until the entry is taken back. */
export interface SuspendEntry extends Stamp {
  readonly type: 'suspend';
  readonly facts: readonly string[];
}

/** These facts are not asked before study day `until`. */
export interface BuryEntry extends Stamp {
  readonly type: 'bury';
  readonly facts: readonly string[];
  readonly until: number;
}

export const FLAGS = ['red', 'amber', 'green', 'blue'] as const;
export type Flag = (typeof FLAGS)[number];

/** A fact bears a flag until the entry is taken back. It may bear several. */
export interface FlagEntry extends Stamp {
  readonly type: 'flag';
  readonly fact: string;
  readonly flag: Flag;
}

export const REPORT_REASONS = ['wrong-key', 'unclear', 'typo', 'giveaway', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** The learner found fault with a question, which is kept as it was shown, with its proof. */
export interface ReportEntry extends Stamp {
  readonly type: 'report';
  readonly fact: string;
  /** Of the question: with the pack's version these make the same question again. */
  readonly form: string;
  readonly language: string;
  readonly seed: number;
  readonly questionId: string;
  readonly reason: ReportReason;
  /** The learner's own words; may be empty. */
  readonly note: string;
  /** The whole question as plain JSON. Memory knows nothing of questions. */
  readonly question: Readonly<Record<string, unknown>>;
}

/** A report is dealt with. */
export interface ResolveEntry extends Stamp {
  readonly type: 'resolve';
  readonly fact: string;
  readonly report: string;
}

/** What a learner decided about facts. None of it touches a memory. */
export type CareEntry = SuspendEntry | BuryEntry | FlagEntry | ReportEntry | ResolveEntry;

export type LogEntry = AnswerEntry | RevokeEntry | ChangeEntry | CareEntry;

/** Longest answer time kept: beyond it the learner was elsewhere. */
export const MOST_MILLISECONDS = 120_000;

/** Replay order: study day, UTC milliseconds, entry id in code units. */
export function compareEntries(a: LogEntry, b: LogEntry): number {
  return a.day - b.day || a.utcMs - b.utcMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The facts that an entry is about: by them the entries of one memory are found. */
export function factsOfEntry(entry: LogEntry): readonly string[] {
  switch (entry.type) {
    case 'answer':
      return entry.marks.map((mark) => mark.fact);
    case 'revoke':
      return entry.facts;
    case 'change':
      return entry.changes.map((change) => change.fact);
    case 'suspend':
    case 'bury':
      return entry.facts;
    case 'flag':
    case 'report':
    case 'resolve':
      return [entry.fact];
  }
}

/** The union of logs, each entry once, in replay order. Entries are never edited, so equal ids are equal entries. */
export function mergeLogs(...logs: readonly (readonly LogEntry[])[]): readonly LogEntry[] {
  const byId = new Map(logs.flat().map((entry) => [entry.id, entry]));
  return [...byId.values()].sort(compareEntries);
}

/** A log without what was taken back, in replay order. Two devices may take back the same entry. */
export function standingLog(log: readonly LogEntry[]): readonly Exclude<LogEntry, RevokeEntry>[] {
  const revoked = new Set(log.flatMap((entry) => (entry.type === 'revoke' ? [entry.revokes] : [])));
  return log
    .filter((entry): entry is Exclude<LogEntry, RevokeEntry> => entry.type !== 'revoke' && !revoked.has(entry.id))
    .sort(compareEntries);
}

/** What of a log bears on memory, without what was taken back, in replay order. */
export function standingEntries(log: readonly LogEntry[]): readonly (AnswerEntry | ChangeEntry)[] {
  return standingLog(log).filter((entry) => entry.type === 'answer' || entry.type === 'change');
}
