import type { LearnerData } from '$lib/core/memory/backup';
import type { LastBackup, Snapshot, Stored } from '$lib/core/memory/storing';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import type { Database } from './database';
import { STORES, rowOf } from './rows';
import { DUMPED, SNAPSHOT_STORES, completed, dump, keepSnapshot } from './snapshots';

const LAST_BACKUP = 'last-backup';
const LAST_BACKUP_ENTRIES = 'last-backup-entries';
const SETTINGS_KEY = 'learner';

/** Everything on the device at once: for backups, restores and erasing. */
export class SafetyDatabase {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  dump(): Promise<Stored<LearnerData>> {
    return this.#database.run(DUMPED, 'readonly', dump);
  }

  /**
   * Keeps a snapshot, then puts `data` in the place of what was there, in one transaction: all of it or nothing. Open sessions end.
   * Where `data` knows nothing of question sets, those that are here stay.
   */
  replace(data: LearnerData, createdMs: number): Promise<Stored<null>> {
    return this.#database.run([...SNAPSHOT_STORES, 'sessions', 'facts'], 'readwrite', async (transaction) => {
      await keepSnapshot(
        transaction as unknown as Parameters<typeof keepSnapshot<'readwrite'>>[0],
        'restore',
        createdMs,
      );
      const [log, memory, care, parameters, packs, sets] = [
        transaction.objectStore('log'),
        transaction.objectStore('memory'),
        transaction.objectStore('care'),
        transaction.objectStore('parameters'),
        transaction.objectStore('packs'),
        transaction.objectStore('sets'),
      ];
      const gone = [...DUMPED, 'sessions' as const, 'facts' as const].filter(
        (name) => name !== 'sets' || data.sets !== null,
      );
      await Promise.all(gone.map((name) => transaction.objectStore(name).clear()));
      await Promise.all([
        ...data.log.map((entry) => log.put(rowOf(entry))),
        ...data.memory.map((record) => memory.put(record)),
        ...data.care.map((record) => care.put(record)),
        ...data.parameters.map((set) => parameters.put(set)),
        ...data.packs.map((pack) => packs.put(pack)),
        // They may be of another version of the app: whoever reads them checks them.
        ...(data.sets ?? []).map((set) => sets.put(set as SavedSet)),
        transaction.objectStore('settings').put(data.settings, SETTINGS_KEY),
      ]);
      return null;
    });
  }

  /** Newest first. */
  snapshots(): Promise<Stored<readonly Snapshot[]>> {
    return this.#database.run(['snapshots'], 'readonly', async (transaction) =>
      (await transaction.objectStore('snapshots').getAll()).reverse(),
    );
  }

  snapshot(id: string): Promise<Stored<LearnerData | null>> {
    return this.#database.run(['snapshot-data'], 'readonly', async (transaction) => {
      const kept = await transaction.objectStore('snapshot-data').get(id);
      return kept === undefined ? null : completed(kept);
    });
  }

  lastBackup(): Promise<Stored<LastBackup | null>> {
    return this.#database.run(['meta'], 'readonly', async (transaction) => {
      const meta = transaction.objectStore('meta');
      const [createdMs, entries] = [await meta.get(LAST_BACKUP), await meta.get(LAST_BACKUP_ENTRIES)];
      if (typeof createdMs !== 'number') return null;
      return { createdMs, entries: typeof entries === 'number' ? entries : null };
    });
  }

  saveLastBackup({ createdMs, entries }: LastBackup): Promise<Stored<null>> {
    return this.#database.run(['meta'], 'readwrite', async (transaction) => {
      const meta = transaction.objectStore('meta');
      await meta.put(createdMs, LAST_BACKUP);
      await (entries === null ? meta.delete(LAST_BACKUP_ENTRIES) : meta.put(entries, LAST_BACKUP_ENTRIES));
      return null;
    });
  }

  /** Empties every store, the device's own id included. The app's files stay, so that it still opens offline. */
  erase(): Promise<Stored<null>> {
    return this.#database.run(STORES, 'readwrite', async (transaction) => {
      await Promise.all(STORES.map((name) => transaction.objectStore(name).clear()));
      return null;
    });
  }
}
