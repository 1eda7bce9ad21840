import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeskPace } from './desk-pace';
import { Bucket } from './limits';
import { Turns } from './turns';

afterEach(() => {
  vi.useRealTimers();
});

describe('counts for host and projector', () => {
  it('go out at once when it was quiet, and four times a second at most, every changed row in them', () => {
    vi.useFakeTimers();
    const sent: (readonly number[])[] = [];
    const pace = new DeskPace((seats) => sent.push(seats));
    pace.add([1]);
    expect(sent).toEqual([[1]]);
    for (let seat = 2; seat <= 1000; seat++) {
      pace.add([seat]);
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1000);
    pace.stop();
    expect(sent.length).toBeLessThanOrEqual(6);
    expect(sent.flat()).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
  });
});

describe('a bucket', () => {
  it('lets a burst through, then a steady rate, whatever the clock does', () => {
    const bucket = new Bucket(3, 2, 1000);
    expect([1, 2, 3, 4].map(() => bucket.take(1000))).toEqual([true, true, true, false]);
    expect(bucket.take(1499)).toBe(false);
    expect(bucket.take(1500)).toBe(true);
    expect(bucket.take(1500)).toBe(false);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.has(100_000)).toBe(true);
    expect([1, 2, 3, 4].map(() => bucket.take(100_000))).toEqual([true, true, true, false]);
  });
});

describe('turns', () => {
  it('run so many at a time, in order, and go on after one that fails', async () => {
    const turns = new Turns(2);
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const tasks = [0, 1, 2, 3].map((number) =>
      turns.run(() => {
        begun.push(number);
        return new Promise<number>((resolve, reject) => {
          ends.push(() => {
            if (number === 0) reject(new Error('failed'));
            else resolve(number);
          });
        });
      }),
    );
    const settled = Promise.allSettled(tasks);
    expect(begun).toEqual([0, 1]);
    ends[0]?.();
    await vi.waitUntil(() => begun.length === 3, { interval: 1 });
    ends[2]?.();
    ends[1]?.();
    await vi.waitUntil(() => begun.length === 4, { interval: 1 });
    ends[3]?.();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(begun).toEqual([0, 1, 2, 3]);
  });
});
