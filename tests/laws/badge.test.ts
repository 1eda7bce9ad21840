// The number on the app's icon, with the real start page behind it and a real (made-up) database behind that: counted against the memories.
import { describe, expect, it } from 'vitest';
import type { ExtrasParts } from '$lib/app/extras';
import { Extras } from '$lib/app/extras';
import { Library } from '$lib/app/library.svelte';
import type { PackShelf } from '$lib/app/ports';
import { Settings } from '$lib/app/settings.svelte';
import { DEFAULT_STUDY_SETTINGS, settingsOfPack } from '$lib/core/memory/study-settings';
import { madeUpBrowser } from './made-browser';
import { finish, madeUpFacts, madeUpSource, stored } from './study-kit';

const { clock, open } = madeUpBrowser('badge-test');
const facts = madeUpFacts(12).filter(({ kind }) => kind === 'date');
const source = madeUpSource(facts);
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));

/** What the device beside the pages needs, as far as the badge goes; what else it is given would throw. */
function extrasOn(list: PackShelf['list'], wanted = () => true) {
  const tab = open({ source });
  const shown: number[] = [];
  const leaves: (() => void)[] = [];
  let open_libraries = 0;
  const settings = new Settings({ read: () => Promise.resolve({ ok: true, value: {} }), write: () => Promise.resolve({ ok: true, value: null }) }, clock, 'en'); // prettier-ignore
  const library = (): Promise<Library> => {
    const made = new Library({
      shelf: { list } as PackShelf,
      store: tab.store,
      clock,
      rolloverHour: 4,
      settingsOf: (pack) => settingsOfPack(DEFAULT_STUDY_SETTINGS, pack),
      examDay: () => Promise.resolve({ ok: true, value: null }),
    });
    open_libraries += 1;
    const close = made.close.bind(made);
    made.close = () => {
      open_libraries -= 1;
      close();
    };
    return Promise.resolve(made);
  };
  settings.values = { ...settings.values, device: { ...settings.values.device, badge: wanted() } };
  const extras = new Extras({
    badge: { available: true, show: (count: number) => Promise.resolve(void shown.push(count)) },
    onLeave: (callback: () => void) => leaves.push(callback),
    settings,
    library,
  } as unknown as ExtrasParts);
  const leave = async (): Promise<number | undefined> => {
    const before = shown.length;
    for (const callback of leaves) callback();
    await expect.poll(() => shown.length).toBeGreaterThan(before);
    return shown.at(-1);
  };
  return { tab, extras, shown, leave, openLibraries: () => open_libraries, settings };
}

const listed: PackShelf['list'] = () => Promise.resolve({ ok: true, value: [source.pack] });

describe('the number on the icon', () => {
  it('is what is due in all packs, new questions not among it, and is counted anew whenever the app is left', async () => {
    const { tab, shown, leave, openLibraries } = extrasOn(listed);
    await expect.poll(() => shown).toEqual([0]);
    await tab.studying.open();
    await finish(tab, clock, (index) => index < 3);
    expect(await leave(), 'all is learnt, and two events are new').toBe(0);
    for (const days of [2, 5, 30]) {
      clock.pass(days * 24 * 60);
      const { memory } = await stored(tab);
      const day = Math.floor((clock.utcMs + 120 * 60_000 - 4 * 3_600_000) / 86_400_000);
      const due = memory.filter((record) => record.due !== null && record.due <= day).length;
      expect(await leave(), `${String(days)} days later`).toBe(due);
    }
    expect(shown.at(-1)).toBe(10);
    expect(openLibraries(), 'nothing is left listening').toBe(0);
  });

  it('has what the pack changed among it', async () => {
    const { tab, leave } = extrasOn(listed);
    await tab.studying.open();
    await finish(tab, clock);
    const anew = facts.map((info) => ({ ...info, memories: info.memories.map((memory) => ({ ...memory, answer: '2022-05-05' })) })); // prettier-ignore
    const changed = open({ source: madeUpSource(anew, 2) });
    await changed.studying.open();
    expect(await leave()).toBe(10);
  });

  it('stays as it is where the count fails, and goes where it is not wanted', async () => {
    const problem = { kind: 'closed', detail: 'made up' } as const;
    const { shown, extras, settings } = extrasOn(() => Promise.resolve({ ok: false, problem }));
    await extras.recountBadge();
    await settled();
    expect(shown).toEqual([]);
    settings.values = { ...settings.values, device: { ...settings.values.device, badge: false } };
    await extras.recountBadge();
    expect(shown).toEqual([0]);
  });
});
