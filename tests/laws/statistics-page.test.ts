// The page's state over a real (made-up) database: what it shows is what the log that lies there says.
import { deleteDB } from 'idb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '$lib/adapters/database';
import { SafetyDatabase } from '$lib/adapters/safety-store';
import { StudyDatabase } from '$lib/adapters/study-store';
import { Statistics } from '$lib/app/statistics.svelte';
import type { StatisticsParts } from '$lib/app/statistics.svelte';
import { rebuildCare } from '$lib/core/memory/care';
import { createScheduler } from '$lib/core/memory/fsrs';
import type { LogEntry } from '$lib/core/memory/log';
import { rebuild } from '$lib/core/memory/rebuild';
import { FIRST_DAY, lives, schedulers, sets } from './history-kit';
import { FakeClock, FakeTabs } from './study-kit';

const NAME = 'statistics-test';
const DAY_MS = 86_400_000;
let opened: { close(): void }[] = [];

beforeEach(() => deleteDB(NAME));
afterEach(() => {
  for (const one of opened) one.close();
  opened = [];
});

/** A device that holds this log. */
async function deviceWith(log: readonly LogEntry[], more: Partial<StatisticsParts> = {}) {
  const database = new Database(NAME);
  opened.push(database);
  const safety = new SafetyDatabase(database);
  const memory = [...rebuild(log, schedulers).values()];
  const care = [...rebuildCare(log).values()];
  const stored = await safety.replace(
    { log, memory, care, parameters: [...sets], settings: {}, packs: [], sets: [] },
    1,
  );
  expect(stored.ok).toBe(true);
  const tabs = new FakeTabs();
  const store = new StudyDatabase(database, tabs.open(), 'device-1');
  const today = (log.at(-1)?.day ?? FIRST_DAY) + 1;
  const statistics = new Statistics({
    store,
    shelf: { list: () => Promise.resolve({ ok: true, value: [] }) },
    clock: new FakeClock(today * DAY_MS + 12 * 3_600_000, 0),
    scheduler: createScheduler(sets[0]),
    schedulers,
    rolloverHour: 4,
    rest: { weeks: [], spans: [] },
    saveRest: () => Promise.resolve(null),
    packFacts: () => Promise.resolve({ ok: true, value: null }),
    breathe: () => Promise.resolve(),
    ...more,
  });
  opened.push(statistics);
  return { statistics, store, other: tabs.open(), today };
}

const answersThatStand = (log: readonly LogEntry[], from = -Infinity, pack: string | null = null): number => {
  const revoked = log.flatMap((entry) => (entry.type === 'revoke' ? [entry.revokes] : []));
  return log.filter(
    (entry) =>
      entry.type === 'answer' &&
      !revoked.includes(entry.id) &&
      entry.day >= from &&
      (pack === null || entry.pack === pack),
  ).length;
};

const long = (log: readonly LogEntry[]): boolean => answersThatStand(log) > 12;
const life = fc.sample(lives.filter(long), { numRuns: 1, seed: 3 })[0] ?? [];

describe('the log in pieces', () => {
  it('is the whole log in the order of days, each day in one piece, however small the pieces', async () => {
    const { store } = await deviceWith(life);
    for (const most of [1, 2, 3, 7, 1000]) {
      const seen: LogEntry[] = [];
      for (let from: number | null = -Infinity; from !== null;) {
        const piece: Awaited<ReturnType<typeof store.logFrom>> = await store.logFrom(from, most);
        if (!piece.ok) throw new Error(piece.problem.detail);
        const before = seen.at(-1)?.day ?? -Infinity;
        expect(piece.value.entries.every(({ day }) => day > before)).toBe(true);
        seen.push(...piece.value.entries);
        from = piece.value.next;
      }
      expect(seen.map(({ day }) => day)).toEqual(life.map(({ day }) => day));
      expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(life.map(({ id }) => id)));
    }
  });
});

describe('the page', () => {
  it('has nothing to show before the first answer', async () => {
    const { statistics } = await deviceWith([]);
    await statistics.load();
    expect(statistics.phase.is).toBe('empty');
    expect(statistics.view).toBeNull();
  });

  it('counts what stands in the log, filtered by pack and by period', async () => {
    const { statistics, today } = await deviceWith(life);
    await statistics.load();
    expect(statistics.view?.time.answers).toBe(answersThatStand(life));
    statistics.pack = 'p';
    expect(statistics.view?.time.answers).toBe(answersThatStand(life, -Infinity, 'p'));
    statistics.period = 'month';
    expect(statistics.view?.time.answers).toBe(answersThatStand(life, today - 29, 'p'));
    expect(statistics.view?.days).toHaveLength(30);
    statistics.horizon = 90;
    expect(statistics.view?.forecast.days).toHaveLength(90);
    // The year begins on a Monday and ends today.
    const year = statistics.view?.year ?? [];
    expect(new Date((year[0]?.day ?? 0) * DAY_MS).getUTCDay()).toBe(1);
    expect(year.at(-1)?.day).toBe(today);
  });

  it('sums up long times, and loses nothing by it', async () => {
    const old = life.map((entry, index) => (index === 0 ? { ...entry, day: entry.day - 3000 } : entry));
    const { statistics } = await deviceWith(old);
    await statistics.load();
    expect(statistics.view?.daysEach).toBe(30);
    const sum = statistics.view?.days.reduce((all, { answers }) => all + answers, 0);
    expect(sum).toBe(answersThatStand(old));
  });

  it('a planned rest day keeps the row of days, once it is kept itself', async () => {
    const answer = life.find((entry) => entry.type === 'answer');
    if (answer === undefined) throw new Error('no answer');
    const days = [20_000, 20_001, 20_003];
    const log = days.map((day, index): LogEntry => ({ ...answer, id: `x-${String(index)}`, day, utcMs: day * DAY_MS }));
    let keeps = false;
    const problem = { field: 'restDays', message: 'made up', expected: '', received: '' };
    const { statistics } = await deviceWith(log, { saveRest: () => Promise.resolve(keeps ? null : problem) });
    await statistics.load();
    expect(statistics.view?.streak.current).toBe(1);
    const span = { from: '2024-10-06', to: '2024-10-06' };
    expect(await statistics.planRest([span])).toBe(false);
    expect(statistics.view?.streak.current).toBe(1);
    keeps = true;
    expect(await statistics.planRest([span])).toBe(true);
    expect(statistics.view?.streak.current).toBe(3);
  });

  it('reads anew when another tab has written', async () => {
    const { statistics, other } = await deviceWith([]);
    await statistics.load();
    const database = new Database(NAME);
    opened.push(database);
    const memory = [...rebuild(life, schedulers).values()];
    await new SafetyDatabase(database).replace({ log: life, memory, care: [], parameters: [...sets], settings: {}, packs: [], sets: [] }, 2);
    other.tell({ pack: 'p', keys: [] });
    await statistics.load();
    await expect.poll(() => statistics.phase.is).toBe('ready');
  }); // prettier-ignore

  it('stops reading when it is closed', async () => {
    const { statistics } = await deviceWith(life);
    statistics.close();
    await statistics.load();
    expect(statistics.phase.is).toBe('loading');
  });

  it('tells what is wrong with the store', async () => {
    const problem = { kind: 'closed', detail: 'made up' } as const;
    const { statistics } = await deviceWith(life, { packFacts: () => Promise.resolve({ ok: false, problem }) });
    await statistics.load();
    expect(statistics.phase).toEqual({ is: 'failed', problem });
  });
});
