import { expect, test } from 'vitest';
import type { Command, ReplyTo } from '$lib/core/room/protocol';
import { Checking } from './checking.svelte';
import type { LineListener, RoomLine } from './ports';

/** Of how many lines how many connect, how long each round trip takes, and which of them are lost. */
function checked(connecting: number, tripMs: (trip: number) => number | null) {
  let [clock, trips, opened] = [0, 0, 0];
  const open = new Set<RoomLine>();
  const another = (): RoomLine => {
    const number = opened++;
    const line: RoomLine = {
      ask: <C extends Command>() => {
        const ms = tripMs(trips++);
        if (ms === null) return Promise.resolve(null);
        clock += ms;
        return Promise.resolve({ ok: true, now: clock } as ReplyTo<C['kind']>); // the reply to a sync
      },
      now: () => clock,
      rttMs: () => null,
      listen: (listener: LineListener) => {
        open.add(line);
        if (number < connecting) queueMicrotask(() => listener.onconnect());
      },
      close: () => void open.delete(line),
    };
    return line;
  };
  const checking = new Checking({
    line: another(),
    another,
    office: {
      make: () => Promise.resolve({ ok: false, why: 'no-server' }),
      file: () => Promise.resolve(null),
      doctor: () => Promise.resolve(null),
    },
    qr: () => ({ size: 0, path: '' }),
    site: 'http://localhost:4173/',
    ticks: () => clock,
    // Time enough for everybody who comes.
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  return { checking, open };
}

test('a device tells the middle and the worst of its own round trips, and how many were lost', async () => {
  const times = [10, 12, null, 11, 90, 10, 10, 10];
  const { checking } = checked(1, (trip) => times[trip] ?? null);
  await checking.measure();
  expect(checking.test).toEqual({ medianMs: 10, worstMs: 90, lost: 1 });
});

test('thirty phones are played by one device, and none of them stays connected', async () => {
  const { checking, open } = checked(31, () => 0);
  const going = checking.tryClass();
  expect(checking.trying).toBe(true);
  expect(open.size).toBe(30);
  // A second press starts no second class.
  await checking.tryClass();
  expect(open.size).toBe(30);
  await going;
  expect(checking.trial).toEqual({ connected: 30, of: 30, line: { medianMs: 0, worstMs: 0, lost: 0 } });
  expect([checking.trying, open.size]).toEqual([false, 0]);
});

test('phones that do not get in are counted, and what is lost on the way of the others', async () => {
  const { checking, open } = checked(21, (trip) => (trip < 7 ? null : 0));
  await checking.tryClass();
  expect(checking.trial).toMatchObject({ connected: 20, of: 30, line: { lost: 7 } });
  expect(open.size).toBe(0);
});

test('where nobody gets in nothing is measured', async () => {
  const { checking } = checked(0, () => 1);
  await checking.tryClass();
  expect(checking.trial).toEqual({ connected: 0, of: 30, line: null });
  await checking.measure();
  expect(checking.test?.lost).toBe(0);
});
