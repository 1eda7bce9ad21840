import * as v from 'valibot';
import { checksum } from './hash';
import { compareEntries, mergeLogs } from './log';
import type { LogEntry } from './log';
import { checkParameters, nameParameters } from './parameters';
import type { ParameterSet } from './parameters';
import { rebuild, schedulersOf } from './rebuild';
import type { MemoryRecord } from './record';

/** Everything a learner's device holds. */
export interface LearnerData {
  readonly log: readonly LogEntry[];
  readonly memory: readonly MemoryRecord[];
  readonly parameters: readonly ParameterSet[];
  /** As the settings store keeps them; checked where they are used. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Imported packs as documents; checked like any pack before they are installed. */
  readonly packs: readonly { readonly id: string; readonly version: number; readonly document: unknown }[];
}

export const BACKUP_FORMAT = 'dateline-backup/1';

export interface Backup extends LearnerData {
  readonly format: typeof BACKUP_FORMAT;
  /** UTC milliseconds. */
  readonly createdMs: number;
  /** Version of the app that wrote it. */
  readonly app: string;
  readonly checksum: string;
}

/** What is wrong with a backup file, in words for a person. */
export interface BackupProblem {
  /** Dotted path inside the file; the whole of it is `(root)`. */
  readonly path: string;
  readonly message: string;
  readonly expected: string | null;
  readonly received: string | null;
}

export type ReadBackup =
  { readonly ok: true; readonly backup: Backup } | { readonly ok: false; readonly problems: readonly BackupProblem[] };

const MOST_PROBLEMS = 20;

/** One JSON text with everything in it, the same for the same data. */
export function writeBackup(data: LearnerData, createdMs: number, app: string): string {
  const content = {
    format: BACKUP_FORMAT,
    createdMs,
    app,
    settings: data.settings,
    parameters: [...data.parameters].sort((a, b) => (a.id < b.id ? -1 : 1)),
    packs: data.packs,
    log: [...data.log].sort(compareEntries),
    memory: [...data.memory].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
  return JSON.stringify({ ...content, checksum: checksum(JSON.stringify(content)) });
}

/** Reads a backup and checks all of it: form, checksum, parameter sets, and that its memory is what its log says. */
export function readBackup(text: string): ReadBackup {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return refused(
      '(root)',
      'this is no JSON, or the file is cut off',
      'a Dateline backup',
      error instanceof Error ? error.message : String(error),
    );
  }
  const format = v.safeParse(v.looseObject({ format: v.string() }), raw);
  if (!format.success) return refused('format', 'this is no Dateline backup', BACKUP_FORMAT, null);
  if (format.output.format !== BACKUP_FORMAT)
    return refused('format', 'this version of Dateline cannot read it', BACKUP_FORMAT, format.output.format);
  const parsed = v.safeParse(BackupSchema, raw);
  if (!parsed.success) return { ok: false, problems: parsed.issues.slice(0, MOST_PROBLEMS).map(problemOf) };
  const { checksum: stated, ...content } = raw as { checksum: string };
  const found = checksum(JSON.stringify(content));
  if (found !== stated)
    return refused('checksum', 'the file was damaged or changed after it was written', stated, found);
  // As it was written: the schema is strict and changes nothing, but would put the keys into an order of its own.
  const backup = raw as Backup;
  const problems = checkContent(backup);
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, MOST_PROBLEMS) } : { ok: true, backup };
}

function checkContent(backup: Backup): readonly BackupProblem[] {
  const problems: BackupProblem[] = [];
  backup.parameters.forEach((set, index) => {
    for (const { field, message, expected, received } of checkParameters(set)) {
      problems.push({ path: `parameters.${String(index)}.${field}`, message, expected, received });
    }
    if (problems.length === 0 && nameParameters(set).id !== set.id) {
      problems.push({
        path: `parameters.${String(index)}.id`,
        message: 'the name does not fit the content',
        expected: nameParameters(set).id,
        received: set.id,
      });
    }
  });
  const sets = new Set(backup.parameters.map((set) => set.id));
  backup.log.forEach((entry, index) => {
    if (entry.type === 'answer' && !sets.has(entry.parameters)) {
      problems.push({
        path: `log.${String(index)}.parameters`,
        message: 'no such parameter set in this file',
        expected: [...sets].join(', ') || null,
        received: entry.parameters,
      });
    }
  });
  return problems.length > 0 ? problems : compareMemory(backup);
}

