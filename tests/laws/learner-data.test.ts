import { describe, expect, it } from 'vitest';
import { PackDatabase } from '$lib/adapters/pack-store';
import { SettingsDatabase } from '$lib/adapters/settings-store';
import { Library } from '$lib/app/library.svelte';
import { Shelf } from '$lib/app/pack-shelf';
import { DEFAULT_STUDY_SETTINGS, settingsOfPack } from '$lib/core/memory/study-settings';
import type { PackSource } from '$lib/core/packs/pack-source';
import { revivePack } from '$lib/core/packs/revive-pack';
import { badPack as problem, devices } from './data-kit';
import { FakeTabs, finish, madeUpFacts, madeUpSource, openTab, stored } from './study-kit';
import type { Tab } from './study-kit';

const HERE = 'data-here';
const THERE = 'data-there';
const { clock, keep, tabOn, pageOf } = devices(HERE, THERE);

async function studyOn(name: string, wrong: (index: number) => boolean): Promise<Tab> {
  const tab = tabOn(name);
  await tab.studying.open();
  await finish(tab, clock, wrong);
  return tab;
}

describe('a backup', () => {
  it('then erasing, then restoring gives the same memory, log and settings', async () => {
    const tab = await studyOn(HERE, (index) => index % 3 === 0);
    await new SettingsDatabase(tab.database).write({ newPerDay: 7, theme: 'dark' });
    const before = await stored(tab);
    const { page, files, asFile } = pageOf(tab);
    await page.backup();
    expect(files.map((file) => file.name)).toEqual(['dateline-2026-03-10.json']);
    expect(page.report).toMatchObject({
      is: 'ready',
      report: { lastBackupMs: clock.utcMs, entries: before.log.length, mismatches: [] },
    });
    expect(await page.erase()).toBe(true);
    expect(await stored(tab)).toMatchObject({ log: [], memory: [], settings: {} });
    await page.check(asFile());
    expect(page.restoring).toMatchObject({
      is: 'preview',
      preview: { entries: before.log.length, newHere: before.log.length, onlyHere: 0 },
    });
    clock.pass(60);
    await page.restore('replace');
    expect(page.restoring).toMatchObject({ is: 'restored', how: 'replace' });
    expect(await stored(tab)).toEqual(before);
    // The file that it came from is its last backup.
    expect(page.report).toMatchObject({ report: { lastBackupMs: clock.utcMs - 60 * 60_000, sinceBackup: 0 } });
  });

  it('of a device whose memory is not what its log says can be restored, and puts the device right', async () => {
    const tab = await studyOn(HERE, (index) => index % 3 === 0);
    const before = await stored(tab);
    const [first] = before.memory;
    if (first === undefined) throw new Error('nothing was learnt');
    await tab.database.run(['memory'], 'readwrite', async (transaction) => {
      await transaction.objectStore('memory').put({ ...first, reps: first.reps + 1 });
    });
    const { page, asFile } = pageOf(tab);
    await page.load();
    expect(page.report).toMatchObject({ report: { mismatches: [{ path: `memory.${first.key}` }] } });
    await page.backup();
    await page.check(asFile());
    await page.restore('replace');
    expect(page.report).toMatchObject({ report: { mismatches: [] } });
    expect(await stored(tab)).toEqual(before);
  });

  it('merged on another device gives the union of both, and the same checksum on both', async () => {
    const here = await studyOn(HERE, () => false);
    clock.pass(3);
    const there = await studyOn(THERE, (index) => index < 4);
    const [one, two] = [pageOf(here), pageOf(there)];
    await one.page.backup();
    await two.page.backup();
    const [mine, theirs] = [one.asFile(), two.asFile()];
    await one.page.check(theirs);
    expect(one.page.restoring).toMatchObject({
      preview: {
        newHere: 14,
        onlyHere: 10,
        changed: { merge: 10, replace: 10 },
      },
    });
    const own = one.page.report;
    await one.page.restore('merge');
    // What was here before is in no file of theirs: the last backup stays this device's own.
    expect(one.page.report).toMatchObject({
      report: { lastBackupMs: own.is === 'ready' ? own.report.lastBackupMs : 0 },
    });
    await two.page.check(mine);
    await two.page.restore('merge');
    const [a, b] = [await stored(here), await stored(there)];
    expect(a.log).toHaveLength(10 + 14);
    expect(a).toEqual(b);
    expect(a.memory).toEqual(a.derived);
    const sums = [one, two].map(({ page }) => (page.report.is === 'ready' ? page.report.report.checksum : ''));
    expect(sums[0]).toBe(sums[1]);
  });

  it('does not hold what another device brings afterwards, however old that is', async () => {
    const there = await studyOn(THERE, () => false);
    const theirs = pageOf(there);
    await theirs.page.backup();
    clock.pass(5);
    const here = await studyOn(HERE, () => false);
    const { page } = pageOf(here);
    clock.pass(5);
    await page.backup();
    expect(page.report).toMatchObject({ report: { sinceBackup: 0 } });
    await page.check(theirs.asFile());
    await page.restore('merge');
    expect(page.report).toMatchObject({ report: { sinceBackup: (await stored(there)).log.length } });
  });

  it('that is damaged is refused before anything is touched', async () => {
    const tab = await studyOn(HERE, () => false);
    const before = await stored(tab);
    const { page, files } = pageOf(tab);
    await page.backup();
    const text = files[0]?.text ?? '';
    await page.check(new File([text.replace('"credit":1', '"credit":0')], 'changed.json'));
    expect(page.restoring).toMatchObject({ is: 'refused', file: 'changed.json', problems: [{ path: 'checksum' }] });
    await page.restore('replace');
    expect(await stored(tab)).toEqual(before);
  });

  it('with a pack that is not in order is refused like the pack itself', async () => {
    const tab = await studyOn(HERE, () => false);
    await new PackDatabase(tab.database).put({ id: 'bad', version: 1, document: {} });
    const { page, asFile } = pageOf(tab);
    await page.backup();
    await page.check(asFile());
    expect(page.restoring).toMatchObject({ is: 'refused', problems: [{ path: 'packs.0.document.events[0].when' }] });
  });

  it('leaves a snapshot behind when it replaces, and the snapshot brings back what was there', async () => {
    const tab = await studyOn(HERE, () => false);
    const { page, asFile } = pageOf(tab);
    await page.backup();
    const old = await stored(tab);
    clock.pass(24 * 60);
    await studyOn(HERE, () => true);
    const newer = await stored(tab);
    await page.check(asFile());
    await page.restore('replace');
    expect(await stored(tab)).toEqual(old);
    const snapshot = page.report.is === 'ready' ? page.report.report.snapshots[0] : undefined;
    expect(snapshot).toMatchObject({ reason: 'restore', entries: newer.log.length });
    await page.goBack(snapshot?.id ?? '');
    expect(await stored(tab)).toEqual(newer);
  });

  it('of an imported pack keeps a snapshot of what was there before', async () => {
    const tab = await studyOn(HERE, () => false);
    const before = await stored(tab);
    await new PackDatabase(tab.database).put({ id: 'new', version: 1, document: {} });
    const kept = await tab.safety.snapshots();
    expect(kept.ok && kept.value).toMatchObject([{ reason: 'import', entries: before.log.length }]);
    const copy = await tab.safety.snapshot(kept.ok ? (kept.value[0]?.id ?? '') : '');
    expect(copy.ok && copy.value).toMatchObject({ log: before.log, memory: before.memory, packs: [] });
  });

  it('keeps no more than three snapshots', async () => {
    const tab = await studyOn(HERE, () => false);
    const { log, memory, care, parameters, settings, packs, sets } = await stored(tab);
    for (let i = 0; i < 5; i += 1)
      await tab.safety.replace({ log, memory, care, parameters, settings, packs, sets }, 1000 + i);
    const kept = await tab.safety.snapshots();
    expect(kept.ok && kept.value.map((snapshot) => snapshot.createdMs)).toEqual([1004, 1003, 1002]);
  });
});

