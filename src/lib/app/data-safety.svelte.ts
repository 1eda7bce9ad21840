import type { Backup, BackupProblem, LearnerData } from '$lib/core/memory/backup';
import type { KeptSet } from '$lib/core/memory/kept-sets';
import type { Problem } from '$lib/core/packs/problem';
import { fileName, packProblems, previewRestore } from './restore-preview';
import type { RestorePreview } from './restore-preview';
import type { Files } from './device-ports';
import type { LogEntry } from '$lib/core/memory/log';
import type { Backups, Clock, LastBackup, Persistence, SafetyStore, Snapshot, StorageProblem, Unsaved } from './ports';

/** How safe the data are. */
export interface SafetyReport {
  readonly persisted: boolean | null;
  readonly lastBackupMs: number | null;
  /** Answers, decisions and changed question sets since then; all of them where there is no backup. */
  readonly sinceBackup: number;
  readonly surroundings: ReturnType<Persistence['surroundings']>;
  readonly entries: number;
  readonly memories: number;
  /** A teacher's question sets. */
  readonly sets: number;
  /** Of the log: equal on two devices that hold the same. */
  readonly checksum: string;
  /** Memories that are not what the log says; empty is right. */
  readonly mismatches: readonly BackupProblem[];
  readonly snapshots: readonly Snapshot[];
  readonly room: { readonly used: number; readonly quota: number } | null;
}

export type ReportPhase =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly report: SafetyReport }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export type RestorePhase =
  | { readonly is: 'idle' }
  | { readonly is: 'checking'; readonly file: string }
  | { readonly is: 'refused'; readonly file: string; readonly problems: readonly BackupProblem[] }
  | { readonly is: 'preview'; readonly file: string; readonly preview: RestorePreview }
  | { readonly is: 'working' }
  | { readonly is: 'restored'; readonly how: 'merge' | 'replace'; readonly entries: number }
  | { readonly is: 'failed'; readonly problem: StorageProblem };

export interface DataSafetyParts {
  readonly store: SafetyStore;
  readonly files: Files;
  readonly persistence: Persistence;
  readonly clock: Clock;
  readonly backups: Backups;
  /** What is wrong with the document of an imported pack, as when it comes from a file. */
  readonly checkPack: (id: string, document: unknown) => Promise<readonly Problem[]>;
  /** Finds out which sets this version of the app can read. */
  readonly readableSets: () => Promise<(set: KeptSet) => boolean>;
  readonly app: string;
}

/** Backup, restore and erasing, with what they will do said before they do it. */
export class DataSafety {
  report: ReportPhase = $state.raw({ is: 'loading' });
  restoring: RestorePhase = $state.raw({ is: 'idle' });

  readonly #parts: DataSafetyParts;
  #checked: Backup | null = null;

  constructor(parts: DataSafetyParts) {
    this.#parts = parts;
  }

  async load(): Promise<void> {
    const { store, persistence, backups } = this.#parts;
    const [data, last, snapshots] = [await store.dump(), await store.lastBackup(), await store.snapshots()];
    if (!data.ok) {
      this.#fail(data.problem);
      return;
    }
    if (!last.ok) {
      this.#fail(last.problem);
      return;
    }
    if (!snapshots.ok) {
      this.#fail(snapshots.problem);
      return;
    }
    const sets = data.value.sets ?? [];
    const since = last.value?.createdMs ?? Number.NEGATIVE_INFINITY;
    const report: SafetyReport = {
      persisted: await persistence.persisted(),
      lastBackupMs: last.value?.createdMs ?? null,
      sinceBackup: entriesSince(data.value.log, last.value) + sets.filter(({ changedMs }) => changedMs > since).length,
      surroundings: persistence.surroundings(),
      entries: data.value.log.length,
      memories: data.value.memory.length,
      sets: sets.length,
      checksum: backups.checksumOfLog(data.value.log),
      mismatches: backups.compareMemory(data.value),
      snapshots: snapshots.value,
      room: await persistence.estimate(),
    };
    this.report = { is: 'ready', report };
  }

  /** Asks the browser to keep the data; the report says honestly what came of it. */
  async askToKeep(): Promise<void> {
    await this.#parts.persistence.ask();
    await this.load();
  }

  /** Downloads one file with everything in it. Memory that is not what the log says is made anew from it: the file can be restored. */
  async backup(): Promise<void> {
    const { store, files, clock, backups, app } = this.#parts;
    const data = await store.dump();
    if (!data.ok) {
      this.#fail(data.problem);
      return;
    }
    const moment = clock.now();
    files.download(fileName(moment, ''), backups.writeBackup(backups.asLogSays(data.value), moment.utcMs, app));
    await store.saveLastBackup({ createdMs: moment.utcMs, entries: data.value.log.length });
    await this.load();
  }

