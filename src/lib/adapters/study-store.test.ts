import { forceCloseDatabase } from 'fake-indexeddb';
import { deleteDB, openDB, unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScheduler } from '$lib/core/memory/fsrs';
import type { Grade } from '$lib/core/memory/fsrs';
import type { AnswerEntry, LogEntry } from '$lib/core/memory/log';
import { DEFAULT_PARAMETERS, nameParameters } from '$lib/core/memory/parameters';
import { rebuild, replayKey, schedulersOf } from '$lib/core/memory/rebuild';
import type { MemoryRecord } from '$lib/core/memory/record';
import { review } from '$lib/core/memory/review';
import type { Append } from '$lib/core/memory/storing';
import { Database } from './database';
import { MIGRATIONS } from './migrations';
import type { Schema } from './rows';
import { SafetyDatabase } from './safety-store';
import { StudyDatabase } from './study-store';

const NAME = 'store-test';
const parameters = nameParameters(DEFAULT_PARAMETERS);
const scheduler = createScheduler(parameters);
const schedulers = schedulersOf([parameters]);
const silent = { tell: () => undefined, listen: () => () => undefined };

let databases: Database[] = [];
function open(name = NAME): Database {
  const database = new Database(name);
  databases.push(database);
  return database;
}

beforeEach(async () => deleteDB(NAME));
afterEach(() => {
  for (const database of databases) database.close();
  databases = [];
});

/** An answer as a tab works it out from the record it knows. */
function step(
  store: StudyDatabase,
  known: MemoryRecord | null,
  utcMs: number,
  grade: Grade,
  fact = 'e:date',
  day = 100,
): Append & { readonly record: MemoryRecord } {
  const id = store.nextEntryId();
  const answer = { pack: 'p', fact, asked: fact, answer: '2022', grade, guess: 1 / 3, entry: id, day, utcMs };
  const { record, before, weight } = review(known, answer, scheduler);
  const entry: AnswerEntry = {
    type: 'answer', id, pack: 'p', packVersion: 1, fact, form: 'choice', language: 'en', seed: 1, options: ['a', 'b', 'c'], values: [], chosen: 'a', credit: 1,
    guess: 1 / 3, milliseconds: 900, hints: 0, grade, marks: [{ fact, answer: '2022', grade, guess: 1 / 3, weight, before }], parameters: parameters.id, easy: false,
    clock: 'clock', utcMs, day, utcOffsetMinutes: 0, app: 'test',
  }; // prettier-ignore
  const replay = (key: string, log: readonly LogEntry[]): MemoryRecord | null => replayKey(key, log, schedulers);
  return {
    pack: 'p',
    entries: [entry],
    changes: [{ key: record.key, basedOn: known?.lastEntry ?? null, record }],
    replay,
    parameters,
    record,
  };
}

async function everything() {
  const dumped = await new SafetyDatabase(open()).dump();
  if (!dumped.ok) throw new Error(dumped.problem.detail);
  return dumped.value;
}

async function expectMemoryIsTheLogs(): Promise<void> {
  const { log, memory } = await everything();
  const derived = rebuild(log, schedulers);
  expect(Object.fromEntries(memory.map((record) => [record.key, record]))).toEqual(Object.fromEntries(derived));
}