/** Where a stored memory is not what the log says; both are named. */
export function compareMemory(data: LearnerData): readonly BackupProblem[] {
  const derived = rebuild(data.log, schedulersOf(data.parameters));
  const problems: BackupProblem[] = [];
  for (const record of data.memory) {
    const expected = derived.get(record.key);
    if (expected === undefined || JSON.stringify(sorted(expected)) !== JSON.stringify(sorted(record))) {
      problems.push({
        path: `memory.${record.key}`,
        message: 'memory is not what the log says',
        expected: expected ? JSON.stringify(expected) : 'none',
        received: JSON.stringify(record),
      });
    }
    derived.delete(record.key);
  }
  for (const key of derived.keys())
    problems.push({
      path: `memory.${key}`,
      message: 'a memory that the log knows is missing',
      expected: key,
      received: null,
    });
  return problems;
}

/**
 * The union of two devices' data. Logs are joined and memory follows from them; settings are `mine`; of a pack with two versions
 * the higher stays.
 */
export function merge(mine: LearnerData, theirs: LearnerData): LearnerData {
  const log = mergeLogs(mine.log, theirs.log);
  const parameters = [...new Map([...theirs.parameters, ...mine.parameters].map((set) => [set.id, set])).values()];
  const packs = new Map(mine.packs.map((pack) => [pack.id, pack]));
  for (const pack of theirs.packs) if ((packs.get(pack.id)?.version ?? -1) < pack.version) packs.set(pack.id, pack);
  const memory = [...rebuild(log, schedulersOf(parameters)).values()];
  return { log, memory, parameters, settings: { ...theirs.settings, ...mine.settings }, packs: [...packs.values()] };
}

/** A checksum of a log: equal on two devices that hold the same entries. */
export function checksumOfLog(log: readonly LogEntry[]): string {
  return checksum(
    [...log]
      .sort(compareEntries)
      .map((entry) => entry.id)
      .join('\n'),
  );
}

function sorted(record: MemoryRecord): unknown {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function refused(path: string, message: string, expected: string | null, received: string | null): ReadBackup {
  return { ok: false, problems: [{ path, message, expected, received }] };
}

function problemOf(issue: v.BaseIssue<unknown>): BackupProblem {
  const path = issue.path?.map((item) => String(item.key)).join('.') ?? '(root)';
  return { path, message: issue.message, expected: issue.expected, received: issue.received };
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const whole = v.pipe(v.number(), v.safeInteger());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const grade = v.picklist([1, 2, 3, 4]);
const Fsrs = v.strictObject({
  stability: v.pipe(v.number(), v.minValue(0.001), v.maxValue(36_500)),
  difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
});
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000));
const stamp = {
  id: name,
  pack: name,
  packVersion: count,
  utcMs: whole,
  day: whole,
  utcOffsetMinutes: v.pipe(whole, v.minValue(-1440), v.maxValue(1440)),
  app: v.string(),
};

const EntrySchema = v.variant('type', [
  v.strictObject({
    ...stamp,
    type: v.literal('answer'),
    fact: name,
    form: name,
    language: name,
    seed: count,
    options: v.array(v.string()),
    values: v.array(v.string()),
    chosen: v.union([v.null(), v.string(), v.array(v.string()), v.tuple([v.number(), v.number()])]),
    credit: share,
    guess: share,
    milliseconds: count,
    hints: count,
    grade,
    marks: v.array(
      v.strictObject({ fact: name, answer: v.string(), grade, guess: share, weight: share, before: v.nullable(Fsrs) }),
    ),
    parameters: name,
    easy: v.boolean(),
    clock: v.picklist(['clock', 'held', 'corrected']),
  }),
  v.strictObject({ ...stamp, type: v.literal('revoke'), revokes: name, facts: v.array(name) }),
  v.strictObject({
    ...stamp,
    type: v.literal('change'),
    changes: v.array(v.strictObject({ fact: name, answer: v.nullable(v.string()) })),
  }),
]);

const RecordSchema = v.strictObject({
  key: name,
  pack: name,
  fact: name,
  asked: name,
  answer: v.string(),
  state: v.picklist(['learning', 'review', 'relearning', 'changed']),
  memory: v.nullable(Fsrs),
  step: count,
  reps: count,
  lapses: count,
  firstDay: whole,
  lastDay: whole,
  lastMs: whole,
  lastEntry: name,
  interval: count,
  due: v.nullable(whole),
  dueMs: v.nullable(whole),
});

const BackupSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  createdMs: whole,
  app: v.string(),
  settings: v.record(v.string(), v.unknown()),
  parameters: v.array(
    v.strictObject({
      id: name,
      weights: v.array(v.number()),
      retention: v.number(),
      maximumIntervalDays: v.number(),
      learningSteps: v.array(v.number()),
      relearningSteps: v.array(v.number()),
    }),
  ),
  packs: v.array(v.strictObject({ id: name, version: count, document: v.unknown() })),
  log: v.array(EntrySchema),
  memory: v.array(RecordSchema),
  checksum: v.string(),
});
