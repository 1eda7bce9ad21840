import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, planExam } from './exam';
import type { ExamInput } from './exam';
import { examCurve, recallByOrdinary } from './exam-curve';
import { follow } from './exam-model';
import type { ExamFact } from './exam-model';
import { createScheduler } from './fsrs';
import { DEFAULT_PARAMETERS, nameParameters } from './parameters';

const scheduler = createScheduler(nameParameters(DEFAULT_PARAMETERS));
const TODAY = 1000;

const fact = fc.record({
  new: fc.boolean(),
  stability: fc.double({ min: 0.5, max: 60, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  ago: fc.integer({ min: 1, max: 40 }),
});
const facts = (least: number, most: number): fc.Arbitrary<readonly ExamFact[]> =>
  fc.array(fact, { minLength: least, maxLength: most }).map((all) =>
    all.map(({ new: fresh, stability, difficulty, ago }, i) => ({
      fact: `f${String(i)}`,
      known: fresh ? null : { memory: { stability, difficulty }, lastDay: TODAY - ago },
    })),
  );
const input = (all: readonly ExamFact[], days: number, seconds: number): ExamInput => ({
  facts: all, today: TODAY, examDay: TODAY + days, secondsADay: seconds, secondsToday: seconds, scheduler,
}); // prettier-ignore

/** The best of all plans, by trying every one of them. */
function bruteForce({ facts: all, examDay, secondsADay }: ExamInput): number {
  const days = Array.from({ length: examDay - TODAY }, (_, i) => TODAY + i);
  const subsets = Array.from({ length: 2 ** days.length }, (_, bits) => days.filter((_day, i) => (bits >> i) & 1));
  const choose = (index: number, used: readonly number[]): number => {
    const one = all[index];
    if (one === undefined) return 0;
    let best = 0;
    for (const chosen of subsets) {
      const { recall, seconds } = follow(scheduler, one.known, chosen, examDay);
      const after = used.map((sum, i) => sum + (seconds[chosen.indexOf(TODAY + i)] ?? 0));
      if (after.some((sum) => sum > secondsADay)) continue;
      best = Math.max(best, recall + choose(index + 1, after));
    }
    return best;
  };
  return (
    choose(
      0,
      days.map(() => 0),
    ) / all.length
  );
}

describe('planExam', () => {
  it('comes close to the best of all plans where all can be tried, within two hundredths on average, and never passes it', () => {
    let sum = 0;
    let runs = 0;
    fc.assert(
      fc.property(facts(1, 3), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 20, max: 70 }), (all, days, seconds) => {
        const given = input(all, days, seconds);
        const [best, found] = [bruteForce(given), finish(planExam(given)).recall];
        expect(found).toBeLessThanOrEqual(best + 1e-9);
        expect(found).toBeGreaterThanOrEqual(best - 0.12);
        sum += best - found;
        runs += 1;
      }),
      { numRuns: 150, seed: 11 },
    ); // prettier-ignore
    expect(sum / runs).toBeLessThan(0.02);
  });

  it('is never worse than the ordinary schedule in the same time', () => {
    fc.assert(
      fc.property(facts(5, 40), fc.integer({ min: 2, max: 40 }), fc.integer({ min: 30, max: 600 }), (all, days, seconds) => {
        const given = input(all, days, seconds);
        const due = new Map(all.map(({ fact: id, known }) => [id, known === null ? null : known.lastDay + scheduler.interval(known.memory)]));
        const usual = finish(recallByOrdinary(given, { newPerDay: 10, dueOf: (id) => due.get(id) ?? null }));
        expect(finish(planExam(given)).recall).toBeGreaterThanOrEqual(usual - 1e-9);
      }),
      { numRuns: 60, seed: 5 },
    ); // prettier-ignore
  });

  it('keeps to the time of today, asks no fact twice, and is the same each time', () => {
    fc.assert(
      fc.property(facts(1, 40), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 400 }), (all, days, seconds) => {
        const given = { ...input(all, days, 300), secondsToday: seconds };
        const { today } = finish(planExam(given));
        const byId = new Map(all.map((one) => [one.fact, one]));
        const taken = today.reduce((sum, id) => {
          const one = byId.get(id);
          return sum + (one === undefined ? Infinity : (follow(scheduler, one.known, [TODAY], TODAY + days).seconds[0] ?? 0));
        }, 0);
        expect(taken).toBeLessThanOrEqual(seconds + 1e-6);
        expect(new Set(today).size).toBe(today.length);
        expect(finish(planExam(given))).toEqual(finish(planExam(given)));
      }),
      { numRuns: 60 },
    ); // prettier-ignore
  });

  it('asks nothing once the exam is there, and knows what is remembered without asking', () => {
    const known: ExamFact = { fact: 'a', known: { memory: { stability: 10, difficulty: 5 }, lastDay: TODAY - 10 } };
    const plan = finish(planExam(input([known, { fact: 'b', known: null }], 0, 600)));
    expect(plan.today).toEqual([]);
    expect(plan.recall).toBeCloseTo(0.45, 5);
    expect(finish(planExam(input([], 5, 600)))).toEqual({ recall: 0, today: [], more: [], room: 40 });
  });

  it('asks nothing on days without studying, and expects no more of the others than they can hold', () => {
    fc.assert(
      fc.property(facts(1, 6), fc.integer({ min: 3, max: 40 }), fc.integer({ min: 10, max: 90 }), fc.array(fc.nat(40)), (all, days, seconds, free) => {
        const isFree = (day: number): boolean => free.includes(day - TODAY);
        const secondsToday = isFree(TODAY) ? 0 : seconds;
        const plan = finish(planExam({ ...input(all, days, seconds), secondsToday, isFree }));
        if (isFree(TODAY)) expect(plan).toMatchObject({ today: [], room: 0 });
        const nothing = finish(planExam(input(all, days, 0))).recall;
        expect(plan.recall).toBeGreaterThanOrEqual(nothing - 1e-9);
        const never = finish(planExam({ ...input(all, days, seconds), secondsToday: 0, isFree: () => true }));
        expect(never).toMatchObject({ recall: nothing, today: [], room: 0 });
        const usual = finish(recallByOrdinary({ ...input(all, days, seconds), secondsToday: 0, isFree: () => true }, { newPerDay: 9, dueOf: () => TODAY }));
        expect(usual).toBeCloseTo(nothing, 12);
      }),
    );
    expect.hasAssertions();
  }); // prettier-ignore
});

