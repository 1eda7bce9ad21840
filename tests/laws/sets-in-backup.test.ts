import { describe, expect, it } from 'vitest';
import { SetDatabase } from '$lib/adapters/set-store';
import { checksum } from '$lib/core/memory/hash';
import { savedSet } from '../samples/saved-set';
import { devices } from './data-kit';
import { finish } from './study-kit';
import type { Tab } from './study-kit';

const noTabs = { tell: () => undefined, listen: () => () => undefined };
const HERE = 'sets-here';
const THERE = 'sets-there';
const { clock, tabOn, pageOf } = devices(HERE, THERE);

describe('question sets in a backup', () => {
  const item = { fact: 'e0:date', form: 'choice', seed: 7, locked: true, edit: { stem: 'Which day?' } };
  const tomorrow = savedSet({ id: 'tomorrow', items: [item], exported: [item], changedMs: 10 });
  const setsOn = async (tab: Tab) => {
    const all = await new SetDatabase(tab.database, noTabs).all();
    return all.ok ? all.value.sets : [];
  };

  it('go to another device with all that was done to them', async () => {
    const [here, there] = [tabOn(HERE), tabOn(THERE)];
    await new SetDatabase(here.database, noTabs).put(tomorrow);
    const { page, asFile } = pageOf(here);
    await page.load();
    expect(page.report).toMatchObject({ report: { sets: 1, sinceBackup: 1 } });
    await page.backup();
    expect(page.report).toMatchObject({ report: { sets: 1, sinceBackup: 0 } });
    const other = pageOf(there).page;
    await other.check(asFile());
    expect(other.restoring).toMatchObject({ preview: { sets: { newHere: 1, onlyHere: 0, differing: 0, unreadable: 0 } } });
    await other.restore('merge');
    expect(await setsOn(there)).toEqual([tomorrow]);
  }); // prettier-ignore

  it('that differ on two devices are both there after joining, on either device alike', async () => {
    const [here, there] = [tabOn(HERE), tabOn(THERE)];
    await new SetDatabase(here.database, noTabs).put(tomorrow);
    await new SetDatabase(there.database, noTabs).put({ ...tomorrow, title: 'Thursday', changedMs: 20 });
    const [one, two] = [pageOf(here), pageOf(there)];
    await one.page.backup();
    await two.page.backup();
    const [mine, theirs] = [one.asFile(), two.asFile()];
    await one.page.check(theirs);
    expect(one.page.restoring).toMatchObject({ preview: { sets: { newHere: 0, onlyHere: 0, differing: 1 } } });
    await one.page.restore('merge');
    await two.page.check(mine);
    await two.page.restore('merge');
    const sets = await setsOn(here);
    expect(sets.map(({ title }) => title)).toEqual(['Thursday', 'Tomorrow']);
    expect(sets[0]?.id).toBe('tomorrow');
    expect(await setsOn(there)).toEqual(sets);
  });

  it('are replaced with the rest, and the snapshot brings them back', async () => {
    const tab = tabOn(HERE);
    const sets = new SetDatabase(tab.database, noTabs);
    const { page, asFile } = pageOf(tab);
    await sets.put(tomorrow);
    await page.backup();
    await sets.remove('tomorrow');
    await sets.put(savedSet({ id: 'friday', changedMs: 30 }));
    await page.check(asFile());
    expect(page.restoring).toMatchObject({ preview: { sets: { newHere: 1, onlyHere: 1 } } });
    await page.restore('replace');
    expect((await setsOn(tab)).map(({ id }) => id)).toEqual(['tomorrow']);
    const snapshot = page.report.is === 'ready' ? page.report.report.snapshots[0] : undefined;
    await page.goBack(snapshot?.id ?? '');
    expect((await setsOn(tab)).map(({ id }) => id)).toEqual(['friday']);
  });

  it('stay where an older backup, which knows nothing of them, takes the place of the rest', async () => {
    const tab = tabOn(HERE);
    await tab.studying.open();
    await finish(tab, clock);
    const { page, files } = pageOf(tab);
    await page.backup();
    await new SetDatabase(tab.database, noTabs).put(tomorrow);
    const { checksum: _, sets: __, ...content } = JSON.parse(files[0]?.text ?? '') as Record<string, unknown>;
    const old = { ...content, format: 'dateline-backup/2' };
    await page.check(new File([JSON.stringify({ ...old, checksum: checksum(JSON.stringify(old)) })], 'old.json'));
    expect(page.restoring).toMatchObject({ is: 'preview', preview: { sets: null } });
    await page.restore('replace');
    expect(await setsOn(tab)).toEqual([tomorrow]);
  });

  it('of a newer app are announced, carried along and left as they are', async () => {
    const [here, there] = [tabOn(HERE), tabOn(THERE)];
    const newer = { ...savedSet({ id: 'new' }), format: 2, colour: 'red' };
    // What another version of the app may have written has another type here.
    await new SetDatabase(here.database, noTabs).put(newer as never);
    const { page, asFile } = pageOf(here);
    await page.backup();
    const other = pageOf(there).page;
    await other.check(asFile());
    expect(other.restoring).toMatchObject({ preview: { sets: { newHere: 1, unreadable: 1 } } });
    await other.restore('merge');
    const kept = await there.database.run(['sets'], 'readonly', (transaction) => transaction.objectStore('sets').getAll());
    expect(kept).toEqual({ ok: true, value: [newer] });
  }); // prettier-ignore
});
