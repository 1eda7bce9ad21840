import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '$lib/adapters/database';
import { SettingsDatabase } from '$lib/adapters/settings-store';
import { Settings } from '$lib/app/settings.svelte';
import { restDays, restPlan } from '$lib/core/memory/rest-days';
import { DEFAULT_STUDY_SETTINGS } from '$lib/core/memory/study-settings';
import { studyDay } from '$lib/core/time/study-day';
import { FakeClock } from './study-kit';

const HERE = 'settings';
const opened: { close(): void }[] = [];
beforeEach(() => deleteDB(HERE));
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

describe('settings', () => {
  it('of one pack stand before those of all, one by one, and can be given up again', async () => {
    const database = new Database(HERE);
    opened.push(database);
    const settings = new Settings(new SettingsDatabase(database), new FakeClock(), 'en');
    await settings.load();
    expect(await settings.setForPack('p', 'retention', 0.95)).toBeNull();
    expect(await settings.setForPack('p', 'newPerDay', 3)).toBeNull();
    expect(await settings.setForPack('p', 'newPerDay', 201)).toMatchObject({ received: '201' });
    expect(await settings.setForPack('q', 'exam', { date: '2027-02-29', minutes: 10 })).not.toBeNull();
    await settings.set('newPerDay', 20);
    const again = new Settings(new SettingsDatabase(database), new FakeClock(), 'en');
    await again.load();
    expect(again.ofPack('p')).toMatchObject({ retention: 0.95, newPerDay: 3, exam: null });
    expect(again.ofPack('q')).toMatchObject({ retention: 0.9, newPerDay: 20 });
    await again.setForPack('p', 'newPerDay', undefined);
    expect(again.ofPack('p')).toMatchObject({ retention: 0.95, newPerDay: 20 });
    expect(Object.keys(again.ownOf('p'))).toEqual(['retention']);
  });

  it('of a pack that were stored wrong cost neither its others nor those of other packs', async () => {
    const database = new Database(HERE);
    opened.push(database);
    const packs = { p: { retention: 2, newPerDay: 3 }, q: { reviewOrder: 'random' } };
    await new SettingsDatabase(database).write({ packs });
    const settings = new Settings(new SettingsDatabase(database), new FakeClock(), 'en');
    await settings.load();
    expect(settings.values.packs).toEqual({ p: { newPerDay: 3 }, q: { reviewOrder: 'random' } });
    expect(settings.problems.packs).toMatchObject({ field: 'packs.p.retention', received: '2' });
  });

  it('are kept, and what is refused stays out and says why', async () => {
    const database = new Database(HERE);
    opened.push(database);
    const settings = new Settings(new SettingsDatabase(database), new FakeClock(), 'uk');
    await settings.load();
    expect(settings.values).toMatchObject({
      language: 'uk',
      newPerDay: 10,
      retention: 0.9,
      rolloverHour: 4,
      theme: 'system',
    });
    expect(await settings.set('newPerDay', 25)).toBeNull();
    expect(await settings.set('retention', 1.2)).toMatchObject({
      expected: 'a number from 0.7 to 0.99',
      received: '1.2',
    });
    expect(settings.problems).toMatchObject({ retention: { received: '1.2' } });
    const again = new Settings(new SettingsDatabase(database), new FakeClock(), 'en');
    await again.load();
    expect(again.values).toEqual({
      ...DEFAULT_STUDY_SETTINGS,
      language: 'uk',
      theme: 'system',
      restDays: [],
      restWeeks: [],
      fitting: null,
      device: { badge: true, awake: true, aloud: false },
      newPerDay: 25,
    });
  });

  it('keep which weekdays were free when, so that a change leaves the past as it was', async () => {
    const database = new Database(HERE);
    opened.push(database);
    const clock = new FakeClock();
    const settings = new Settings(new SettingsDatabase(database), clock, 'en');
    await settings.load();
    const today = studyDay(clock.now(), 4);
    await settings.set('easyDays', settings.values.easyDays.with(6, 'none'));
    expect(settings.values.restWeeks.at(-1)).toEqual({ fromDay: today, weekdays: [7] });
    clock.pass(10 * 24 * 60);
    expect(await settings.set('easyDays', [])).not.toBeNull();
    await settings.set('easyDays', settings.values.easyDays.with(6, 'usual'));
    const again = new Settings(new SettingsDatabase(database), clock, 'en');
    await again.load();
    const isRest = restDays(restPlan(again.values));
    const restsFrom = (from: number): readonly number[] =>
      Array.from({ length: 10 }, (_, after) => from + after).filter(isRest);
    expect(restsFrom(today - 10)).toEqual([]);
    expect(restsFrom(today)).toHaveLength(1);
    expect(restsFrom(today + 10)).toEqual([]);
  });

  it('that were stored wrong are not used and not repaired in silence', async () => {
    const database = new Database(HERE);
    opened.push(database);
    await new SettingsDatabase(database).write({ rolloverHour: 77, newPerDay: 3, later: true });
    const settings = new Settings(new SettingsDatabase(database), new FakeClock(), 'en');
    await settings.load();
    expect(settings.values).toMatchObject({ rolloverHour: 4, newPerDay: 3 });
    expect(settings.problems).toMatchObject({ rolloverHour: { received: '77' } });
  });
});
