import * as v from 'valibot';
import { checksum } from './hash';
import { rebuildCare } from './care';
import type { CareRecord } from './care';
import { BACKUP_FORMAT, BACKUP_SCHEMAS } from './backup-schema';
import { mergeSets, type KeptSet } from './kept-sets';
import { compareEntries, mergeLogs } from './log';
import type { LogEntry } from './log';
import { checkParameters, nameParameters } from './parameters';
import type { ParameterSet } from './parameters';
import { rebuild, schedulersOf } from './rebuild';
import type { MemoryRecord } from './record';
import type { Unsaved } from './storing';

/** Everything a learner's device holds. */
export interface LearnerData {
  readonly log: readonly LogEntry[];
  readonly memory: readonly MemoryRecord[];
  /** What the learner decided about facts: follows from the log, like memory. */
  readonly care: readonly CareRecord[];
  readonly parameters: readonly ParameterSet[];
  /** As the settings store keeps them; checked where they are used. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Imported packs as documents; checked like any pack before they are installed. */
  readonly packs: readonly { readonly id: string; readonly version: number; readonly document: unknown }[];
  /** A teacher's question sets. Null: not known, as in a backup from before they were kept; those on the device then stay. */
  readonly sets: readonly KeptSet[] | null;
}

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
    care: [...data.care].sort((a, b) => (a.key < b.key ? -1 : 1)),
    sets: [...(data.sets ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
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
  const named = format.output.format;
  if (!isKnown(named)) return refused('format', 'this version of Dateline cannot read it', BACKUP_FORMAT, named);
  const parsed = v.safeParse(BACKUP_SCHEMAS[named], raw);
  if (!parsed.success) return { ok: false, problems: parsed.issues.slice(0, MOST_PROBLEMS).map(problemOf) };
  const { checksum: stated, ...content } = raw as { checksum: string };
  const found = checksum(JSON.stringify(content));
  if (found !== stated)
    return refused('checksum', 'the file was damaged or changed after it was written', stated, found);
  // As it was written: the schema is strict and changes nothing, but would put the keys into an order of its own.
  const backup = renewed(raw as OldBackup);
  const problems = checkContent(backup);
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, MOST_PROBLEMS) } : { ok: true, backup };
}

type OldBackup = Omit<Backup, 'care' | 'sets'> & Partial<Pick<Backup, 'care' | 'sets'>>;

/** A backup of any format as one of today: what an old one lacks follows from its log, or is not known. */
function renewed(old: OldBackup): Backup {
  const { care = [...rebuildCare(old.log).values()], sets = null } = old;
  return { ...old, format: BACKUP_FORMAT, care, sets };
}

function isKnown(format: string): format is keyof typeof BACKUP_SCHEMAS {
  return Object.hasOwn(BACKUP_SCHEMAS, format);
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

/** Where a stored memory, or what is stored of a learner's decisions, is not what the log says; both are named. */
export function compareMemory(data: LearnerData): readonly BackupProblem[] {
  return [
    ...compareRecords('memory', data.memory, rebuild(data.log, schedulersOf(data.parameters))),
    ...compareRecords('care', data.care, rebuildCare(data.log)),
  ];
}

function compareRecords<R extends { readonly key: string }>(
  part: 'memory' | 'care',
  stored: readonly R[],
  derived: Map<string, R>,
): readonly BackupProblem[] {
  const problems: BackupProblem[] = [];
  for (const record of stored) {
    const expected = derived.get(record.key);
    if (expected === undefined || JSON.stringify(sorted(expected)) !== JSON.stringify(sorted(record))) {
      problems.push({
        path: `${part}.${record.key}`,
        message: `${part} is not what the log says`,
        expected: expected ? JSON.stringify(expected) : 'none',
        received: JSON.stringify(record),
      });
    }
    derived.delete(record.key);
  }
  for (const key of derived.keys())
    problems.push({
      path: `${part}.${key}`,
      message: `${part} that the log knows is missing`,
      expected: key,
      received: null,
    });
  return problems;
}

/**
 * The union of two devices' data. Logs are joined and memory follows from them; settings are `mine`; of a pack with two versions
 * the higher stays, and of a question set with two states both.
 */
export function merge(mine: LearnerData, theirs: LearnerData): LearnerData {
  const log = mergeLogs(mine.log, theirs.log);
  const parameters = [...new Map([...theirs.parameters, ...mine.parameters].map((set) => [set.id, set])).values()];
  const packs = new Map(mine.packs.map((pack) => [pack.id, pack]));
  for (const pack of theirs.packs) if ((packs.get(pack.id)?.version ?? -1) < pack.version) packs.set(pack.id, pack);
  const memory = [...rebuild(log, schedulersOf(parameters)).values()];
  const care = [...rebuildCare(log).values()];
  const settings = { ...theirs.settings, ...mine.settings };
  return {
    log,
    memory,
    care,
    parameters,
    settings,
    packs: [...packs.values()],
    sets: mergeSets(mine.sets, theirs.sets),
  };
}

/** What is stored together with what could not be stored: as if it had been. */
export function withUnsaved(data: LearnerData, unsaved: Unsaved): LearnerData {
  const parameters = unsaved.flatMap((step) => (step.parameters === null ? [] : [step.parameters]));
  return merge(data, { ...data, log: unsaved.flatMap(({ entries }) => entries), parameters });
}

/**
 * The same with memory and decisions as the log says, where those that are stored are others: a backup of it can be restored, which puts the
 * device right. The log is the truth, and is as it was.
 */
export function asLogSays(data: LearnerData): LearnerData {
  if (compareMemory(data).length === 0) return data;
  const memory = [...rebuild(data.log, schedulersOf(data.parameters)).values()];
  return { ...data, memory, care: [...rebuildCare(data.log).values()] };
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

function sorted(record: object): unknown {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function refused(path: string, message: string, expected: string | null, received: string | null): ReadBackup {
  return { ok: false, problems: [{ path, message, expected, received }] };
}

function problemOf(issue: v.BaseIssue<unknown>): BackupProblem {
  const path = issue.path?.map((item) => String(item.key)).join('.') ?? '(root)';
  return { path, message: issue.message, expected: issue.expected, received: issue.received };
}
