import fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '$lib/adapters/database';
import { SetDatabase } from '$lib/adapters/set-store';
import type { SetChannel, SetMessage } from '$lib/adapters/tab-channel';
import { Desk } from '$lib/app/desk.svelte';
import type { Bench, PackSummary } from '$lib/app/ports';
import { SetBuilder } from '$lib/app/set-builder.svelte';
import type { SetItem } from '$lib/core/questions/saved-set/saved-set';
import { savedSet } from '../samples/saved-set';

const NAME = 'two-desks';
const pack = { id: 'ukraine-2022', version: 1 } as PackSummary;
/** Nothing is drawn here. */
const bench: Bench = { ask: (is) => Promise.resolve((is === 'views' ? [] : null) as never), close: () => undefined };
const item = (fact: string): SetItem => ({ fact, form: 'choice', seed: 1, locked: false, edit: null });
const shows = ({ set }: SetBuilder): string => set.items.map(({ fact }) => fact).join();

/** The tabs of a browser: what one tells waits until it is delivered. */
class Tabs {
  #listeners: { readonly of: SetChannel; readonly hear: (message: SetMessage) => void }[] = [];
  #waiting: (() => void)[] = [];

  open(): SetChannel {
    const channel: SetChannel = {
      tell: (message) => {
        for (const { of, hear } of this.#listeners) if (of !== channel) this.#waiting.push(() => hear(message));
      },
      listen: (hear) => {
        const listener = { of: channel, hear };
        this.#listeners.push(listener);
        return () => (this.#listeners = this.#listeners.filter((one) => one !== listener));
      },
    };
    return channel;
  }

  deliver(): void {
    for (const tell of this.#waiting.splice(0)) tell();
  }
}

let opened: { close(): void }[] = [];
beforeEach(async () => deleteDB(NAME));
afterEach(() => {
  for (const one of opened) one.close();
  opened = [];
});

let now = 100;
const clock = { now: () => ({ utcMs: (now += 1), utcOffsetMinutes: 0 }) };

/** Two tabs with one stored set on the desk of each. */
async function twoDesks() {
  const tabs = new Tabs();
  const database = new Database(NAME);
  opened.push(database);
  const stores = [new SetDatabase(database, tabs.open()), new SetDatabase(database, tabs.open())] as const;
  const set = savedSet({ items: [item('first')] });
  await stores[0].put(set);
  const desk = (store: SetDatabase): SetBuilder => {
    const builder = new SetBuilder({ set, stored: true, pack, bench, store, clock, drawSeed: () => 1 });
    opened.push(builder);
    return builder;
  };
  const disk = async () => {
    const stored = await stores[0].get(set.id);
    return stored.ok ? stored.value : null;
  };
  return { tabs, stores, one: desk(stores[0]), two: desk(stores[1]), disk };
}

describe('one set on the desks of two tabs', () => {
  it('is told of and taken over where nothing waits to be written; undo leads back', async () => {
    const { tabs, one, two, disk } = await twoDesks();
    await one.take([item('theirs')]);
    expect(shows(two)).toBe('first');
    tabs.deliver();
    await expect.poll(() => shows(two)).toBe('theirs');
    expect(two.fromElsewhere).toBe(true);
    expect(two.keeper.conflict).toBeNull();
    await two.undo();
    expect(shows(two)).toBe('first');
    expect(two.fromElsewhere).toBe(false);
    expect(await disk()).toEqual(two.set);
    tabs.deliver();
    await expect.poll(() => shows(one)).toBe('first');
  });

  it('that is changed in both is not written over: the conflict is shown, and either state can stay', async () => {
    for (const keeps of ['mine', 'theirs'] as const) {
      const { one, two, disk } = await twoDesks();
      await one.take([item('one')]);
      await two.take([item('two')]);
      expect(two.keeper.conflict).toEqual({ theirs: one.set });
      expect(two.keeper.saved).toBe(false);
      expect(await disk(), 'nothing is written in silence').toEqual(one.set);
      await two.take([item('two'), item('more')]);
      expect(await disk()).toEqual(one.set);
      await (keeps === 'mine' ? two.keepMine() : two.takeTheirs());
      expect(two.keeper.conflict).toBeNull();
      expect(two.keeper.saved).toBe(true);
      expect(shows(two)).toBe(keeps === 'mine' ? 'two,more' : 'one');
      expect(await disk()).toEqual(two.set);
      await two.undo();
      expect(shows(two), 'the other state is a step back').toBe(keeps === 'mine' ? 'one' : 'two,more');
      expect(await disk()).toEqual(two.set);
    }
  });

  it('that the other tab has deleted stays on the screen, is not brought back in silence, and is if one wants', async () => {
    const { tabs, stores, two, disk } = await twoDesks();
    await stores[0].remove('tomorrow');
    tabs.deliver();
    await expect.poll(() => two.keeper.conflict).toEqual({ theirs: null });
    await two.take([item('two')]);
    expect(await disk()).toBeNull();
    await two.keepMine();
    expect(await disk()).toEqual(two.set);
    expect(shows(two)).toBe('two');
  });

  it('keeps what was exported apart from what was changed: an export in one tab is news in the other', async () => {
    const { tabs, one, two, disk } = await twoDesks();
    await one.wentOut();
    tabs.deliver();
    await expect.poll(() => two.set.exported).toEqual(one.set.items);
    expect([two.fromElsewhere, two.canUndo]).toEqual([false, false]);
    await two.take([item('two')]);
    expect((await disk())?.exported).toEqual([item('first')]);
  });

  it('that a list shows is deleted as it is on the disk, and put back as it was there', async () => {
    const { tabs, stores, one, disk } = await twoDesks();
    const list = new Desk({
      store: stores[1], packs: () => Promise.resolve({ ok: true, value: [pack] }), clock, newId: () => 'new',
      files: { download: () => undefined, downloadBytes: () => undefined, readText: () => Promise.resolve('') },
    }); // prettier-ignore
    opened.push(list);
    await list.load();
    const shown = list.phase.is === 'ready' ? list.phase.sets[0] : undefined;
    if (shown === undefined) throw new Error('no set');
    await one.take([item('newer')]);
    await list.remove(shown);
    expect(list.removed).toEqual(one.set);
    await list.putBack();
    expect(await disk()).toEqual(one.set);
    await one.rename('Renamed');
    tabs.deliver();
    await expect.poll(() => (list.phase.is === 'ready' ? list.phase.sets[0]?.title : '')).toBe('Renamed');
  });

  it('loses nothing, however two tabs take turns and whatever they hear of each other', async () => {
    const act = fc.constantFrom('one', 'two', 'both', 'deliver', 'look', 'mine', 'theirs');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 14 }), async (acts) => {
        await deleteDB(NAME);
        const { tabs, one, two, disk } = await twoDesks();
        const written: string[] = [];
        const change = (builder: SetBuilder): Promise<void> => {
          written.push(`n${String(written.length)}`);
          return builder.take([item(written.at(-1) ?? '')]);
        };
        for (const is of acts) {
          if (is === 'one') await change(one);
          else if (is === 'two') await change(two);
          else if (is === 'both') await Promise.all([change(one), change(two)]);
          else if (is === 'deliver') tabs.deliver();
          else if (is === 'look') await Promise.all([one.lookAgain(), two.lookAgain()]);
          else for (const tab of [one, two]) await (is === 'mine' ? tab.keepMine() : tab.takeTheirs());
        }
        // In the end every conflict is answered and both have looked.
        for (const tab of [one, two, one, two]) {
          await tab.lookAgain();
          await tab.keepMine();
        }
        expect(await disk()).toEqual(two.set);
        expect(shows(one)).toBe(shows(two));
        const seen = new Set<string>();
        for (const tab of [one, two]) {
          seen.add(shows(tab));
          while (tab.canUndo) {
            await tab.undo();
            await tab.keepMine();
            seen.add(shows(tab));
          }
        }
        expect([...seen]).toEqual(expect.arrayContaining(written));
        for (const open of opened) open.close();
        opened = [];
      }),
      { numRuns: 60 },
    );
  });
});
