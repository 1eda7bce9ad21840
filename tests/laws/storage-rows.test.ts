// What is demanded of storage, row by row, on a made-up IndexedDB. How a connection is lost, blocked, taken and found again stands in
// src/lib/adapters/study-store.test.ts, what old databases become in migrations.test.ts; what only a browser can show (the worker's updates, the
// server stopped, a tab that holds an old version) is in tests/e2e: update, offline, thirty-days.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteDB } from 'idb';
import { Database } from '$lib/adapters/database';
import { MIGRATIONS } from '$lib/adapters/migrations';
import { PackDatabase } from '$lib/adapters/pack-store';
import { SafetyDatabase } from '$lib/adapters/safety-store';
import { compareEntries, mergeLogs } from '$lib/core/memory/log';
import { merge } from '$lib/core/memory/backup';
import type { LearnerData } from '$lib/core/memory/backup';
import { pageOf } from './data-kit';
import { checked, madeUpBrowser } from './made-browser';
import { FakeTabs, finish, madeUpFacts, madeUpSource, rightAnswer } from './study-kit';
import type { Tab } from './study-kit';

const NAME = 'storage-rows';
const OTHER = `${NAME}-other`;
const { clock, open, begun } = madeUpBrowser(NAME);
beforeEach(() => deleteDB(OTHER));
afterEach(() => {
  vi.restoreAllMocks();
});

/** A second device. */
const elsewhere = (): Tab => open({ name: OTHER, tabs: new FakeTabs() });
const dataOf = async (tab: Tab): Promise<LearnerData> => {
  const { log, memory, care, parameters, settings, packs, sets } = await checked(tab);
  return { log, memory, care, parameters, settings, packs, sets };
};

describe('an answer', () => {
  it('is one transaction, with the log entry and the memory in it', async () => {
    const tab = await begun();
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await tab.studying.answer(rightAnswer(tab));
    const writing = opened.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing).toHaveLength(1);
    expect(writing[0]?.[0]).toEqual(expect.arrayContaining(['log', 'memory']));
  });

  it('is safe before the next card appears', async () => {
    const tab = await begun();
    const append = tab.store.append.bind(tab.store);
    let let_go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (let_go = resolve));
    tab.store.append = async (step) => {
      await held;
      return append(step);
    };
    const answered = tab.studying.answer(rightAnswer(tab));
    await expect.poll(() => tab.studying.phase.is).toBe('verdict');
    const next = tab.studying.next();
    await Promise.resolve();
    expect(tab.studying.phase).toMatchObject({ is: 'verdict', saving: 'saving' });
    let_go();
    await Promise.all([answered, next]);
    await tab.studying.next();
    expect(tab.studying.phase.is).toBe('question');
    expect((await checked(tab)).log).toHaveLength(1);
  });

  it('is stored whole or not at all', async () => {
    const tab = await begun();
    const stores: string[] = [];
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the store that it was called on
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...value) {
      stores.push(this.name);
      if (this.name === 'memory') throw new DOMException('a record that cannot be stored', 'DataCloneError');
      return Reflect.apply(put, this, value);
    });
    await tab.studying.answer(rightAnswer(tab));
    vi.restoreAllMocks();
    expect(stores, 'the entry was put already when the memory was refused').toEqual(
      expect.arrayContaining(['log', 'memory']),
    );
    expect(await checked(tab)).toMatchObject({ log: [], memory: [] });
  });

  it('taken back is a further entry: nothing is ever deleted', async () => {
    const tab = await begun();
    await tab.studying.answer(rightAnswer(tab));
    await tab.studying.undo();
    const { log, memory } = await checked(tab);
    const [answer, revoke] = [...log].sort(compareEntries);
    expect([answer?.type, revoke]).toEqual([
      'answer',
      expect.objectContaining({ type: 'revoke', revokes: answer?.id }),
    ]);
    expect(memory).toEqual([]);
  });

  it('has an id of device and counter that no other entry has', async () => {
    const [one, two] = [await begun(), elsewhere()];
    await finish(one, clock);
    await two.studying.open();
    await finish(two, clock);
    const ids = [...(await checked(one)).log, ...(await checked(two)).log].map(({ id }) => id);
    expect(new Set(ids).size).toBe(20);
    expect(ids.every((id) => /^device-\d{4}-\d{6}$/.test(id))).toBe(true);
  });

  it('that a full disk cannot take is kept in memory, said, and offered as a file', async () => {
    const tab = await begun();
    const append = tab.store.append.bind(tab.store);
    tab.store.append = () => Promise.resolve({ ok: false, problem: { kind: 'quota', detail: 'QuotaExceededError' } });
    await tab.studying.answer(rightAnswer(tab));
    expect(tab.studying.storageProblem?.kind).toBe('quota');
    const { page, files } = pageOf(tab, clock);
    await tab.studying.saveElsewhere((unsaved) => page.backupWith(unsaved));
    expect(files[0]?.text).toContain('"type":"answer"');
    tab.store.append = append;
    await tab.studying.retrySaving();
    expect((await checked(tab)).log).toHaveLength(1);
  });
});

