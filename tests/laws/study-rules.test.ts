import { describe, expect, it } from 'vitest';
import { DEFAULT_STUDY_SETTINGS, settingsOfPack } from '$lib/core/memory/study-settings';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import { madeUpBrowser } from './made-browser';
import { finish, madeUpFacts, madeUpSource, rightAnswer, stored } from './study-kit';
import type { Tab } from './study-kit';

// 2026-03-10, the first day of the clock, is a Tuesday.
const { clock, open } = madeUpBrowser('rules-test');

const rules = (change: Partial<SettingsOfPack>): SettingsOfPack => ({
  ...settingsOfPack(DEFAULT_STUDY_SETTINGS, 'p'),
  ...change,
});
const rest = (tab: Tab) => {
  const { phase } = tab.studying;
  if (phase.is !== 'done' && phase.is !== 'empty') throw new Error(`not at rest: ${phase.is}`);
  return phase;
};
const agrees = async (tab: Tab): Promise<void> => {
  const { memory, derived } = await stored(tab);
  expect(memory).toEqual(derived);
};

describe('more than the limits of a day', () => {
  it('is asked on request, for that day and after a reload too, and not on the next', async () => {
    const tab = open({ newPerDay: 3 });
    await tab.studying.open();
    expect(await finish(tab, clock)).toHaveLength(3);
    expect(rest(tab).left).toMatchObject({ fresh: 0, heldFresh: 10 });
    await tab.studying.more({ fresh: 10, reviews: 0 });
    expect(tab.studying.counts.left).toBe(10);
    await tab.studying.answer(rightAnswer(tab));
    const again = open({ newPerDay: 3 });
    await again.studying.open();
    expect(again.studying.counts).toMatchObject({ answered: 1, left: 9 });
    expect(await finish(again, clock)).toHaveLength(9);
    const third = open({ newPerDay: 3 });
    await third.studying.open();
    expect(rest(third).left.fresh).toBe(0);
    clock.pass(24 * 60);
    const tomorrow = open({ newPerDay: 3, size: 100 });
    await tomorrow.studying.open();
    await finish(tomorrow, clock);
    const { log } = await stored(tomorrow);
    const day = Math.max(...log.map((entry) => entry.day));
    const first = new Set(log.flatMap((entry) => (entry.type === 'answer' && entry.day < day ? [entry.fact] : [])));
    const fresh = log.filter((entry) => entry.type === 'answer' && entry.day === day && !first.has(entry.fact));
    expect(fresh).toHaveLength(3);
    await agrees(tomorrow);
  });

  it('holds reviews back, and brings them on request', async () => {
    const source = madeUpSource(madeUpFacts(40));
    const first = open({ newPerDay: 12, size: 100, source });
    await first.studying.open();
    await finish(first, clock);
    clock.pass(10 * 24 * 60);
    const settings = rules({ reviewsPerDay: 4 });
    const tab = open({ newPerDay: 0, size: 100, source, settings });
    await tab.studying.open();
    expect(await finish(tab, clock)).toHaveLength(4);
    const held = rest(tab).left.heldReviews;
    expect(held).toBeGreaterThan(0);
    await tab.studying.more({ fresh: 0, reviews: 2 });
    expect(await finish(tab, clock)).toHaveLength(Math.min(2, held));
  });

  it('is asked even where the limit was lowered after it had been reached', async () => {
    const tab = open({ newPerDay: 6 });
    await tab.studying.open();
    await finish(tab, clock);
    const lowered = open({ newPerDay: 2 });
    await lowered.studying.open();
    await lowered.studying.more({ fresh: 5, reviews: 0 });
    expect(lowered.studying.counts.left).toBe(5);
  });

  it('is the only thing on a day without studying', async () => {
    const settings = rules({ easyDays: DEFAULT_STUDY_SETTINGS.easyDays.with(1, 'none') });
    const tab = open({ settings });
    await tab.studying.open();
    expect(rest(tab)).toMatchObject({ is: 'empty', left: { ease: 'none', fresh: 0 } });
    await tab.studying.more({ fresh: 2, reviews: 0 });
    expect(await finish(tab, clock)).toHaveLength(2);
  });

  it('is the only thing on a day planned to be free too, with an exam ahead as without', async () => {
    const restDays = [{ from: '2026-03-10', to: '2026-03-10' }];
    for (const exam of [null, { date: '2026-03-20', minutes: 5 }]) {
      const tab = open({ settings: rules({ restDays, exam }) });
      await tab.studying.open();
      expect(rest(tab)).toMatchObject({ is: 'empty', left: { ease: 'none', fresh: 0 } });
      tab.studying.close();
    }
    clock.pass(24 * 60);
    const next = open({ settings: rules({ restDays, exam: { date: '2026-03-20', minutes: 5 } }) });
    await next.studying.open();
    expect(next.studying.counts.left).toBeGreaterThan(5);
  });
});