describe('append', () => {
  it('writes log, memory and session in one step', async () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    const first = step(store, null, 1000, 3);
    const session = { pack: 'p', day: 100, current: null, upcoming: [], returning: [], answered: [] };
    const written = await store.append({ ...first, session });
    expect(written).toEqual({ ok: true, value: { memories: new Map([['p:e:date', first.record]]), care: new Map() } });
    expect(await store.openDay('p', 200, 99, 10)).toEqual({
      ok: true,
      value: { due: [first.record], recent: [first.record], care: [], session },
    });
    expect(await store.lastDay()).toEqual({ ok: true, value: 100 });
    await expectMemoryIsTheLogs();
  });

  it('loses nothing when two tabs answer the same fact from the same memory', async () => {
    const [one, two] = [new StudyDatabase(open(), silent, 'd-1'), new StudyDatabase(open(), silent, 'd-2')];
    const base = step(one, null, 1000, 3);
    await one.append(base);
    const a = step(one, base.record, 3000, 1);
    const b = step(two, base.record, 2000, 3);
    await Promise.all([one.append(a), two.append(b)]);
    const { log, memory } = await everything();
    expect(log).toHaveLength(3);
    expect(memory[0]).toMatchObject({ reps: 3, lastMs: 3000 });
    await expectMemoryIsTheLogs();
  });

  it('puts an answer with an earlier clock where the replay puts it', async () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    const late = step(store, null, 9000, 3, 'e:date', 130);
    await store.append(late);
    await store.append(step(store, late.record, 5000, 1, 'e:date', 101));
    await expectMemoryIsTheLogs();
    expect((await everything()).memory[0]).toMatchObject({ lastDay: 130, reps: 2 });
  });

  it('changes nothing when a step is written a second time', async () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    const first = step(store, null, 1000, 3);
    await store.append(first);
    const before = await everything();
    await store.append(first);
    expect(await everything()).toEqual(before);
  });

  it('takes all of it back when one part fails', async () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    const first = step(store, null, 1000, 3);
    // A function cannot be stored: the browser refuses the record, after the log entry was accepted.
    const broken = {
      ...first,
      changes: [
        { key: 'p:e:date', basedOn: null, record: { ...first.record, answer: (() => 1) as unknown as string } },
      ],
    };
    expect(await store.append(broken)).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
    expect(await everything()).toMatchObject({ log: [], memory: [] });
  });

  it('undoes by a revocation and a replay', async () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    const first = step(store, null, 1000, 3);
    await store.append(first);
    const second = step(store, first.record, 2000, 1, 'e:date', 105);
    await store.append(second);
    const [answer] = second.entries;
    await store.append({
      ...second,
      entries: [
        {
          type: 'revoke',
          id: store.nextEntryId(),
          pack: 'p',
          packVersion: 1,
          revokes: answer?.id ?? '',
          facts: ['e:date'],
          utcMs: 3000,
          day: 105,
          utcOffsetMinutes: 0,
          app: 'test',
        },
      ],
      changes: [{ key: 'p:e:date', basedOn: undefined, record: null }],
    });
    const { log, memory } = await everything();
    expect(memory).toEqual([first.record]);
    expect(log).toHaveLength(3);
  });
});

describe('looking up', () => {
  it('finds due records by pack and day, longest due first, and none that rest', async () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    for (const [fact, day] of [
      ['b:date', 90],
      ['a:date', 80],
      ['c:date', 95],
    ] as const)
      await store.append(step(store, null, day, 3, fact, day));
    const resting = step(store, null, 70, 3, 'd:date', 70);
    await store.append({
      ...resting,
      changes: [{ key: 'p:d:date', basedOn: null, record: { ...resting.record, due: null } }],
    });
    const found = await store.openDay('p', 200, 94, 2);
    expect(found.ok && found.value.due.map((record) => record.fact)).toEqual(['a:date', 'b:date']);
    expect(found.ok && found.value.recent.map((record) => record.fact)).toEqual(['c:date']);
    const other = await store.openDay('q', 200, 0, 10);
    expect(other.ok && other.value.due).toEqual([]);
  });

  it('counts what is due day by day, of every pack that something is remembered of', async () => {
    const database = open();
    const store = new StudyDatabase(database, silent, 'd-t');
    expect(await store.dueCounts(10, 12)).toEqual({ ok: true, value: [0, 0, 0] });
    const { record } = step(store, null, 1, 3);
    await database.run(['memory'], 'readwrite', async (transaction) => {
      const memory = transaction.objectStore('memory');
      for (const [pack, due] of [['p', 9], ['p', 10], ['p', 12], ['p-2', 12], ['q', 12], ['r', 13], ['s', null]] as const)
        await memory.put({ ...record, pack, due, key: `${pack}:e${String(due)}:date`, fact: `e${String(due)}:date` });
    }); // prettier-ignore
    expect(await store.dueCounts(10, 12)).toEqual({ ok: true, value: [1, 0, 3] });
    expect(await store.memoryCount('p')).toEqual({ ok: true, value: 3 });
  });

  it('keeps packs apart whose ids begin alike', async () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    await store.append(step(store, null, 1, 3));
    const wanted = ['p:e:date', 'p:f:date'];
    expect(await store.knownKeys('p', wanted)).toEqual({ ok: true, value: new Set(['p:e:date']) });
    expect(await store.knownKeys('p-2', ['p-2:e:date'])).toEqual({ ok: true, value: new Set() });
  });

  it('finds the wanted memories among few and among very many', async () => {
    const database = open();
    const store = new StudyDatabase(database, silent, 'd-t');
    const { record, ...append } = step(store, null, 1, 3);
    await store.append(append);
    await database.run(['memory'], 'readwrite', async (transaction) => {
      const memory = transaction.objectStore('memory');
      for (let i = 0; i < 50; i += 1) await memory.put({ ...record, key: `p:x${String(i)}:date` });
    });
    const wanted = ['p:e:date', 'p:f:date', 'p:x7:date'];
    for (const asked of [wanted, Array.from({ length: 40 }, (_, i) => wanted[i] ?? `p:y${String(i)}:date`)]) {
      const known = await store.knownKeys('p', asked);
      expect(known.ok && asked.filter((key) => known.value.has(key))).toEqual(['p:e:date', 'p:x7:date']);
    }
  });

  it('never gives two entries one id', () => {
    const store = new StudyDatabase(open(), silent, 'd-t');
    expect(new Set(Array.from({ length: 1000 }, () => store.nextEntryId())).size).toBe(1000);
  });
});

