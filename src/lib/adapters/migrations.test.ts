import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { rebuildCare } from '$lib/core/memory/care';
import type { AnswerEntry } from '$lib/core/memory/log';
import { Database } from './database';
import { MIGRATIONS } from './migrations';
import { STORES, rowOf } from './rows';
import { SafetyDatabase } from './safety-store';
import { SetDatabase } from './set-store';

const noTabs = { tell: () => undefined, listen: () => () => undefined };
const NAME = 'migration-test';
beforeEach(async () => deleteDB(NAME));

describe('migrations', () => {
  it('make every store of the schema, with its indexes, on an empty device', async () => {
    const database = new Database(NAME);
    const shape = await database.run(STORES, 'readonly', (transaction) =>
      Promise.resolve(Object.fromEntries(STORES.map((name) => [name, [...transaction.objectStore(name).indexNames]]))),
    );
    database.close();
    expect(shape.ok && shape.value).toEqual({
      log: ['by-day', 'by-key'],
      memory: ['by-due', 'by-last'],
      care: [], sessions: [], facts: [], parameters: [], packs: [], settings: [], meta: [], snapshots: [], 'snapshot-data': [], sets: [],
    }); // prettier-ignore
  });

  it('from version 1 on keep a snapshot of all of it before they touch anything', async () => {
    const first = new Database(NAME);
    await first.run(['log', 'settings'], 'readwrite', async (transaction) => {
      const entry = {
        type: 'change',
        id: 'x',
        pack: 'p',
        packVersion: 1,
        changes: [],
        utcMs: 1,
        day: 1,
        utcOffsetMinutes: 0,
        app: 'old',
      } as const;
      await transaction.objectStore('log').put({ id: 'x', day: 1, keys: [], entry });
      await transaction.objectStore('settings').put({ newPerDay: 7 }, 'learner');
      return null;
    });
    first.close();
    // A second version that empties the log: what was there must still be found.
    const second = new Database(NAME, {}, [...MIGRATIONS, (_, transaction) => transaction.objectStore('log').clear()]);
    const safety = new SafetyDatabase(second);
    const snapshots = await safety.snapshots();
    expect(snapshots.ok && snapshots.value).toMatchObject([{ reason: 'migration', entries: 1 }]);
    const kept = await safety.snapshot(snapshots.ok ? (snapshots.value[0]?.id ?? '') : '');
    expect(kept.ok && kept.value).toMatchObject({ log: [{ id: 'x' }], settings: { newPerDay: 7 } });
    const now = await safety.dump();
    expect(now.ok && now.value.log).toEqual([]);
    second.close();
  });

  it('from version 1 to 2 work out of the log what is confused, with a snapshot before, and touch nothing else', async () => {
    const answer = (id: string, chosen: string | null, credit: number): AnswerEntry => ({
      type: 'answer', id, pack: 'p', packVersion: 1, fact: 'e:date', form: 'choice', language: 'en', seed: 1, options: ['a', 'b'], values: ['2022-03-01', '2022-03-02'],
      chosen, credit, guess: 0.5, milliseconds: 900, hints: 0, grade: credit === 1 ? 3 : 1, marks: [{ fact: 'e:date', answer: '2022-03-02', grade: credit === 1 ? 3 : 1, guess: 0.5, weight: 1, before: null }],
      parameters: 'x', easy: false, clock: 'clock', utcMs: Number(id), day: 5, utcOffsetMinutes: 0, app: 'old',
    }); // prettier-ignore
    const log = [answer('1', 'a', 0), answer('2', null, 0), answer('3', 'a', 0)];
    const [first = () => undefined] = MIGRATIONS;
    const old = new Database(NAME, {}, [first]);
    await old.run(['log', 'sessions'], 'readwrite', async (transaction) => {
      await Promise.all(log.map((entry) => transaction.objectStore('log').put(rowOf(entry))));
      await transaction.objectStore('sessions').put({ pack: 'p', day: 5, current: null, upcoming: [], returning: [], answered: [] }); // prettier-ignore
      return null;
    });
    old.close();
    expect((await openDB(NAME).then((db) => (db.close(), db))).version).toBe(1);

    const now = new Database(NAME);
    const safety = new SafetyDatabase(now);
    const data = await safety.dump();
    const care = [...rebuildCare(log).values()];
    expect(data.ok && data.value).toMatchObject({ log, care });
    expect(care).toMatchObject([{ key: 'p:e:date', confusions: [{ value: '2022-03-01', times: 2, ever: 2 }] }]);
    const sessions = await now.run(['sessions'], 'readonly', (transaction) =>
      transaction.objectStore('sessions').getAll(),
    );
    expect(sessions.ok && sessions.value).toHaveLength(1);
    const snapshots = await safety.snapshots();
    expect(snapshots.ok && snapshots.value).toMatchObject([{ reason: 'migration', entries: 3 }]);
    const kept = await safety.snapshot(snapshots.ok ? (snapshots.value[0]?.id ?? '') : '');
    expect(kept.ok && kept.value).toMatchObject({ log, care });
    now.close();
  });

  it('from version 2 to 3 make room for question sets and touch nothing else', async () => {
    const old = new Database(NAME, {}, MIGRATIONS.slice(0, 2));
    await old.run(['meta'], 'readwrite', async (transaction) => transaction.objectStore('meta').put('a1', 'device'));
    old.close();
    expect((await openDB(NAME).then((db) => (db.close(), db))).version).toBe(2);

    const now = new Database(NAME);
    const sets = new SetDatabase(now, noTabs);
    expect(await sets.all()).toEqual({ ok: true, value: { sets: [], unread: [] } });
    const meta = await now.run(['meta'], 'readonly', (transaction) => transaction.objectStore('meta').get('device'));
    expect(meta).toEqual({ ok: true, value: 'a1' });
    now.close();
  });

  it('that fail leave the old database as it was', async () => {
    const first = new Database(NAME);
    await first.run(['meta'], 'readwrite', async (transaction) => transaction.objectStore('meta').put(5, 'kept'));
    first.close();
    const broken = new Database(NAME, {}, [...MIGRATIONS, () => Promise.reject(new DOMException('no', 'DataError'))]);
    expect(await broken.run(['meta'], 'readonly', () => Promise.resolve(0))).toMatchObject({ ok: false });
    const again = await openDB(NAME);
    expect(again.version).toBe(MIGRATIONS.length);
    again.close();
    const old = new Database(NAME);
    expect(
      await old.run(['meta'], 'readonly', async (transaction) => transaction.objectStore('meta').get('kept')),
    ).toEqual({ ok: true, value: 5 });
    old.close();
  });
});
