import type { Backup, BackupProblem, LearnerData } from '$lib/core/memory/backup';
import type { Backups, Clock, Files, Persistence, SafetyStore, Snapshot, StorageProblem } from './ports';

/** How safe the data are. */
export interface SafetyReport {
  readonly persisted: boolean | null;
  readonly lastBackupMs: number | null;
  readonly entries: number;
  readonly memories: number;
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

/** What a restore would do. Nothing has been replaced yet. */
export interface RestorePreview {
  readonly createdMs: number;
  readonly entries: number;
  /** Entries of the file that this device does not have, and of this device that the file does not have. */
  readonly newHere: number;
  readonly onlyHere: number;
  readonly packs: readonly string[];
}

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
    const data = await store.dump();
    const last = await store.lastBackupMs();
    const snapshots = await store.snapshots();
    const failed = [data, last, snapshots].find((read) => !read.ok);
    if (!data.ok || !last.ok || !snapshots.ok) {
      if (failed && !failed.ok) this.report = { is: 'failed', problem: failed.problem };
      return;
    }
    const report: SafetyReport = {
      persisted: await persistence.persisted(),
      lastBackupMs: last.value,
      entries: data.value.log.length,
      memories: data.value.memory.length,
      checksum: backups.checksum(data.value.log),
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

  /** Downloads one file with everything in it. */
  async backup(): Promise<void> {
    const { store, files, clock, backups, app } = this.#parts;
    const data = await store.dump();
    if (!data.ok) {
      this.report = { is: 'failed', problem: data.problem };
      return;
    }
    const { utcMs, utcOffsetMinutes } = clock.now();
    files.download(`dateline-${new Date(utcMs + utcOffsetMinutes * 60_000).toISOString().slice(0, 10)}.json`, backups.write(data.value, utcMs, app));
    await store.saveLastBackup(utcMs);
    await this.load();
  }

  /** Reads a backup file and says what it would do. Replaces nothing. */
  async check(file: File): Promise<void> {
    this.#checked = null;
    this.restoring = { is: 'checking', file: file.name };
    const read = this.#parts.backups.read(await this.#parts.files.readText(file));
    if (!read.ok) {
      this.restoring = { is: 'refused', file: file.name, problems: read.problems };
      return;
    }
    const here = await this.#parts.store.dump();
    if (!here.ok) {
      this.restoring = { is: 'failed', problem: here.problem };
      return;
    }
    this.#checked = read.backup;
    const mine = new Set(here.value.log.map((entry) => entry.id));
    const theirs = new Set(read.backup.log.map((entry) => entry.id));
    const preview: RestorePreview = {
      createdMs: read.backup.createdMs,
      entries: theirs.size,
      newHere: [...theirs].filter((id) => !mine.has(id)).length,
      onlyHere: [...mine].filter((id) => !theirs.has(id)).length,
      packs: read.backup.packs.map((pack) => pack.id),
    };
    this.restoring = { is: 'preview', file: file.name, preview };
  }

  /** Carries out what `check` announced: `merge` keeps both logs, `replace` keeps the file's alone. A snapshot is kept either way. */
  async restore(how: 'merge' | 'replace'): Promise<void> {
    const backup = this.#checked;
    if (this.restoring.is !== 'preview' || backup === null) return;
    this.restoring = { is: 'working' };
    const here = await this.#parts.store.dump();
    if (!here.ok) {
      this.restoring = { is: 'failed', problem: here.problem };
      return;
    }
    await this.#replace(how === 'merge' ? this.#parts.backups.merge(here.value, backup) : backup, how);
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
    if (erased.ok) return true;
    this.report = { is: 'failed', problem: erased.problem };
    return false;
  }

  async #replace(data: LearnerData, how: 'merge' | 'replace'): Promise<void> {
    const { log, memory, parameters, settings, packs } = data;
    const written = await this.#parts.store.replace({ log, memory, parameters, settings, packs }, this.#parts.clock.now().utcMs);
    this.#checked = null;
    this.restoring = written.ok ? { is: 'restored', how, entries: log.length } : { is: 'failed', problem: written.problem };
    if (written.ok) await this.load();
  }
}