describe('other tabs and lost connections', () => {
  it('says so when another tab keeps an older version open, and works once it lets go', async () => {
    const current = MIGRATIONS.length;
    const old = await openDB<Schema>(NAME, current, {
      upgrade: (db, _from, _to, transaction) => {
        for (const migration of MIGRATIONS) void migration(db, transaction);
      },
    });
    const database = new Database(NAME, {}, [...MIGRATIONS, () => undefined]);
    databases.push(database);
    const read = () => database.run(['meta'], 'readonly', () => Promise.resolve('here'));
    expect(await read()).toMatchObject({ ok: false, problem: { kind: 'blocked' } });
    old.close();
    // Waits its turn behind the blocked opening.
    (await openDB(NAME, current + 1)).close();
    expect(await read()).toEqual({ ok: true, value: 'here' });
  });

  it('lets go for a newer version and tells the app', async () => {
    let told = 0;
    const database = new Database(NAME, { onSuperseded: () => (told += 1) });
    databases.push(database);
    await database.run(['meta'], 'readonly', () => Promise.resolve(0));
    const newer = await openDB(NAME, MIGRATIONS.length + 1);
    expect(told).toBe(1);
    expect(await database.run(['meta'], 'readonly', () => Promise.resolve(0))).toMatchObject({
      ok: false,
      problem: { kind: 'newer' },
    });
    newer.close();
  });

  it('refuses data of a newer version instead of guessing', async () => {
    (await openDB(NAME, MIGRATIONS.length + 7)).close();
    expect(await open().run(['meta'], 'readonly', () => Promise.resolve(0))).toMatchObject({
      ok: false,
      problem: { kind: 'newer' },
    });
  });

  it('opens once more when the connection was closed in the background', async () => {
    const database = open();
    let calls = 0;
    const result = await database.run(['meta'], 'readonly', (transaction) => {
      calls += 1;
      if (calls === 1) {
        transaction.db.close();
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      }
      return Promise.resolve('back');
    });
    expect(result).toEqual({ ok: true, value: 'back' });
    const twice = await database.run(['meta'], 'readonly', () =>
      Promise.reject(new DOMException('closing', 'InvalidStateError')),
    );
    expect(twice).toMatchObject({ ok: false, problem: { kind: 'closed' } });
  });

  it('opens again after the browser has ended the connection by itself', async () => {
    const database = open();
    const closed = await database.run(['meta'], 'readonly', (transaction) => Promise.resolve(unwrap(transaction.db)));
    if (!closed.ok) throw new Error(closed.problem.detail);
    // A cleared site, a failing disk: the browser closes the connection and says so in an event.
    forceCloseDatabase(closed.value as unknown as typeof IDBDatabase); // its types mix up the class and what it makes
    expect(await database.run(['meta'], 'readonly', () => Promise.resolve('back'))).toEqual({
      ok: true,
      value: 'back',
    });
  });

  it('names a full disk as such', async () => {
    const full = open().run(['meta'], 'readwrite', () =>
      Promise.reject(new DOMException('full', 'QuotaExceededError')),
    );
    expect(await full).toMatchObject({ ok: false, problem: { kind: 'quota' } });
  });

  it('does not take a mistake of ours for a problem of the disk', async () => {
    await expect(open().run(['meta'], 'readonly', () => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
  });
});