describe('going over without a schedule', () => {
  it('asks anything, due or not, and keeps the answers without touching what is remembered', async () => {
    const tab = open();
    await tab.studying.open();
    await finish(tab, clock);
    const before = await stored(tab);
    const cram = open({ mode: 'cram', size: 8 });
    await cram.studying.open();
    const asked = await finish(cram, clock, (index) => index === 0);
    expect(asked.length).toBe(9);
    const { log, memory, derived } = await stored(cram);
    expect(memory).toEqual(before.memory);
    expect(memory).toEqual(derived);
    const added = log.filter((entry) => !before.log.some(({ id }) => id === entry.id));
    expect(added).toHaveLength(9);
    for (const entry of added) expect(entry).toMatchObject({ type: 'answer', cram: true, marks: [] });
    await cram.studying.undo();
    expect(cram.studying.phase).toMatchObject({ is: 'question', item: { fact: asked.at(-1) } });
    expect((await stored(cram)).memory).toEqual(before.memory);
    expect((await stored(cram)).log.at(-1)).toMatchObject({ type: 'revoke', facts: [] });
  });

  it('does not stand in the way of the day’s own session', async () => {
    const cram = open({ mode: 'cram' });
    await cram.studying.open();
    await cram.studying.answer(rightAnswer(cram));
    const tab = open();
    await tab.studying.open();
    expect(tab.studying.counts).toMatchObject({ answered: 0, left: 10 });
    expect(tab.studying.mode).toBe('study');
  });
});

it('a part of a pack is asked alone, and the limits are those of the pack', async () => {
  const within = ({ kind }: { readonly kind: string }): boolean => kind === 'place';
  const scope = { storyline: null, place: 'kyiv' };
  const tab = open({ within, scope, newPerDay: 4 });
  await tab.studying.open();
  const asked = await finish(tab, clock);
  expect(asked).toHaveLength(4);
  expect(asked.every((fact) => fact.endsWith(':place'))).toBe(true);
  const whole = open({ newPerDay: 4 });
  await whole.studying.open();
  expect(rest(whole).left.fresh).toBe(0);
});

describe('learning steps by the clock', () => {
  const wakeAt = () => {
    const calls: { at: number; call: () => void }[] = [];
    return {
      calls,
      wakeAt: (at: number, call: () => void) => {
        calls.push({ at, call });
        return () => undefined;
      },
    };
  };

  it('tell their time at the end, and are asked by themselves when that is waited for', async () => {
    const alarm = wakeAt();
    const tab = open({ newPerDay: 1, wakeAt: alarm.wakeAt });
    await tab.studying.open();
    // Failed until it comes back no more in the session.
    for (let i = 0; tab.studying.phase.is === 'question'; i += 1) {
      clock.pass(0.1);
      await tab.studying.pass();
      await tab.studying.next();
    }
    const { aheadMs } = rest(tab).left;
    const last = alarm.calls.at(-1);
    expect(last?.at).toBe(aheadMs);
    expect(aheadMs).toBeGreaterThan(clock.utcMs);
    tab.studying.wait();
    clock.utcMs = aheadMs ?? 0;
    last?.call();
    await expect.poll(() => tab.studying.phase.is).toBe('question');
    expect(tab.studying.phase).toMatchObject({ item: { reason: 'learning' } });
  });

  it('are taken in by a session that still runs at their time', async () => {
    const tab = open({ newPerDay: 8, size: 8 });
    await tab.studying.open();
    const first = tab.studying.phase.is === 'question' ? tab.studying.phase.item.fact : '';
    await tab.studying.pass();
    await tab.studying.next();
    clock.pass(11);
    const asked: string[] = [];
    for (let i = 0; i < 3 && tab.studying.phase.is === 'question'; i += 1) {
      asked.push(tab.studying.phase.item.fact);
      await tab.studying.answer(rightAnswer(tab));
      await tab.studying.next();
    }
    // It was to come back after four others anyway: once is enough.
    expect(asked.filter((fact) => fact === first)).toHaveLength(0);
    await finish(tab, clock);
    await agrees(tab);
  });
});

