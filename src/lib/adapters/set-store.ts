import type { Stored } from '$lib/core/memory/storing';
import { isSameState, type PutOver, type SavedSet } from '$lib/core/questions/saved-set/saved-set';
import { readSavedSet, type SetProblem } from '$lib/core/questions/saved-set/saved-set-schema';
import type { Database } from './database';
import type { SetChannel } from './tab-channel';

/** A teacher's question sets. */
export class SetDatabase {
  readonly #database: Database;
  readonly #channel: SetChannel;

  constructor(database: Database, channel: SetChannel) {
    this.#database = database;
    this.#channel = channel;
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
    return stored.ok ? readRow(stored.value) : stored;
  }

  put(set: SavedSet): Promise<Stored<null>> {
    return this.#written(
      set.id,
      this.#database.run(['sets'], 'readwrite', async (transaction) => {
        await transaction.objectStore('sets').put(set);
        return null;
      }),
    );
  }

  /** Looks and writes in one transaction: of two tabs that write at the same moment, the second finds what the first wrote. */
  async putOver(known: SavedSet | null, set: SavedSet): Promise<Stored<PutOver>> {
    const found = await this.#database.run(['sets'], 'readwrite', async (transaction) => {
      const sets = transaction.objectStore('sets');
      const row = (await sets.get(set.id)) ?? null;
      const isKnown = row === null || known === null ? row === known : isSameState(row, known);
      if (isKnown) await sets.put(set);
      return { isKnown, row };
    });
    if (!found.ok) return found;
    if (found.value.isKnown) {
      this.#channel.tell({ set: set.id });
      return { ok: true, value: { is: 'written' } };
    }
    const now = readRow(found.value.row);
    return now.ok ? { ok: true, value: { is: 'changed', now: now.value } } : now;
  }

  remove(id: string): Promise<Stored<SavedSet | null>> {
    return this.#written(
      id,
      this.#database.run(['sets'], 'readwrite', async (transaction) => {
        const sets = transaction.objectStore('sets');
        const row = readRow((await sets.get(id)) ?? null);
        await sets.delete(id);
        return row.ok ? row.value : null;
      }),
    );
  }

  onChange(callback: (id: string) => void): () => void {
    return this.#channel.listen(({ set }) => {
      callback(set);
    });
  }

  async #written<T>(id: string, writing: Promise<Stored<T>>): Promise<Stored<T>> {
    const written = await writing;
    if (written.ok) this.#channel.tell({ set: id });
    return written;
  }
}

function readRow(row: unknown): Stored<SavedSet | null> {
  if (row === null) return { ok: true, value: null };
  const read = readSavedSet(row);
  return read.ok
    ? { ok: true, value: read.set }
    : { ok: false, problem: { kind: 'damaged', detail: detailOf(read.problems) } };
}

function detailOf(problems: readonly SetProblem[]): string {
  return problems.map(({ path, expected, received }) => `${path}: ${expected}, not ${received}`).join('; ');
}
