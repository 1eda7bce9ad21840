import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readUkrainePack, readUkraineSource } from '../../../tests/content/pack-kit';
import { DeskWorker } from '$lib/core/export/desk/desk-work';
import type { DeskTask } from '$lib/core/export/desk/desk-task';
import { isSameState, type PutOver, type SavedSet } from '$lib/core/questions/saved-set/saved-set';
import { summarise } from '$lib/core/packs/summarise';
import { emptySet } from './desk.svelte';
import type { Bench, SetStore, Stored } from './ports';
import { SetBuilder } from './set-builder.svelte';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const worker = new DeskWorker();
const bench: Bench = {
  ask: (is, about) => worker.work({ is, ...about } as unknown as DeskTask),
  close: () => undefined,
};

beforeAll(async () => {
  expect((await readUkrainePack()).id).toBe('ukraine-2022');
  await bench.ask('pack', { pack: { source: await readUkraineSource(), areas: {}, map: null } });
});

/** A disk that remembers what was written, and can be made to fail. */
class Disk implements SetStore {
  readonly written: SavedSet[] = [];
  full = false;
  /** Tabs that listen. */
  readonly tabs = new Set<(id: string) => void>();
  all = () => Promise.resolve({ ok: true, value: { sets: this.written, unread: [] } } as const);
  get = (id: string) => Promise.resolve({ ok: true, value: this.#gone ? null : (this.written.findLast((set) => set.id === id) ?? null) } as const);
  put = (set: SavedSet): Promise<Stored<null>> => {
    if (this.full) return Promise.resolve({ ok: false, problem: { kind: 'quota', detail: 'no room' } });
    this.written.push(set);
    return Promise.resolve({ ok: true, value: null });
  };
  putOver = async (known: SavedSet | null, set: SavedSet): Promise<Stored<PutOver>> => {
    const now = this.#gone ? null : (this.written.findLast(({ id }) => id === set.id) ?? null);
    const isKnown = now === null || known === null ? now === known : isSameState(now, known);
    if (!isKnown) return { ok: true, value: { is: 'changed', now } };
    const put = await this.put(set);
    if (put.ok) this.#gone = false;
    return put.ok ? { ok: true, value: { is: 'written' } } : put;
  };
  remove = () => {
    this.#gone = true;
    return Promise.resolve({ ok: true, value: null } as const);
  };
  onChange = (hear: (id: string) => void) => {
    this.tabs.add(hear);
    return () => this.tabs.delete(hear);
  };
  #gone = false;
} // prettier-ignore

async function begin(count: number, kinds: SavedSet['wish']['kinds'] = []) {
  const disk = new Disk();
  const pack = summarise(await readUkraineSource(), 'bundled', null);
  let seed = 1;
  let utcMs = 1000;
  const builder = new SetBuilder({
    set: emptySet(pack, 'en', { id: 'tomorrow', seed, utcMs }), stored: false, pack, bench, store: disk,
    clock: { now: () => ({ utcMs: (utcMs += 1), utcOffsetMinutes: 0 }) }, drawSeed: () => (seed += 1),
  }); // prettier-ignore
  await builder.open();
  await builder.draw({ ...builder.set.wish, count, kinds }, 'en');
  return { builder, disk };
}

const facts = ({ set }: SetBuilder): readonly string[] => set.items.map(({ fact }) => fact);

describe('a set on the desk', () => {
  it('is not stored before its first questions, and then after every change', async () => {
    const { builder, disk } = await begin(5);
    expect(disk.written).toHaveLength(1);
    expect(builder.stored).toBe(true);
    await builder.toggleLock(0);
    await builder.rename('Tomorrow');
    await builder.remove(1);
    expect(disk.written.at(-1)).toEqual(builder.set);
    expect(builder.set).toMatchObject({ title: 'Tomorrow', revision: 4 });
  });

  it('keeps what is locked where it is when the rest is drawn anew', async () => {
    const { builder } = await begin(6);
    const before = facts(builder);
    await builder.toggleLock(2);
    await builder.draw(builder.set.wish, 'en');
    const after = facts(builder);
    expect(after[2]).toBe(before[2]);
    expect(after).toHaveLength(6);
    expect(after).not.toEqual(before);
    expect(new Set(after).size).toBe(6);
  });

  it('is drawn smaller around more that is locked than is wanted', async () => {
    const { builder } = await begin(4);
    for (const at of [0, 1, 2]) await builder.toggleLock(at);
    await builder.draw({ ...builder.set.wish, count: 2 }, 'en');
    expect(builder.set.items).toHaveLength(3);
    expect(builder.short).toBeNull();
  });

  it('goes back and forth through every change, typing in one field being one', async () => {
    const { builder } = await begin(4);
    const states = [builder.set.items];
    await builder.move(0, 2);
    states.push(builder.set.items);
    for (const stem of ['W', 'Wh', 'Whe', 'When?']) await builder.edit(0, { stem }, 'stem');
    states.push(builder.set.items);
    await builder.remove(3);
    states.push(builder.set.items);
    for (const items of states.slice(0, -1).reverse()) {
      await builder.undo();
      expect(builder.set.items).toBe(items);
    }
    for (const items of states.slice(1)) {
      await builder.redo();
      expect(builder.set.items).toBe(items);
    }
    expect(builder.canRedo).toBe(false);
  });

  it('brings another question each time until all have had their turn, and never one twice in the set', async () => {
    const { builder } = await begin(3, ['date']);
    const seen = new Set([facts(builder)[0]]);
    for (let i = 0; i < 12; i++) {
      await builder.replace(0);
      const [first] = facts(builder);
      expect(seen.has(first), 'none comes again before the others').toBe(false);
      seen.add(first);
      expect(new Set(facts(builder)).size).toBe(3);
    }
    expect(builder.exhausted).toBe(false);
  });

  it('tells of an edit as soon as it is made', async () => {
    const { builder } = await begin(2, ['date']);
    await builder.edit(0, { stem: 'What was in March 2022?' }, 'stem');
    const [item] = builder.set.items;
    const view = item === undefined ? null : builder.viewOf(item);
    expect(view?.is === 'question' && view.warnings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['proof', 'leak'])); // prettier-ignore
  });

  it('says so when the disk is full, and writes the newest as soon as there is room', async () => {
    const { builder, disk } = await begin(3);
    disk.full = true;
    await builder.remove(0);
    expect(builder.keeper.problem).toMatchObject({ kind: 'quota' });
    expect(builder.keeper.saved).toBe(false);
    disk.full = false;
    await builder.remove(0);
    expect(builder.keeper.saved).toBe(true);
    expect(disk.written.at(-1)?.items).toHaveLength(1);
  });

  it('counts what the pack cannot give', async () => {
    const { builder } = await begin(400, ['place']);
    expect(builder.short?.wanted).toBe(400);
    expect(builder.short?.got).toBe(builder.set.items.length);
    expect(Object.values(builder.short?.leftOut ?? {}).length).toBeGreaterThan(0);
  });
});