it('every answer of a day can be taken back, through its sessions and after a reload', async () => {
  const tab = open({ newPerDay: 9, size: 3 });
  await tab.studying.open();
  let given = 0;
  for (let session = 0; session < 3; session += 1) {
    given += (await finish(tab, clock, (index) => index === 1)).length;
    if (session < 2) await tab.studying.more();
  }
  await tab.studying.open();
  const again = open({ newPerDay: 9, size: 3 });
  await again.studying.open();
  expect(again.studying.canUndo).toBe(true);
  for (let left = given; left > 0; left -= 1) {
    expect(again.studying.canUndo).toBe(true);
    await again.studying.undo();
    expect(again.studying.phase.is).toBe('question');
  }
  expect(again.studying.canUndo).toBe(false);
  const { memory, derived, log } = await stored(again);
  expect(memory).toEqual([]);
  expect(derived).toEqual([]);
  expect(log.filter((entry) => entry.type === 'revoke')).toHaveLength(given);
});

describe('an exam', () => {
  const exam = { date: '2026-03-20', minutes: 5 };

  it('says what is asked until the day before, within its minutes, and then all is as usual', async () => {
    const source = madeUpSource(madeUpFacts(30));
    const settings = rules({ exam, newPerDay: 1 });
    const counts: number[] = [];
    for (let day = 0; day < 11; day += 1) {
      const tab = open({ settings, newPerDay: 1, size: 200, source });
      await tab.studying.open();
      const asked = await finish(tab, clock);
      counts.push(new Set(asked).size);
      await agrees(tab);
      clock.pass(24 * 60);
    }
    // Five minutes hold thirteen new facts of one asking and every other a second one; by the ordinary rules one fact a day would be new.
    expect(Math.max(...counts.slice(0, 10))).toBeGreaterThan(3);
    expect(Math.max(...counts.slice(0, 10))).toBeLessThanOrEqual(20);
    const usual = open({ settings, newPerDay: 1, size: 200, source });
    await usual.studying.open();
    const { phase } = usual.studying;
    if (phase.is === 'question') expect(phase.item.reason).not.toBe('exam');
  });

  // Its plan for so far a day would begin weeks from now, and nothing was asked until then.
  it('that is far away leaves the days before as they would be, and no more than its minutes', async () => {
    const settings = rules({ exam: { date: '2026-06-20', minutes: 5 }, newPerDay: 6 });
    const counts: number[] = [];
    for (let day = 0; day < 5; day += 1) {
      const tab = open({ settings, newPerDay: 6, size: 200, source: madeUpSource(madeUpFacts(30)) });
      await tab.studying.open();
      counts.push(new Set(await finish(tab, clock)).size);
      await agrees(tab);
      clock.pass(24 * 60);
    }
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...counts)).toBeLessThanOrEqual(20);
  });

  it('gives no minute to what its learner put aside', async () => {
    const source = madeUpSource(madeUpFacts(60));
    const settings = rules({ exam, newPerDay: 1 });
    const first = open({ settings, newPerDay: 1, size: 200, source });
    await first.studying.open();
    const asked = first.studying.counts.left;
    expect(asked).toBeGreaterThan(5);
    for (let i = 0; i < asked; i += 1) await first.studying.decide({ do: 'suspend' });
    const again = open({ settings, newPerDay: 1, size: 200, source });
    await again.studying.open();
    expect(again.studying.counts.left).toBe(asked);
  });

  it('asks nothing of a part of the pack that holds nothing', async () => {
    const whole = open();
    await whole.studying.open();
    await whole.studying.pass();
    const none = open({ within: () => false, scope: { storyline: 'gone', place: null } });
    await none.studying.open();
    expect(rest(none).is).toBe('empty');
  });
});