  /**
   * Downloads one file with everything that is stored and what could not be stored. It is no backup of what is on the device, so that the
   * page goes on to count since the last one. Null: done, else why nothing could be read.
   */
  async backupWith(unsaved: Unsaved): Promise<StorageProblem | null> {
    const { store, files, clock, backups, app } = this.#parts;
    const data = await store.dump();
    if (!data.ok) return data.problem;
    const moment = clock.now();
    const all = backups.withUnsaved(data.value, unsaved);
    files.download(fileName(moment, 'unsaved-'), backups.writeBackup(all, moment.utcMs, app));
    return null;
  }

  /** Downloads the log as a table for a spreadsheet. It is no backup. */
  async exportLog(): Promise<void> {
    const { store, files, clock, backups } = this.#parts;
    const data = await store.dump();
    if (!data.ok) {
      this.#fail(data.problem);
      return;
    }
    files.download(fileName(clock.now(), 'log-', 'csv'), backups.writeLogCsv(data.value.log), 'text/csv;charset=utf-8');
  }

  /** Reads a backup file and says what it would do. Replaces nothing. */
  async check(file: File): Promise<void> {
    this.#checked = null;
    this.restoring = { is: 'checking', file: file.name };
    const read = this.#parts.backups.readBackup(await this.#parts.files.readText(file));
    if (!read.ok) {
      this.restoring = { is: 'refused', file: file.name, problems: read.problems };
      return;
    }
    const problems = await packProblems(read.backup, this.#parts.checkPack);
    if (problems.length > 0) {
      this.restoring = { is: 'refused', file: file.name, problems };
      return;
    }
    const here = await this.#parts.store.dump();
    if (!here.ok) {
      this.restoring = { is: 'failed', problem: here.problem };
      return;
    }
    const merged = this.#parts.backups.merge(here.value, read.backup);
    const preview = previewRestore(read.backup, here.value, merged, await this.#parts.readableSets());
    this.#checked = read.backup;
    this.restoring = { is: 'preview', file: file.name, preview };
  }

  /** Carries out what `check` announced: `merge` keeps both logs, `replace` keeps the file's alone. A snapshot is kept either way. */
  async restore(how: 'merge' | 'replace'): Promise<void> {
    const backup = this.#checked;
    if (this.restoring.is !== 'preview' || backup === null) return;
    const previewed = this.restoring.preview;
    this.restoring = { is: 'working' };
    const here = await this.#parts.store.dump();
    if (!here.ok) {
      this.restoring = { is: 'failed', problem: here.problem };
      return;
    }
    const all = how === 'replace' || (previewed.onlyHere === 0 && hasAllSets(previewed));
    const done = await this.#replace(how === 'merge' ? this.#parts.backups.merge(here.value, backup) : backup, how);
    // Whatever is here now lies in that file too: it is a backup of this device.
    if (all && done) {
      await this.#parts.store.saveLastBackup({ createdMs: backup.createdMs, entries: backup.log.length });
      await this.load();
    }
  }

  /** Goes back to a snapshot, of which the present state becomes one. */
  async goBack(snapshotId: string): Promise<void> {
    this.restoring = { is: 'working' };
    const snapshot = await this.#parts.store.snapshot(snapshotId);
    if (!snapshot.ok) this.restoring = { is: 'failed', problem: snapshot.problem };
    else if (snapshot.value === null) this.restoring = { is: 'idle' };
    else await this.#replace(snapshot.value, 'replace');
  }

  /** Forgets the file that was checked. */
  cancel(): void {
    this.#checked = null;
    this.restoring = { is: 'idle' };
  }

  /** Deletes every trace from this device. True: it is gone. */
  async erase(): Promise<boolean> {
    const erased = await this.#parts.store.erase();
    if (!erased.ok) this.#fail(erased.problem);
    return erased.ok;
  }

  #fail(problem: StorageProblem): void {
    this.report = { is: 'failed', problem };
  }

  async #replace(data: LearnerData, how: 'merge' | 'replace'): Promise<boolean> {
    const { log, memory, care, parameters, settings, packs, sets } = data;
    const kept = { log, memory, care, parameters, settings, packs, sets };
    const written = await this.#parts.store.replace(kept, this.#parts.clock.now().utcMs);
    this.#checked = null;
    this.restoring = written.ok
      ? { is: 'restored', how, entries: log.length }
      : { is: 'failed', problem: written.problem };
    if (written.ok) await this.load();
    return written.ok;
  }
}

/** Entries that the last backup does not hold. They are counted, as the log only grows: what another device brings may be older than the backup. */
function entriesSince(log: readonly LogEntry[], last: LastBackup | null): number {
  if (last === null) return log.length;
  if (last.entries !== null) return Math.max(0, log.length - last.entries);
  return log.filter(({ utcMs }) => utcMs > last.createdMs).length;
}

/** Whether no set of this device was missing in the file. */
function hasAllSets({ sets }: RestorePreview): boolean {
  return sets !== null && sets.onlyHere + sets.differing === 0;
}
