import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from './database';
import { MIGRATIONS } from './migrations';
import { STORES } from './rows';
import { SafetyDatabase } from './safety-store';

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
      sessions: [], facts: [], parameters: [], packs: [], settings: [], meta: [], snapshots: [], 'snapshot-data': [],
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

  it('that fail leave the old database as it was', async () => {
    const first = new Database(NAME);
    await first.run(['meta'], 'readwrite', async (transaction) => transaction.objectStore('meta').put(5, 'kept'));
    first.close();
    const broken = new Database(NAME, {}, [...MIGRATIONS, () => Promise.reject(new DOMException('no', 'DataError'))]);
    expect(await broken.run(['meta'], 'readonly', () => Promise.resolve(0))).toMatchObject({ ok: false });
    const again = await openDB(NAME);
    expect(again.version).toBe(1);
    again.close();
    const old = new Database(NAME);
    expect(
      await old.run(['meta'], 'readonly', async (transaction) => transaction.objectStore('meta').get('kept')),
    ).toEqual({ ok: true, value: 5 });
    old.close();
  });
});
