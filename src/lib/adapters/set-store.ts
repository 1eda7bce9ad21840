import type { Stored } from '$lib/core/memory/storing';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import { readSavedSet, type SetProblem } from '$lib/core/questions/saved-set/saved-set-schema';
import type { Database } from './database';

/** A teacher's question sets. */
export class SetDatabase {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those changed last come first; what cannot be read is named and left as it is. */
  async all(): Promise<
    Stored<{ readonly sets: SavedSet[]; readonly unread: { readonly id: string; readonly detail: string }[] }>
  > {
    const stored = await this.#database.run(['sets'], 'readonly', (transaction) =>
      transaction.objectStore('sets').getAll(),
    );
    if (!stored.ok) return stored;
    const sets: SavedSet[] = [];
    const unread: { id: string; detail: string }[] = [];
    for (const row of stored.value) {
      const read = readSavedSet(row);
      if (read.ok) sets.push(read.set);
      else unread.push({ id: row.id, detail: detailOf(read.problems) });
    }
    return { ok: true, value: { sets: sets.sort((a, b) => b.changedMs - a.changedMs), unread } };
  }

  async get(id: string): Promise<Stored<SavedSet | null>> {
    const stored = await this.#database.run(
      ['sets'],
      'readonly',
      async (transaction) => (await transaction.objectStore('sets').get(id)) ?? null,
    );
    if (!stored.ok || stored.value === null) return stored;
    const read = readSavedSet(stored.value);
    return read.ok
      ? { ok: true, value: read.set }
      : { ok: false, problem: { kind: 'damaged', detail: detailOf(read.problems) } };
  }

  put(set: SavedSet): Promise<Stored<null>> {
    return this.#database.run(['sets'], 'readwrite', async (transaction) => {
      await transaction.objectStore('sets').put(set);
      return null;
    });
  }

  remove(id: string): Promise<Stored<null>> {
    return this.#database.run(['sets'], 'readwrite', async (transaction) => {
      await transaction.objectStore('sets').delete(id);
      return null;
    });
  }
}

function detailOf(problems: readonly SetProblem[]): string {
  return problems.map(({ path, expected, received }) => `${path}: ${expected}, not ${received}`).join('; ');
}
