import type { IDBPTransaction } from 'idb';
import { factsToCareFor, replayCare } from '$lib/core/memory/care';
import type { CareRecord } from '$lib/core/memory/care';
import { factsOfEntry } from '$lib/core/memory/log';
import type { LogEntry } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { ParameterSet } from '$lib/core/memory/parameters';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { SessionState } from '$lib/core/memory/session-state';
import type { Append, KnownFacts, LogPiece, MemoryChange, OpenedDay, Stored, Written } from '$lib/core/memory/storing';
import type { Database } from './database';
import { rowOf } from './rows';
import type { Schema } from './rows';
import type { TabChannel } from './tab-channel';

/** Measured in Chromium: one key of 100,000 in a row takes 5 µs, one look-up 75 µs. */
const KEYS_TO_A_LOOKUP = 14;

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
    return this.#database.run(['memory', 'care', 'sessions'], 'readonly', async (transaction) => {
      const memory = transaction.objectStore('memory');
      const [due, recent, care, session] = await Promise.all([
        memory.index('by-due').getAll(IDBKeyRange.bound([pack, -Infinity], [pack, day]), limit),
        memory.index('by-last').getAll(IDBKeyRange.bound([pack, recentFrom], [pack, Infinity])),
        transaction.objectStore('care').getAll(keysOf(pack)),
        transaction.objectStore('sessions').get(pack),
      ]);
      return { due, recent, care, session: session ?? null };
    });
  }

  dueCounts(fromDay: number, toDay: number): Promise<Stored<readonly number[]>> {
    return this.#database.run(['memory'], 'readonly', async (transaction) => {
      const index = transaction.objectStore('memory').index('by-due');
      // From pack to pack: no day is behind Infinity.
      const packs: string[] = [];
      for (let at = await index.openKeyCursor(); at !== null; at = await at.continue([at.key[0], Infinity]))
        packs.push(at.key[0]);
      const days = Array.from({ length: Math.max(0, toDay - fromDay + 1) }, (_, i) => fromDay + i);
      return Promise.all(
        days.map(async (day) => {
          const counts = await Promise.all(packs.map((pack) => index.count(IDBKeyRange.only([pack, day]))));
          return counts.reduce((sum, count) => sum + count, 0);
        }),
      );
    });
  }

  memoryCount(pack: string): Promise<Stored<number>> {
    return this.#database.run(['memory'], 'readonly', (transaction) =>
      transaction.objectStore('memory').count(keysOf(pack)),
    );
  }

  /** Reads all keys of the pack at once, or looks for each wanted one, whichever is quicker: a look-up takes as long as so many keys in a row. */
  knownKeys(pack: string, wanted: readonly string[]): Promise<Stored<ReadonlySet<string>>> {
    return this.#database.run(['memory'], 'readonly', async (transaction) => {
      const memory = transaction.objectStore('memory');
      if ((await memory.count(keysOf(pack))) <= wanted.length * KEYS_TO_A_LOOKUP)
        return new Set(await memory.getAllKeys(keysOf(pack)));
      const found = await Promise.all(wanted.map((key) => memory.getKey(key)));
      return new Set(found.filter((key) => key !== undefined));
    });
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

  careOf(pack: string | null): Promise<Stored<readonly CareRecord[]>> {
    return this.#database.run(['care'], 'readonly', (transaction) =>
      transaction.objectStore('care').getAll(pack === null ? null : keysOf(pack)),
    );
  }

  entries(ids: readonly string[]): Promise<Stored<readonly LogEntry[]>> {
    return this.#database.run(['log'], 'readonly', async (transaction) => {
      const log = transaction.objectStore('log');
      const rows = await Promise.all(ids.map((id) => log.get(id)));
      return rows.flatMap((row) => (row === undefined ? [] : [row.entry]));
    });
  }

  entriesOf(key: string): Promise<Stored<readonly LogEntry[]>> {
    return this.#database.run(['log'], 'readonly', async (transaction) => {
      const rows = await transaction.objectStore('log').index('by-key').getAll(key);
      return rows.map((row) => row.entry);
    });
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

  /** By the index of days, which alone is read: a long log is not held twice. */
  logFrom(fromDay: number, most: number): Promise<Stored<LogPiece>> {
    return this.#database.run(['log'], 'readonly', async (transaction) => {
      const byDay = transaction.objectStore('log').index('by-day');
      const rows = await byDay.getAll(IDBKeyRange.lowerBound(fromDay), most);
      const last = rows.at(-1)?.day;
      if (last === undefined || rows.length < most) return { entries: rows.map((row) => row.entry), next: null };
      // The last day may have been cut: it begins the next piece, or is all of this one.
      const whole = rows.filter((row) => row.day < last);
      if (whole.length > 0) return { entries: whole.map((row) => row.entry), next: last };
      const day = await byDay.getAll(last);
      return { entries: day.map((row) => row.entry), next: last + 1 };
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
  async append(step: Append): Promise<Stored<Written>> {
    const written = await this.#database.run(
      ['log', 'memory', 'care', 'sessions', 'parameters'],
      'readwrite',
      async (transaction) => {
        const { entries, changes, parameters, session, pack } = step;
        const log = transaction.objectStore('log');
        const sessions = transaction.objectStore('sessions');
        const [settled, cared] = await Promise.all([
          Promise.all(changes.map((change) => settle(transaction, step, change))),
          Promise.all(keysToCareFor(entries).map((about) => settleCare(transaction, step, about))),
          ...entries.map((entry) => log.put(rowOf(entry))),
          parameters === null ? null : transaction.objectStore('parameters').put(parameters),
          session === undefined ? null : session === null ? sessions.delete(pack) : sessions.put(session),
        ]);
        return { memories: new Map(settled), care: new Map(cared.filter((one) => one !== null)) };
      },
    );
    // A decision changes no memory: whoever hears of it reads the decisions anew, and goes on asking what is only marked.
    if (written.ok) this.#channel.tell({ pack: step.pack, keys: [...written.value.memories.keys()] });
    return written;
  }
}