describe('the library', () => {
  const source = (id: string, version: number): PackSource => ({
    format: 'dateline-pack/1',
    id,
    version,
    title: `${id} ${String(version)}`,
    language: 'en',
    licence: 'MIT',
  });

  function libraryOn(name: string) {
    const tab = tabOn(name);
    const bundled = [
      {
        summary: {
          id: 'b',
          version: 2,
          title: 'B',
          titles: {},
          language: 'en',
          licence: 'MIT',
          tone: 'grave',
          events: 9,
          storylines: 2,
          facts: 6,
          from: 'bundled',
        },
        load: () => Promise.resolve({ source: source('b', 2), areas: {}, found: null }),
      },
    ] as const;
    const shelf = new Shelf(bundled, new PackDatabase(tab.database), async (file) => {
      const text = await file.text();
      if (text === 'bad') return { ok: false, problems: [problem] };
      const [id = '', version] = text.split(' ');
      const document = source(id, Number(version));
      return { ok: true, source: document, pack: revivePack(document) };
    });
    const library = new Library({
      examDay: () => Promise.resolve({ ok: true, value: null }),
      shelf,
      store: tab.store,
      clock,
      rolloverHour: 4,
      settingsOf: (pack) => settingsOfPack(DEFAULT_STUDY_SETTINGS, pack),
    });
    keep(library);
    const titles = (): readonly string[] =>
      library.phase.is === 'ready' ? library.phase.packs.map(({ summary }) => summary.title) : [library.phase.is];
    return { library, titles, shelf, tab };
  }
  const file = (text: string): File => new File([text], 'x.yaml');

  it('lists what comes with the app, counted before anybody studied it', async () => {
    const { library } = libraryOn(HERE);
    await library.load();
    expect(library.phase).toMatchObject({
      is: 'ready',
      packs: [{ due: 0, fresh: 6, sessionLeft: null, untouched: true }],
    });
  });

  it('knows what a backup brought, on a device where the pack was never opened', async () => {
    const first = await studyOn(HERE, () => true);
    const saved = pageOf(first);
    await saved.page.backup();
    const { library, tab } = libraryOn(THERE);
    const { page } = pageOf(tab);
    await page.check(saved.asFile());
    await page.restore('replace');
    await library.add(file('p 1'));
    clock.pass(3 * 24 * 60);
    await library.load();
    const found = (id: string) =>
      library.phase.is === 'ready' ? library.phase.packs.find(({ summary }) => summary.id === id) : undefined;
    expect(found('p')).toMatchObject({ untouched: false, sessionLeft: null });
    expect(found('b')).toMatchObject({ untouched: true, due: 0 });
    const told = found('p')?.due ?? 0;
    expect(told).toBeGreaterThan(5);
    // Once it is open, its own facts say the same.
    await tab.studying.open();
    await library.load();
    expect(found('p')?.due).toBe(told);
  });

  it('adds, updates and removes packs from files, and says why it does not', async () => {
    const { library, titles, shelf } = libraryOn(HERE);
    await library.add(file('bad'));
    expect(library.adding).toEqual({ is: 'refused', file: 'x.yaml', problems: [problem] });
    await library.add(file('p 1'));
    expect(library.adding).toMatchObject({ is: 'added', replaced: null });
    await library.add(file('p 1'));
    expect(library.adding).toMatchObject({
      is: 'refused',
      problems: [{ path: 'version', expected: 'more than 1', received: '1' }],
    });
    await library.add(file('p 3'));
    expect(library.adding).toMatchObject({ is: 'added', replaced: 1 });
    await library.add(file('p 2'));
    expect(library.adding.is).toBe('refused');
    await library.add(file('b 1'));
    expect(library.adding.is).toBe('refused');
    await library.add(file('b 3'));
    expect(titles()).toEqual(['b 3', 'p 3']);
    expect(await shelf.open('b')).toMatchObject({ ok: true, value: { source: { version: 3 } } });
    await library.remove('p');
    await library.remove('b');
    expect(titles()).toEqual(['B']);
    expect(await shelf.open('p')).toEqual({ ok: true, value: null });
  });

  it('counts for today exactly what a session then asks, and the session that is open', async () => {
    const { library, tab } = libraryOn(HERE);
    await library.add(file('p 1'));
    const count = async () => {
      await library.load();
      const pack =
        library.phase.is === 'ready' ? library.phase.packs.find(({ summary }) => summary.id === 'p') : undefined;
      return { due: pack?.due, fresh: pack?.fresh, left: pack?.sessionLeft };
    };
    await tab.studying.open();
    await tab.studying.pass();
    expect(await count()).toMatchObject({ left: 10 });
    await tab.studying.next();
    await finish(tab, clock);
    expect(await count()).toEqual({ due: 0, fresh: 0, left: null });
    for (let day = 0; day < 6; day += 1) {
      clock.pass(24 * 60);
      const { due = 0, fresh = 0 } = await count();
      const later = openTab({
        name: HERE,
        clock,
        size: 100,
        tabs: new FakeTabs(),
        source: madeUpSource(madeUpFacts(24)),
      });
      keep(later.database, later.studying);
      await later.studying.open();
      expect(new Set(await finish(later, clock)).size).toBe(due + fresh);
    }
  });
});
