import type { Backup, BackupProblem, LearnerData } from '$lib/core/memory/backup';
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
}

/** Compares a checked backup with what is on the device. */
export function previewRestore(backup: Backup, here: LearnerData): RestorePreview {
  const mine = new Set(here.log.map((entry) => entry.id));
  const theirs = new Set(backup.log.map((entry) => entry.id));
  return {
    createdMs: backup.createdMs,
    entries: theirs.size,
    newHere: [...theirs].filter((id) => !mine.has(id)).length,
    onlyHere: [...mine].filter((id) => !theirs.has(id)).length,
    packs: backup.packs.map((pack) => pack.id),
  };
}

/** `dateline-2026-11-24.json`, by the local calendar. */
export function backupName({ utcMs, utcOffsetMinutes }: Moment): string {
  return `dateline-${new Date(utcMs + utcOffsetMinutes * 60_000).toISOString().slice(0, 10)}.json`;
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
