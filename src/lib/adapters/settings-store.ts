import type { Stored } from '$lib/core/memory/storing';
import type { Database } from './database';

const KEY = 'learner';

/** The settings as one record. What is read is checked by who uses it. */
export class SettingsDatabase {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  read(): Promise<Stored<Readonly<Record<string, unknown>>>> {
    return this.#database.run(
      ['settings'],
      'readonly',
      async (transaction) => (await transaction.objectStore('settings').get(KEY)) ?? {},
    );
  }

  write(settings: object): Promise<Stored<null>> {
    return this.#database.run(['settings'], 'readwrite', async (transaction) => {
      await transaction.objectStore('settings').put({ ...settings }, KEY);
      return null;
    });
  }
}
