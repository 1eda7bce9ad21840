import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { savedSet } from '../../../tests/samples/saved-set';
import { Database } from './database';
import { SafetyDatabase } from './safety-store';
import { SetDatabase } from './set-store';

const noTabs = { tell: () => undefined, listen: () => () => undefined };
const NAME = 'set-store-test';
beforeEach(async () => deleteDB(NAME));

describe('stored sets', () => {
  it('come back as they were put, those changed last first', async () => {
    const sets = new SetDatabase(new Database(NAME), noTabs);
    const [old, young] = [savedSet({ id: 'a', changedMs: 1 }), savedSet({ id: 'b', changedMs: 2 })];
    await sets.put(old);
    await sets.put(young);
    expect(await sets.all()).toEqual({ ok: true, value: { sets: [young, old], unread: [] } });
    expect(await sets.get('a')).toEqual({ ok: true, value: old });
    await sets.remove('a');
    expect(await sets.get('a')).toEqual({ ok: true, value: null });
  });

  it('of a newer app are named and left alone', async () => {
    const database = new Database(NAME);
    const sets = new SetDatabase(database, noTabs);
    const newer = { ...savedSet({ id: 'new' }), format: 2 };
    // What another version of the app may have written has another type here.
    await sets.put(newer as never);
    const all = await sets.all();
    expect(all.ok && all.value.unread.map(({ id }) => id)).toEqual(['new']);
    expect(all.ok && all.value.unread[0]?.detail).toContain('format: 1, not 2');
    expect(await sets.get('new')).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
    const kept = await database.run(['sets'], 'readonly', (transaction) => transaction.objectStore('sets').get('new'));
    expect(kept).toEqual({ ok: true, value: newer });
  });

  it('go with everything else when the device is erased', async () => {
    const database = new Database(NAME);
    const sets = new SetDatabase(database, noTabs);
    await sets.put(savedSet({ id: 'a' }));
    await new SafetyDatabase(database).erase();
    expect(await sets.all()).toEqual({ ok: true, value: { sets: [], unread: [] } });
  });
});
