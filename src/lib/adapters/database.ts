import { deleteDB, openDB } from 'idb';
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Stored } from '$lib/core/memory/storing';
import { MIGRATIONS } from './migrations';
import type { Migration, UpgradeTransaction } from './migrations';
import type { STORES } from './rows';
import type { Schema } from './rows';
import { keepSnapshot } from './snapshots';
import { ProblemError, problemOf } from './storage-problem';

export const DATABASE_NAME = 'dateline';

type Name = (typeof STORES)[number];

/** What the database tells of other tabs. */
export interface DatabaseEvents {
  /** Another tab brought a newer version: this one has let go of the data and must be reloaded. */
  readonly onSuperseded?: () => void;
}

interface Opening {
  readonly ready: Promise<IDBPDatabase<Schema>>;
  /** Never fulfils; rejects when another tab keeps an older version open. `ready` then waits for that tab. */
  readonly blocked: Promise<never>;
}

/**
 * One connection, opened when first needed. iOS closes connections of a tab in the background and says so only at the next
 * transaction: then it is opened once more. Problems come back as values.
 */
export class Database {
  readonly #name: string;
  readonly #events: DatabaseEvents;
  readonly #migrations: readonly Migration[];
  #opening: Opening | null = null;
  #superseded = false;

  constructor(
    name: string = DATABASE_NAME,
    events: DatabaseEvents = {},
    migrations: readonly Migration[] = MIGRATIONS,
  ) {
    this.#name = name;
    this.#events = events;
    this.#migrations = migrations;
  }

  /**
   * Runs `work` in one transaction and resolves when it is committed. Nothing but this transaction's requests may be awaited in it.
   * An error of `work` takes all of it back.
   */
  async run<N extends Name, M extends 'readonly' | 'readwrite', T>(
    stores: readonly N[],
    mode: M,
    work: (transaction: IDBPTransaction<Schema, N[], M>) => Promise<T>,
  ): Promise<Stored<T>> {
    for (let attempt = 0; ; attempt += 1) {
      let transaction: IDBPTransaction<Schema, N[], M> | null = null;
      try {
        const database = await this.#open();
        transaction = database.transaction([...stores], mode);
        // Also heard when `work` fails first, so that no rejection is left over.
        transaction.done.catch(() => undefined);
        const value = await work(transaction);
        await transaction.done;
        return { ok: true, value };
      } catch (error) {
        const problem = problemOf(takeBack(transaction) ?? error);
        if (problem.kind !== 'closed' || attempt > 0) return { ok: false, problem };
        this.close();
      }
    }
  }

  /** Lets go of the connection; the next `run` opens another. */
  close(): void {
    const opening = this.#opening;
    this.#opening = null;
    opening?.ready.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
  }

  /** Deletes the whole database. */
  async delete(): Promise<void> {
    this.close();
    await deleteDB(this.#name);
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    if (this.#superseded)
      throw new ProblemError({ kind: 'newer', detail: 'another tab has brought a newer version of the app' });
    this.#opening ??= this.#connect();
    return Promise.race([this.#opening.ready, this.#opening.blocked]);
  }

  #connect(): Opening {
    let tellBlocked: (error: Error) => void = () => undefined;
    const blocked = new Promise<never>((_, reject) => (tellBlocked = reject));
    blocked.catch(() => undefined);
    let failure: unknown = null;
    const opened = openDB<Schema>(this.#name, this.#migrations.length, {
      upgrade: (database, from, _to, transaction) => {
        // idb does not wait for this promise: a failure must abort the upgrade itself, or half of it would stay.
        this.#migrate(database, from, transaction).catch((error: unknown) => {
          failure = error;
          takeBack(transaction);
        });
      },
      blocked: (held, wanted) => {
        tellBlocked(
          new ProblemError({
            kind: 'blocked',
            detail: `another tab holds version ${String(held)} open; version ${String(wanted)} is needed`,
          }),
        );
      },
      blocking: () => {
        this.#superseded = true;
        this.close();
        this.#events.onSuperseded?.();
      },
      terminated: () => {
        this.#opening = null;
      },
    });
    const ready = opened.catch((error: unknown) => {
      this.#opening = null;
      throw failure ?? error;
    });
    return { ready, blocked };
  }

  async #migrate(database: IDBPDatabase<Schema>, from: number, transaction: UpgradeTransaction): Promise<void> {
    transaction.done.catch(() => undefined);
    if (from > 0)
      await keepSnapshot(
        transaction as unknown as Parameters<typeof keepSnapshot<'versionchange'>>[0],
        'migration',
        Date.now(),
      );
    for (const migration of this.#migrations.slice(from)) await migration(database, transaction);
  }
}

/** Aborts what is left of a transaction and gives the browser's reason, if it had one: the quota shows only there. */
function takeBack(transaction: { readonly error: DOMException | null; abort(): void } | null): DOMException | null {
  const reason = transaction?.error ?? null;
  try {
    transaction?.abort();
  } catch {
    // It had ended already.
  }
  return reason;
}
