import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceInterval } from '../../src/lib/core/memory/balance';
import { SIBLING_SPREAD_DAYS } from '../../src/lib/core/memory/due-facts';
import { createScheduler } from '../../src/lib/core/memory/fsrs';
import type { Grade } from '../../src/lib/core/memory/fsrs';
import { fuzzRange } from '../../src/lib/core/memory/fuzz';
import { DEFAULT_PARAMETERS, nameParameters } from '../../src/lib/core/memory/parameters';
import type { MemoryRecord } from '../../src/lib/core/memory/record';
import { review } from '../../src/lib/core/memory/review';
import type { Review } from '../../src/lib/core/memory/review';
import { DAY_EASES } from '../../src/lib/core/memory/study-settings';

const scheduler = createScheduler(nameParameters({ ...DEFAULT_PARAMETERS, retention: 0.85 }));
const history = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 200 }),
    grade: fc.constantFrom<Grade>(1, 2, 3, 4),
    guess: fc.constantFrom(0, 0.25),
    wish: fc.option(fc.nat(1000)),
  }),
  { minLength: 1, maxLength: 20 },
);
const at = (index: number, day: number, grade: Grade, guess: number): Review => ({
  pack: 'p',
  fact: 'a:date',
  asked: 'a:date',
  answer: '2022',
  grade,
  guess,
  entry: String(index),
  day,
  utcMs: day * 86_400_000 + index,
});

describe('a day that was chosen', () => {
  it('is the one that is shown, kept in the log and found again by a replay, bit for bit', () => {
    fc.assert(
      fc.property(history, (answers) => {
        let live: MemoryRecord | null = null;
        let replayed: MemoryRecord | null = null;
        let day = 100;
        for (const [index, { gap, grade, guess, wish }] of answers.entries()) {
          day += gap;
          const given = at(index, day, grade, guess);
          // Now and then nothing chooses, as in the entries that older versions wrote.
          const choose = ({ low, high }: { low: number; high: number }): number =>
            low + ((wish ?? 0) % (high - low + 1));
          const reviewed = review(live, given, scheduler, wish === null ? null : choose);
          const interval = reviewed.chosen ?? undefined;
          replayed = review(replayed, { ...given, interval }, scheduler).record;
          live = reviewed.record;
          expect(replayed).toEqual(live);
          if (interval !== undefined) expect(live).toMatchObject({ interval, due: day + interval, state: 'review' });
          if (wish !== null) expect(interval === undefined).toBe(live.dueMs !== null);
        }
      }),
    );
    expect.hasAssertions();
  });

  it('never leaves the days that do no harm, whatever a log says', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 40_000 }), (answers, interval) => {
        let record: MemoryRecord | null = null;
        let day = 100;
        for (const [index, { gap, grade }] of answers.entries()) {
          const elapsed: number = index === 0 ? 0 : gap;
          day += gap;
          record = review(record, { ...at(index, day, grade, 0), interval }, scheduler).record;
          if (record.memory === null || record.state !== 'review') continue;
          const free = scheduler.interval(record.memory);
          const { low, high } = fuzzRange(free, elapsed, DEFAULT_PARAMETERS.maximumIntervalDays);
          expect(record.interval).toBe(Math.min(Math.max(interval, low), high));
        }
      }),
    );
    expect.hasAssertions();
  });

  it('avoids days without studying and days near siblings where that can be, and has the least due of the rest', () => {
    const week = fc.array(fc.record({ load: fc.nat(5), ease: fc.constantFrom(...DAY_EASES) }), {
      minLength: 1,
      maxLength: 15,
    });
    const siblings = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), week, siblings, fc.string(), (low, kinds, near, seed) => {
        const kind = (day: number) => kinds[(day - low) % kinds.length] ?? { load: 0, ease: 'usual' as const };
        const range = { low, high: low + kinds.length - 1 };
        const days = { today: 0, dueOn: (day: number) => kind(day).load, easeOf: (day: number) => kind(day).ease, siblings: near }; // prettier-ignore
        const chosen = balanceInterval(range, days, [seed]);
        expect(chosen).toBe(balanceInterval(range, days, [seed]));
        const all = kinds.map((_, i) => low + i);
        const orAll = (some: number[], others: number[]): number[] => (some.length > 0 ? some : others);
        const open = orAll(
          all.filter((day) => kind(day).ease !== 'none'),
          all,
        );
        const apart = (day: number): boolean => near.every((other) => Math.abs(other - day) >= SIBLING_SPREAD_DAYS);
        const best = orAll(open.filter(apart), open);
        const felt = (day: number): number => (kind(day).load + 1) * (kind(day).ease === 'usual' ? 1 : 2);
        expect(best).toContain(chosen);
        expect(felt(chosen)).toBe(Math.min(...best.map(felt)));
      }),
    );
    expect.hasAssertions();
  });
});
