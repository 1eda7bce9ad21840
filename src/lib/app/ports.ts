// What the app classes need from the world. Adapters fill these in, `compose.ts` plugs them together, tests bring their own.
import type { Response } from '$lib/core/answers/response';
import type { Judged } from '$lib/core/answers/verdict';
import type { BackupProblem, LearnerData, ReadBackup } from '$lib/core/memory/backup';
import type { CareRecord } from '$lib/core/memory/care';
import type { Confusion } from '$lib/core/memory/confusion';
import type { Question as FitQuestion, Verdict } from '$lib/core/memory/fitting/verdict';
import type { LogEntry, Mistaken } from '$lib/core/memory/log';
import type { OwnWeights } from '$lib/core/memory/own-weights';
import type { ParameterSet } from '$lib/core/memory/parameters';
import type { StudyFact } from '$lib/core/memory/queue';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { RestWeek } from '$lib/core/memory/rest-days';
import type { SessionState } from '$lib/core/memory/session-state';
import type { SimulationInput, Workload } from '$lib/core/memory/simulate';
import type {
  Append,
  KnownFacts,
  LastBackup,
  LogPiece,
  OpenedDay,
  Snapshot,
  Stored,
  Unsaved,
  Written,
} from '$lib/core/memory/storing';
import type { StudySettings } from '$lib/core/memory/study-settings';
import type { DeskWork, DeskWorks } from '$lib/core/export/desk/desk-task';
import type { PackSource } from '$lib/core/packs/pack-source';
import type { Problem } from '$lib/core/packs/problem';
import type { PackSummary } from '$lib/core/packs/summarise';
import type { Hint } from '$lib/core/questions/hints';
import type { Reveal } from '$lib/core/answers/reveal';
import type { Kind, Language, Question } from '$lib/core/questions/question';
import type { PutOver, SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { Moment } from '$lib/core/time/study-day';
import type { DeviceSettings } from './device-settings';

export type { PackSummary };
export type {
  Append,
  KnownFacts,
  LastBackup,
  LogPiece,
  MemoryChange,
  OpenedDay,
  Snapshot,
  StorageProblem,
  Stored,
  Unsaved,
} from '$lib/core/memory/storing';

/** The device's clock and zone. */
export interface Clock {
  now(): Moment;
}

export type Theme = 'system' | 'light' | 'dark';

export interface LearnerSettings extends StudySettings {
  readonly language: Language;
  readonly theme: Theme;
  /** Which weekdays were free from when on; empty: as `easyDays` has it, ever since. */
  readonly restWeeks: readonly RestWeek[];
  /** The memory model as fitted to this learner; null: never tried. */
  readonly fitting: OwnWeights | null;
  readonly device: DeviceSettings;
}

/** What the log and the memory of one learner need of a store. */
export interface StudyStore {
  /** Records due on the day or before, the records answered lately, the stored session. `limit` bounds the due records, longest due first. */
  openDay(pack: string, day: number, recentFrom: number, limit: number): Promise<Stored<OpenedDay>>;
  /** How many memories of all packs are due on each study day from `fromDay` to `toDay`, both included. */
  dueCounts(fromDay: number, toDay: number): Promise<Stored<readonly number[]>>;
  /** How many memories of a pack there are. */
  memoryCount(pack: string): Promise<Stored<number>>;
  /** Which of the wanted memories exist; others of the pack may be among them. */
  knownKeys(pack: string, wanted: readonly string[]): Promise<Stored<ReadonlySet<string>>>;
  records(keys: readonly string[]): Promise<Stored<ReadonlyMap<string, MemoryRecord>>>;
  recordsOf(pack: string): Promise<Stored<readonly MemoryRecord[]>>;
  /** What the learner decided about the facts of a pack; null: of all packs. */
  careOf(pack: string | null): Promise<Stored<readonly CareRecord[]>>;
  /** Log entries by id, those that there are. */
  entries(ids: readonly string[]): Promise<Stored<readonly LogEntry[]>>;
  /** Every log entry that names a fact, by its memory key. */
  entriesOf(key: string): Promise<Stored<readonly LogEntry[]>>;
  /** Study day of the last answer on this device; null: none. */
  lastDay(): Promise<Stored<number | null>>;
  /** Log entries of these study days, both included. */
  logBetween(fromDay: number, toDay: number): Promise<Stored<readonly LogEntry[]>>;
  /** The log in pieces, from a study day on: about `most` entries, more where one day has more. */
  logFrom(fromDay: number, most: number): Promise<Stored<LogPiece>>;
  parameterSets(): Promise<Stored<readonly ParameterSet[]>>;
  /** Writes it in one transaction and resolves when that is safe on the disk; returns what it changed, as stored. */
  append(step: Append): Promise<Stored<Written>>;
  saveSession(pack: string, session: SessionState | null): Promise<Stored<null>>;
  /** What the pack asked when it was last studied. */
  factsOf(pack: string): Promise<Stored<KnownFacts | null>>;
  saveFacts(pack: string, facts: KnownFacts): Promise<Stored<null>>;
  /** Entry ids: device, tab and counter. */
  nextEntryId(): string;
  /** Calls back when another tab wrote something; returns what stops it. */
  onChange(callback: (pack: string, keys: readonly string[]) => void): () => void;
}

export interface SettingsStore {
  read(): Promise<Stored<Partial<Record<keyof LearnerSettings, unknown>>>>;
  write(settings: LearnerSettings): Promise<Stored<null>>;
}

/** A pack read from a file and found valid. */
export interface ReadPack {
  readonly summary: PackSummary;
  /** The document as it is stored: plain JSON. */
  readonly source: PackSource;
}

export interface PackShelf {
  list(): Promise<Stored<readonly PackSummary[]>>;
  read(
    file: File,
  ): Promise<
    { readonly ok: true; readonly pack: ReadPack } | { readonly ok: false; readonly problems: readonly Problem[] }
  >;
  install(pack: ReadPack): Promise<Stored<null>>;
  remove(id: string): Promise<Stored<null>>;
}

/** A fact with what a session needs to know about asking it. */
export interface FactInfo extends StudyFact {
  readonly kind: Kind;
  readonly storyline: string;
  /** One event, or a chain with the earliest first. */
  readonly events: readonly string[];
  /** Easiest first. */
  readonly forms: readonly string[];
}

/** Questions of one pack. */
export interface QuestionSource {
  readonly pack: PackSummary;
  facts(): readonly FactInfo[];
  /** What questions look up in the pack, to be worked out in turns before the first is made: see `Generator`. */
  readonly groundwork: readonly (() => void)[];
  /**
   * Null: this form has no question for the fact. The language falls back to the pack's where a wording is missing. `focus`: the
   * memory that it is asked for, where a form shows only a part of a chain; null: any part, by the seed.
   */
  question(fact: string, form: string, seed: number, focus: string | null): Question | null;
  /** What may be told before the answer to make it easier, step by step; empty: nothing. */
  hints(question: Question): readonly Hint[];
  /** What the answer is called and how far off the one given was, for the verdict. */
  reveal(question: Question, response: Response): Reveal;
}

/** One side of a confusion, as a line of a dispatch; what is not known is null. */
export interface Side {
  readonly text: string | null;
  readonly date: string | null;
  readonly place: string | null;
}

/** What was asked and what is taken for it. */
export interface Confused {
  /** What is taken for what: the date of another event, another place, another event, or the order of two. */
  readonly by: 'date' | 'place' | 'event' | 'order';
  readonly asked: Side | null;
  readonly taken: Side;
}

/** What a session tells of a pack besides its questions. */
export interface Lore {
  /** What a wrong response stands for in the pack; null: nothing, or it is right. */
  mistakenFor(question: Question, response: Response): Mistaken | null;
  sidesOf(fact: string, confusion: Confusion): Confused;
}

/** A stored set that cannot be read: a newer version of the app wrote it, or it is damaged. It stays as it is. */
export interface UnreadSet {
  readonly id: string;
  /** What is wrong with it, for a report. */
  readonly detail: string;
}

/** A teacher's question sets on this device. */
export interface SetStore {
  /** Those changed last come first. */
  all(): Promise<Stored<{ readonly sets: readonly SavedSet[]; readonly unread: readonly UnreadSet[] }>>;
  /** Null: there is none of that id. A set that cannot be read is a problem, `damaged`. */
  get(id: string): Promise<Stored<SavedSet | null>>;
  /** Writes a set whatever is there under its id. Resolves when it is safe on the disk. */
  put(set: SavedSet): Promise<Stored<null>>;
  /** Writes a set if what is there is still the state that the writer knows; null: nothing is there yet. */
  putOver(known: SavedSet | null, set: SavedSet): Promise<Stored<PutOver>>;
  /** The set as it was when it went; null: there was none. */
  remove(id: string): Promise<Stored<SavedSet | null>>;
  /** Calls back when another tab has written or removed a set; returns what stops it. */
  onChange(callback: (id: string) => void): () => void;
}

/** What a teacher's desk has done beside the page. */
export interface Bench {
  ask<W extends DeskWork>(is: W, about: DeskWorks[W]['ask']): Promise<DeskWorks[W]['answer']>;
  close(): void;
}

/** A text as a QR code: the outline of its dark squares, each a unit wide, in a square `size` wide. */
export type QrMaker = (text: string) => { readonly size: number; readonly path: string };

/** What a response is worth; a response that does not fit its question is a mistake of the page, and says so. */
export type Judge = (question: Question, response: Response) => Judged;

/** Whether the browser promised to keep the data; null: it cannot say. */
export interface Persistence {
  /**
   * Where the app runs, as far as its data are concerned. WebKit may clear what a site stored after seven days without a visit, and
   * gives the installed app a storage of its own.
   */
  surroundings(): 'webkit-tab' | 'webkit-app' | 'other';
  persisted(): Promise<boolean | null>;
  ask(): Promise<boolean | null>;
  /** Bytes used and allowed; null: it cannot say. */
  estimate(): Promise<{ readonly used: number; readonly quota: number } | null>;
}

/** Long calculations, done beside the page. */
export interface Workbench {
  judgeFit(question: FitQuestion): Promise<Verdict>;
  /** A year under each of these desired retentions. */
  workloads(input: SimulationInput, retentions: readonly number[]): Promise<readonly Workload[]>;
}

/** What the data-safety page needs of the store. */
export interface SafetyStore {
  dump(): Promise<Stored<LearnerData>>;
  /** Keeps a snapshot of what was there, then replaces all of it in one transaction. */
  replace(data: LearnerData, createdMs: number): Promise<Stored<null>>;
  snapshots(): Promise<Stored<readonly Snapshot[]>>;
  snapshot(id: string): Promise<Stored<LearnerData | null>>;
  /** Null: there was none. */
  lastBackup(): Promise<Stored<LastBackup | null>>;
  saveLastBackup(last: LastBackup): Promise<Stored<null>>;
  /** Deletes every trace from this device. */
  erase(): Promise<Stored<null>>;
}

/** Reads and writes backup files (core/memory/backup, loaded when asked for: it brings the validator). */
export interface Backups {
  writeBackup(data: LearnerData, createdMs: number, app: string): string;
  readBackup(text: string): ReadBackup;
  compareMemory(data: LearnerData): readonly BackupProblem[];
  /** The union of two devices' data; settings and whatever exists once are the first's. */
  merge(mine: LearnerData, theirs: LearnerData): LearnerData;
  /** What is stored together with what could not be stored. */
  withUnsaved(data: LearnerData, unsaved: Unsaved): LearnerData;
  /** What is stored, with memory as the log says. */
  asLogSays(data: LearnerData): LearnerData;
  checksumOfLog(log: readonly LogEntry[]): string;
  writeLogCsv(log: readonly LogEntry[]): string;
}