describe('memory', () => {
  it('is what the log gives, bit for bit, after wrong, right, too easy, suspended, taken back and a second day', async () => {
    for (let day = 0; day < 4; day += 1) {
      const tab = await begun();
      await tab.studying.answer(rightAnswer(tab));
      await tab.studying.tooEasy();
      await tab.studying.next();
      await tab.studying.decide({ do: 'suspend' });
      await tab.studying.pass();
      await tab.studying.undo();
      await finish(tab, clock, (index) => index % 3 === day % 3);
      // Memory and decisions are compared with the log in there.
      expect((await checked(tab)).memory.length).toBeGreaterThan(5);
      tab.studying.close();
      clock.pass(24 * 60);
    }
  });

  it('of two devices is that of the union of their logs, whichever is joined to which, and again', async () => {
    const here = await begun();
    await finish(here, clock, (index) => index % 2 === 0);
    const there = elsewhere();
    await there.studying.open();
    await finish(there, clock);
    const [a, b] = [await dataOf(here), await dataOf(there)];
    const [ab, ba] = [merge(a, b), merge(b, a)];
    expect(ab.log).toHaveLength(a.log.length + b.log.length);
    expect({ log: ab.log, memory: ab.memory, care: ab.care }).toEqual({ log: ba.log, memory: ba.memory, care: ba.care });
    expect(merge(ab, b)).toEqual(ab);
    const both = mergeLogs(a.log, b.log);
    expect(both.map(({ id }) => id)).toEqual([...both].sort((x, y) => x.day - y.day || x.utcMs - y.utcMs || (x.id < y.id ? -1 : 1)).map(({ id }) => id));
  }); // prettier-ignore

  it('that is due is found by its index: of many facts only those are read', async () => {
    const source = madeUpSource(madeUpFacts(120));
    const tab = await begun({ source, size: 200, newPerDay: 200 });
    await finish(tab, clock);
    tab.studying.close();
    expect((await checked(tab)).memory.length).toBeGreaterThan(50);
    const whole = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const ranges = vi.spyOn(IDBIndex.prototype, 'getAll');
    await begun({ source, newPerDay: 0 });
    expect(whole.mock.contexts.map((store) => (store as IDBObjectStore).name)).not.toContain('memory');
    expect(ranges.mock.contexts.map((index) => (index as IDBIndex).name)).toEqual(
      expect.arrayContaining(['by-due', 'by-last']),
    );
  });
});

describe('a snapshot is kept', () => {
  const kept = async (safety: SafetyDatabase) => {
    const all = await safety.snapshots();
    return all.ok ? all.value.map(({ reason, entries }) => [reason, entries]) : all.problem;
  };

  it('before a migration', async () => {
    const tab = await begun();
    await finish(tab, clock);
    tab.database.close();
    const newer = new Database(NAME, {}, [
      ...MIGRATIONS,
      (_, transaction) => transaction.objectStore('memory').clear(),
    ]);
    expect(await kept(new SafetyDatabase(newer))).toEqual([['migration', 10]]);
    newer.close();
  });

  it('before a pack is imported', async () => {
    const tab = await begun();
    await finish(tab, clock);
    await new PackDatabase(tab.database).put({ id: 'new', version: 1, document: {} });
    expect(await kept(tab.safety)).toEqual([['import', 10]]);
  });

  it('before a restore, which says beforehand what it will do and does that', async () => {
    const tab = await begun();
    await finish(tab, clock);
    const { page, asFile } = pageOf(tab, clock);
    await page.backup();
    const before = await dataOf(tab);
    await page.check(asFile());
    expect(page.restoring).toMatchObject({ is: 'preview', preview: { entries: 10, newHere: 0, onlyHere: 0, changed: { merge: 0, replace: 0 } } });
    expect(await dataOf(tab), 'a rehearsal touches nothing').toEqual(before);
    await page.restore('replace');
    expect(await kept(tab.safety)).toEqual([['restore', 10]]);
    expect(await dataOf(tab)).toEqual(before);
  }); // prettier-ignore
});

describe('the page of the data', () => {
  it('shows whether it is kept, the last backup, the number of entries and their checksum, the same on a device that restored the file', async () => {
    const tab = await begun();
    await finish(tab, clock, (index) => index === 0);
    const { page, asFile } = pageOf(tab, clock);
    await page.load();
    expect(page.report).toMatchObject({ report: { persisted: null, lastBackupMs: null, sinceBackup: 11, entries: 11, mismatches: [] } });
    await page.backup();
    expect(page.report).toMatchObject({ report: { lastBackupMs: clock.utcMs, sinceBackup: 0 } });
    const there = pageOf(elsewhere(), clock);
    await there.page.check(asFile());
    await there.page.restore('replace');
    const sums = [page, there.page].map(({ report }) => (report.is === 'ready' ? report.report.checksum : ''));
    expect(sums[0]).toMatch(/\w{8}/);
    expect(sums[1]).toBe(sums[0]);
  }); // prettier-ignore

  it('the browser is asked to keep it after the first finished session, not before, and not again once it does', async () => {
    let asked = 0;
    const tab = await begun({ askToKeep: () => Promise.resolve((asked += 1) > 0) });
    await tab.studying.answer(rightAnswer(tab));
    await tab.studying.next();
    expect(asked).toBe(0);
    await finish(tab, clock);
    await expect.poll(() => tab.studying.phase).toMatchObject({ is: 'done', persisted: true });
    expect(asked).toBe(1);
  });

  it('the hand-over file carries everything into an app that sees nothing of the tab', async () => {
    const tab = await begun();
    await finish(tab, clock, (index) => index === 3);
    await tab.studying.open();
    const { page, asFile } = pageOf(tab, clock);
    await page.backup();
    const app = elsewhere();
    expect((await checked(app)).log).toEqual([]);
    const { page: inApp } = pageOf(app, clock);
    await inApp.check(asFile());
    await inApp.restore('merge');
    expect(await dataOf(app)).toEqual(await dataOf(tab));
  });
});