describe('examCurve', () => {
  it('rises with the minutes, and starts where nothing is done', () => {
    const all = Array.from({ length: 60 }, (_, i): ExamFact => ({ fact: String(i), known: null }));
    const points = finish(examCurve({ facts: all, today: TODAY, examDay: TODAY + 20, scheduler }, { newPerDay: 10, dueOf: () => null }));
    expect(points[0]).toEqual({ minutes: 0, planned: 0, ordinary: 0 });
    for (const [i, point] of points.entries()) {
      expect(point.planned).toBeGreaterThanOrEqual((points[i - 1]?.planned ?? 0) - 0.005);
      expect(point.planned).toBeGreaterThanOrEqual(point.ordinary - 1e-9);
    }
    expect(points.at(-1)?.planned).toBeGreaterThan(0.9);
  }); // prettier-ignore

  it('is lower where some days are without studying', () => {
    const all = Array.from({ length: 60 }, (_, i): ExamFact => ({ fact: String(i), known: null }));
    const ordinary = { newPerDay: 10, dueOf: () => null };
    const given = { facts: all, today: TODAY, examDay: TODAY + 20, scheduler };
    const isFree = (day: number): boolean => day < TODAY + 12;
    const [every, some] = [{}, { isFree }].map((more) => finish(examCurve({ ...given, ...more }, ordinary, [5]))[0]);
    expect(some?.planned).toBeLessThan((every?.planned ?? 0) - 0.05);
    expect(some?.ordinary).toBeLessThan((every?.ordinary ?? 0) - 0.05);
  });
});