type AppendTransaction = IDBPTransaction<
  Schema,
  ('log' | 'memory' | 'care' | 'sessions' | 'parameters')[],
  'readwrite'
>;

/** A fact that entries name. `surely`: what is decided about it may have changed; else only if anything is known of it. */
interface Cared {
  readonly key: string;
  readonly surely: boolean;
}

function keysToCareFor(entries: readonly LogEntry[]): readonly Cared[] {
  const cared = new Map<string, boolean>();
  for (const entry of entries) {
    const surely = entry.type === 'answer' ? entry.credit < 1 && entry.chosen !== null : entry.type !== 'change';
    for (const fact of entry.type === 'revoke' ? factsOfEntry(entry) : factsToCareFor(entry)) {
      const key = memoryKey(entry.pack, fact);
      cared.set(key, surely || cared.get(key) === true);
    }
  }
  return [...cared].map(([key, surely]) => ({ key, surely }));
}

/** Works out what is decided about a fact from its entries, in any order of arrival. Null: nothing was and is stored. */
async function settleCare(
  transaction: AppendTransaction,
  step: Append,
  { key, surely }: Cared,
): Promise<[string, CareRecord | null] | null> {
  const care = transaction.objectStore('care');
  // Most right answers are to facts about which nothing is decided: they cost one look-up.
  if (!surely && (await care.getKey(key)) === undefined) return null;
  const record = replayCare(key, await entriesOfKey(transaction, step, key));
  await (record === null ? care.delete(key) : care.put(record));
  return [key, record];
}

/** Every entry that names a key, the step's own included. */
async function entriesOfKey(transaction: AppendTransaction, step: Append, key: string): Promise<readonly LogEntry[]> {
  const rows = await transaction.objectStore('log').index('by-key').getAll(key);
  const entries = new Map([...rows.map((row) => row.entry), ...step.entries].map((entry) => [entry.id, entry]));
  return [...entries.values()];
}

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
    record = step.replay(change.key, await entriesOfKey(transaction, step, change.key));
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
