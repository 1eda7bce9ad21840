import type { IDBPTransaction } from 'idb';
import type { LogEntry } from '$lib/core/memory/log';
import type { ParameterSet } from '$lib/core/memory/parameters';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { SessionState } from '$lib/core/memory/session';
import type { Append, KnownFacts, MemoryChange, OpenedDay, Stored } from '$lib/core/memory/storing';
import type { Database } from './database';
import { rowOf } from './rows';
import type { Schema } from './rows';
import type { TabChannel } from './tab-channel';

/** Log and memory in IndexedDB. One per tab. */
export class StudyDatabase {
  readonly #database: Database;
  readonly #channel: TabChannel;
  readonly #idStart: string;
  #counter = 0;

  /** `idStart` begins every entry id and is unique to this device and this tab's life, so that ids never meet. */
  constructor(database: Database, channel: TabChannel, idStart: string) {
    this.#database = database;
    this.#channel = channel;
    this.#idStart = idStart;
  }

  nextEntryId(): string {
    this.#counter += 1;
    return `${this.#idStart}-${String(this.#counter).padStart(6, '0')}`;
  }

  onChange(callback: (pack: string, keys: readonly string[]) => void): () => void {
    return this.#channel.listen(({ pack, keys }) => {
      callback(pack, keys);
    });
  }

  /** Due records, lately answered ones and the open session, from the indexes: cost grows with what is due, not with what is stored. */
  openDay(pack: string, day: number, recentFrom: number, limit: number): Promise<Stored<OpenedDay>> {
    return this.#database.run(['memory', 'sessions'], 'readonly', async (transaction) => {
      const memory = transaction.objectStore('memory');
      const [due, recent, session] = await Promise.all([
        memory.index('by-due').getAll(IDBKeyRange.bound([pack, -Infinity], [pack, day]), limit),
        memory.index('by-last').getAll(IDBKeyRange.bound([pack, recentFrom], [pack, Infinity])),
        transaction.objectStore('sessions').get(pack),
      ]);
      return { due, recent, session: session ?? null };
    });
  }

  knownKeys(pack: string): Promise<Stored<ReadonlySet<string>>> {
    return this.#database.run(
      ['memory'],
      'readonly',
      async (transaction) => new Set(await transaction.objectStore('memory').getAllKeys(keysOf(pack))),
    );
  }

  records(keys: readonly string[]): Promise<Stored<ReadonlyMap<string, MemoryRecord>>> {
    return this.#database.run(['memory'], 'readonly', async (transaction) => {
      const store = transaction.objectStore('memory');
      const records = await Promise.all(keys.map((key) => store.get(key)));
      return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.key, record] as const])));
    });
  }

  recordsOf(pack: string): Promise<Stored<readonly MemoryRecord[]>> {
    return this.#database.run(['memory'], 'readonly', (transaction) =>
      transaction.objectStore('memory').getAll(keysOf(pack)),
    );
  }

  lastDay(): Promise<Stored<number | null>> {
    return this.#database.run(
      ['log'],
      'readonly',
      async (transaction) =>
        (await transaction.objectStore('log').index('by-day').openKeyCursor(null, 'prev'))?.key ?? null,
    );
  }

  logBetween(fromDay: number, toDay: number): Promise<Stored<readonly LogEntry[]>> {
    return this.#database.run(['log'], 'readonly', async (transaction) => {
      const rows = await transaction.objectStore('log').index('by-day').getAll(IDBKeyRange.bound(fromDay, toDay));
      return rows.map((row) => row.entry);
    });
  }

  parameterSets(): Promise<Stored<readonly ParameterSet[]>> {
    return this.#database.run(['parameters'], 'readonly', (transaction) =>
      transaction.objectStore('parameters').getAll(),
    );
  }

  factsOf(pack: string): Promise<Stored<KnownFacts | null>> {
    return this.#database.run(
      ['facts'],
      'readonly',
      async (transaction) => (await transaction.objectStore('facts').get(pack)) ?? null,
    );
  }

  saveFacts(pack: string, facts: KnownFacts): Promise<Stored<null>> {
    return this.#database.run(['facts'], 'readwrite', async (transaction) => {
      await transaction.objectStore('facts').put(facts, pack);
      return null;
    });
  }

  saveSession(pack: string, session: SessionState | null): Promise<Stored<null>> {
    return this.#database.run(['sessions'], 'readwrite', async (transaction) => {
      const store = transaction.objectStore('sessions');
      await (session === null ? store.delete(pack) : store.put(session));
      return null;
    });
  }

  /**
   * Log entries, memory and session in one transaction. A memory that another tab changed since is replayed from the log instead,
   * so that it is what the log says whatever came first. Writing a step a second time changes nothing: ids are unique.
   */
  async append(step: Append): Promise<Stored<ReadonlyMap<string, MemoryRecord | null>>> {
    const written = await this.#database.run(
      ['log', 'memory', 'sessions', 'parameters'],
      'readwrite',
      async (transaction) => {
        const { entries, changes, parameters, session, pack } = step;
        const log = transaction.objectStore('log');
        const sessions = transaction.objectStore('sessions');
        const [settled] = await Promise.all([
          Promise.all(changes.map((change) => settle(transaction, step, change))),
          ...entries.map((entry) => log.put(rowOf(entry))),
          parameters === null ? null : transaction.objectStore('parameters').put(parameters),
          session === undefined ? null : session === null ? sessions.delete(pack) : sessions.put(session),
        ]);
        return new Map(settled);
      },
    );
    if (written.ok) this.#channel.tell({ pack: step.pack, keys: [...written.value.keys()] });
    return written;
  }
}

type AppendTransaction = IDBPTransaction<Schema, ('log' | 'memory' | 'sessions' | 'parameters')[], 'readwrite'>;

async function settle(
  transaction: AppendTransaction,
  step: Append,
  change: MemoryChange,
): Promise<[string, MemoryRecord | null]> {
  const memory = transaction.objectStore('memory');
  const stored = await memory.get(change.key);
  const asComputed =
    change.basedOn !== undefined && (stored?.lastEntry ?? null) === change.basedOn && follows(change.record, stored);
  let { record } = change;
  if (!asComputed) {
    const rows = await transaction.objectStore('log').index('by-key').getAll(change.key);
    const entries = new Map([...rows.map((row) => row.entry), ...step.entries].map((entry) => [entry.id, entry]));
    record = step.replay(change.key, [...entries.values()]);
  }
  await (record === null ? memory.delete(change.key) : memory.put(record));
  return [change.key, record];
}

/** Whether a record comes after another in replay order; if not, the log decides. */
function follows(next: MemoryRecord | null, before: MemoryRecord | undefined): boolean {
  if (next === null || before === undefined) return true;
  return (
    (next.lastDay - before.lastDay || next.lastMs - before.lastMs || (next.lastEntry > before.lastEntry ? 1 : -1)) > 0
  );
}

/** Keys of one pack: everything that begins with `<pack>:`; `;` is the code unit after the colon. */
function keysOf(pack: string): IDBKeyRange {
  return IDBKeyRange.bound(`${pack}:`, `${pack};`, false, true);
}
