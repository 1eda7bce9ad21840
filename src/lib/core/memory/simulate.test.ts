import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from './parameters';
import { COMPARED_RETENTIONS, simulate, worthwhile } from './simulate';
import type { SimulationInput, Workload } from './simulate';

const nothing = {
  stability: new Float64Array(),
  difficulty: new Float64Array(),
  elapsed: new Int32Array(),
  dueIn: new Int32Array(),
};
const pace = { secondsRight: 8, secondsWrong: 14, firstRight: 0.5, guess: 0 };
const year: SimulationInput = {
  memories: nothing, weights: DEFAULT_WEIGHTS, fresh: [{ facts: 1e6, perDay: 10 }], pace, days: 365, maximumIntervalDays: 36_500, seed: 1,
}; // prettier-ignore
/** All facts begun on the first day, and then a year. */
const cohort = { ...year, fresh: [{ facts: 3000, perDay: 3000 }] };

describe('simulate', () => {
  it.each([
    ['free recall', 0, 0.891, 0.891],
    // Half of what is forgotten is owned up to.
    ['four options, weighted, with "don’t know"', 0.125, 0.889, 0.9],
  ])('comes out where a year was simulated before, at desired retention .9: %s', (_, guess, recalled, right) => {
    const load = simulate({ ...cohort, pace: { ...pace, guess } }, 0.9);
    expect(Math.abs(load.recalled - recalled)).toBeLessThan(0.006);
    expect(Math.abs(load.right - right)).toBeLessThan(0.006);
    expect(load.reviews / load.begun).toBeGreaterThan(8);
    expect(load.reviews / load.begun).toBeLessThan(10.5);
  });

  it('costs more the more is to be remembered, and brings more', () => {
    const loads = COMPARED_RETENTIONS.map((retention) => simulate(year, retention));
    loads.slice(1).forEach((load, i) => {
      expect(load.minutesPerDay).toBeGreaterThan(loads[i]?.minutesPerDay ?? Infinity);
      expect(load.known).toBeGreaterThan(loads[i]?.known ?? Infinity);
      expect(Math.abs(load.recalled - load.retention)).toBeLessThan(0.03);
    });
  });

  it('gives the same year for the same seed, and another for another', () => {
    expect(simulate(year, 0.9)).toEqual(simulate(year, 0.9));
    expect(simulate({ ...year, seed: 2 }, 0.9)).not.toEqual(simulate(year, 0.9));
  });

  it('begins with what is known: overdue facts come on the first day', () => {
    const memories = {
      stability: Float64Array.from([20, 20, 20]),
      difficulty: Float64Array.from([5, 5, 5]),
      elapsed: Int32Array.from([20, 40, 5]),
      dueIn: Int32Array.from([0, 0, 15]),
    };
    const input = { ...year, memories, fresh: [] };
    expect(simulate({ ...input, days: 1 }, 0.9)).toMatchObject({ reviews: 2, begun: 3 });
    expect(simulate({ ...input, days: 16 }, 0.9).reviews).toBeGreaterThanOrEqual(3);
  });

  it('teaches no more than there is', () => {
    expect(simulate({ ...year, fresh: [{ facts: 25, perDay: 10 }] }, 0.9).begun).toBe(25);
    expect(simulate({ ...year, fresh: [{ facts: 0, perDay: 10 }] }, 0.9)).toMatchObject({
      begun: 0,
      answersPerDay: 0,
      minutesPerDay: 0,
      known: 0,
    });
  });

  it('begins of each pack what its own limit allows, until there is no more', () => {
    const fresh = [{ facts: 25, perDay: 10 }, { facts: 1000, perDay: 2 }, { facts: 1000, perDay: 0 }]; // prettier-ignore
    const after = (days: number): number => simulate({ ...year, fresh, days }, 0.9).begun;
    expect([after(1), after(2), after(3), after(4)]).toEqual([12, 24, 31, 33]);
  });

  it('counts the time of right and wrong answers', () => {
    const load = simulate({ ...year, pace: { ...pace, secondsRight: 60, secondsWrong: 60 } }, 0.9);
    expect(load.minutesPerDay).toBeCloseTo(load.answersPerDay, 8);
  });
});

describe('worthwhile', () => {
  const load = (retention: number, known: number, minutesPerDay: number): Workload => ({
    retention, known, minutesPerDay, answersPerDay: 0, begun: 0, reviews: 0, recalled: 0, right: 0,
  }); // prettier-ignore
  it.each([
    ['a range', [load(0.7, 100, 10), load(0.8, 106, 10.7), load(0.9, 110, 15)], [0.7, 0.8]],
    ['one', [load(0.7, 100, 20), load(0.8, 106, 10.7), load(0.9, 110, 15)], [0.8, 0.8]],
    ['nothing to learn', [load(0.7, 0, 0)], null],
  ])('%s', (_, loads, expected) => {
    expect(worthwhile(loads)).toEqual(expected);
  });
});
