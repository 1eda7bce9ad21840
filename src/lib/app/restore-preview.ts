import type { Backup, BackupProblem, LearnerData } from '$lib/core/memory/backup';
import { asksTheSame } from '$lib/core/memory/kept-sets';
import type { KeptSet } from '$lib/core/memory/kept-sets';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { Problem } from '$lib/core/packs/problem';
import type { Moment } from '$lib/core/time/study-day';

/** What a restore would do. Nothing has been replaced yet. */
export interface RestorePreview {
  /** When the backup was written, UTC milliseconds. */
  readonly createdMs: number;
  readonly entries: number;
  /** Entries of the file that this device does not have, and of this device that the file does not have. */
  readonly newHere: number;
  readonly onlyHere: number;
  readonly packs: readonly string[];
  /** Memories that would be others than now, new ones and ones that go included. */
  readonly changed: { readonly merge: number; readonly replace: number };
  /** Null: the file is from before question sets were kept in it, and leaves them as they are. */
  readonly sets: SetsPreview | null;
}

/** How the question sets of a file and of this device go together. */
export interface SetsPreview {
  readonly newHere: number;
  readonly onlyHere: number;
  /** On both, and asking different things. */
  readonly differing: number;
  /** Of the file: a newer version of the app wrote them, or they are damaged. They are kept as they are. */
  readonly unreadable: number;
}

/** Compares a checked backup, and what joining the two would give, with what is on the device. */
export function previewRestore(
  backup: Backup,
  here: LearnerData,
  merged: LearnerData,
  isReadable: (set: KeptSet) => boolean,
): RestorePreview {
  const mine = new Set(here.log.map((entry) => entry.id));
  const theirs = new Set(backup.log.map((entry) => entry.id));
  return {
    createdMs: backup.createdMs,
    entries: theirs.size,
    newHere: [...theirs].filter((id) => !mine.has(id)).length,
    onlyHere: [...mine].filter((id) => !theirs.has(id)).length,
    packs: backup.packs.map((pack) => pack.id),
    changed: { merge: changedMemories(here, merged), replace: changedMemories(here, backup) },
    sets: backup.sets === null ? null : previewSets(backup.sets, here.sets ?? [], isReadable),
  };
}

function previewSets(
  theirs: readonly KeptSet[],
  mine: readonly KeptSet[],
  isReadable: (set: KeptSet) => boolean,
): SetsPreview {
  const here = new Map(mine.map((set) => [set.id, set]));
  const there = new Set(theirs.map(({ id }) => id));
  const onBoth = theirs.flatMap((set) => {
    const other = here.get(set.id);
    return other === undefined ? [] : [[set, other] as const];
  });
  return {
    newHere: theirs.length - onBoth.length,
    onlyHere: mine.filter(({ id }) => !there.has(id)).length,
    differing: onBoth.filter(([a, b]) => !asksTheSame(a, b)).length,
    unreadable: theirs.filter((set) => !isReadable(set)).length,
  };
}

/** What was applied last says which state a memory is in. */
function changedMemories(before: LearnerData, after: LearnerData): number {
  const stateOf = ({ lastEntry, reps, due }: MemoryRecord): string => JSON.stringify([lastEntry, reps, due]);
  const states = new Map(before.memory.map((record) => [record.key, stateOf(record)]));
  const others = after.memory.filter((record) => states.get(record.key) !== stateOf(record));
  const kept = new Set(after.memory.map((record) => record.key));
  return others.length + before.memory.filter((record) => !kept.has(record.key)).length;
}

/** `dateline-2026-11-24.json`, by the local calendar; with a word for what else it is than a backup. */
export function fileName(
  { utcMs, utcOffsetMinutes }: Moment,
  what: '' | 'log-' | 'reports-' | 'unsaved-',
  type = 'json',
): string {
  return `dateline-${what}${new Date(utcMs + utcOffsetMinutes * 60_000).toISOString().slice(0, 10)}.${type}`;
}

/** Imported packs come in through the same door from a backup as from a file: what is wrong with them, by their place in the backup. */
export async function packProblems(
  backup: Backup,
  checkPack: (id: string, document: unknown) => Promise<readonly Problem[]>,
): Promise<readonly BackupProblem[]> {
  const problems: BackupProblem[] = [];
  for (const [index, { id, document }] of backup.packs.entries()) {
    for (const { path, message, expected, received } of await checkPack(id, document)) {
      problems.push({ path: `packs.${String(index)}.document.${path}`, message, expected, received });
    }
  }
  return problems;
}
