import { default_w } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import reference from '../../../../tests/golden/fsrs-rs.json';
import { createScheduler } from './fsrs';
import type { FsrsMemory, Grade } from './fsrs';
import { DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, nameParameters } from './parameters';

const scheduler = createScheduler(nameParameters(DEFAULT_PARAMETERS));

function study(reviews: readonly (readonly [gap: number, grade: Grade])[]): FsrsMemory {
  const memory = reviews.reduce<FsrsMemory | null>(
    (before, [gap, grade]) => scheduler.nextMemory(before, gap, grade),
    null,
  );
  if (memory === null) throw new Error('no reviews');
  return memory;
}

describe('the memory model', () => {
  it('starts from the published weights', () => {
    expect(DEFAULT_WEIGHTS).toEqual([...default_w]);
  });

  it.each([
    [1, 0.212],
    [2, 1.2931],
    [3, 2.3065],
    [4, 8.2956],
  ] as const)('after a first answer of grade %d the stability is %d', (grade, stability) => {
    expect(study([[0, grade]]).stability).toBeCloseTo(stability, 4);
  });

  it('reaches the oracle after six reviews', () => {
    const { stability, difficulty } = study([
      [0, 1],
      [0, 3],
      [1, 3],
      [3, 3],
      [8, 3],
      [21, 3],
    ]);
    expect(Math.abs(stability - 53.62691)).toBeLessThan(1e-4);
    expect(Math.abs(difficulty - 6.3574867)).toBeLessThan(1e-4);
  });

  it('gives plain objects, which a structured clone can carry', () => {
    const memory = study([[0, 3]]);
    expect(structuredClone(memory)).toEqual(memory);
    expect(Object.getPrototypeOf(memory)).toBe(Object.prototype);
  });

  it('counts recall from the same days as the schedule: .9 after one stability, 1 on the day', () => {
    expect(scheduler.retrievability({ stability: 12, difficulty: 5 }, 12)).toBeCloseTo(0.9, 6);
    expect(scheduler.retrievability({ stability: 12, difficulty: 5 }, 0)).toBe(1);
  });

  it.each([-1, 0.5, NaN])('refuses %d elapsed days', (days) => {
    expect(() => scheduler.nextMemory({ stability: 2, difficulty: 5 }, days, 3)).toThrow(/elapsed days/);
    expect(() => scheduler.retrievability({ stability: 2, difficulty: 5 }, days)).toThrow(/elapsed days/);
  });

  it('never goes above the longest interval', () => {
    const short = createScheduler(nameParameters({ ...DEFAULT_PARAMETERS, maximumIntervalDays: 30 }));
    expect(short.interval({ stability: 5000, difficulty: 1 })).toBe(30);
  });

  it('asks later when less retention is desired', () => {
    const bold = createScheduler(nameParameters({ ...DEFAULT_PARAMETERS, retention: 0.8 }));
    const memory = { stability: 20, difficulty: 5 };
    expect(bold.interval(memory)).toBeGreaterThan(scheduler.interval(memory));
    expect(scheduler.interval(memory)).toBe(20);
  });

  it('agrees with fsrs-rs, as recorded over random histories, within 2e-5', () => {
    expect(reference.weights).toEqual([...DEFAULT_WEIGHTS]);
    let worst = 0;
    let compared = 0;
    for (const history of reference.histories) {
      let mine: FsrsMemory | null = null;
      for (const [gap = 0, grade, stability = 0, difficulty = 0] of history) {
        mine = scheduler.nextMemory(mine, gap, grade as Grade);
        worst = Math.max(worst, Math.abs(mine.stability / stability - 1), Math.abs(mine.difficulty / difficulty - 1));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(2000);
    expect(worst).toBeLessThan(2e-5);
  });
});
