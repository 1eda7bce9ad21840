import type { Stored } from '$lib/core/memory/storing';
import type { Database } from './database';
import type { StoredPack } from './rows';
import { SNAPSHOT_STORES, keepSnapshot } from './snapshots';

/** Imported packs. */
export class PackDatabase {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  all(): Promise<Stored<readonly StoredPack[]>> {
    return this.#database.run(['packs'], 'readonly', (transaction) => transaction.objectStore('packs').getAll());
  }

  get(id: string): Promise<Stored<StoredPack | null>> {
    return this.#database.run(
      ['packs'],
      'readonly',
      async (transaction) => (await transaction.objectStore('packs').get(id)) ?? null,
    );
  }

  /** Keeps a snapshot, then the pack: an import may change what learnt facts ask. */
  put(pack: StoredPack): Promise<Stored<null>> {
    return this.#database.run(SNAPSHOT_STORES, 'readwrite', async (transaction) => {
      await keepSnapshot(transaction, 'import', Date.now());
      await transaction.objectStore('packs').put(pack);
      return null;
    });
  }

  remove(id: string): Promise<Stored<null>> {
    return this.#database.run(['packs'], 'readwrite', async (transaction) => {
      await transaction.objectStore('packs').delete(id);
      return null;
    });
  }
}
