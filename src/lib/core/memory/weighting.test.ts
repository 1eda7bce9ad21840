import { describe, expect, it } from 'vitest';
import { createScheduler } from './fsrs';
import { DEFAULT_PARAMETERS, nameParameters } from './parameters';
import { recalledGivenRight, weightedMemory } from './weighting';

const scheduler = createScheduler(nameParameters(DEFAULT_PARAMETERS));
const memory = { stability: 10, difficulty: 5 };

describe('recalledGivenRight', () => {
  it.each([
    [0.5, 1 / 3, 0.75],
    [0.5, 1 / 2, 2 / 3],
    [0.9, 1 / 3, 27 / 28],
    [0.3, 1 / 3, 0.5625],
    [1, 1 / 3, 1],
    [0, 1 / 3, 0],
    [0, 0, 1],
    [0.2, 0, 1],
  ])('with R = %d and g = %d is %d', (retrievability, guess, expected) => {
    expect(recalledGivenRight(retrievability, guess)).toBeCloseTo(expected, 12);
  });
});

describe('weightedMemory', () => {
  it('lies between Again and Good: stability in logarithms, difficulty linearly', () => {
    const { memory: weighted, weight } = weightedMemory(scheduler, memory, 30, 3, 1 / 3);
    const good = scheduler.nextMemory(memory, 30, 3);
    const again = scheduler.nextMemory(memory, 30, 1);
    const share = (a: number, b: number, x: number): number => (x - a) / (b - a);
    expect(share(Math.log(again.stability), Math.log(good.stability), Math.log(weighted.stability))).toBeCloseTo(
      weight,
      6,
    );
    expect(share(again.difficulty, good.difficulty, weighted.difficulty)).toBeCloseTo(weight, 6);
    expect(weight).toBeCloseTo(recalledGivenRight(scheduler.retrievability(memory, 30), 1 / 3), 12);
  });

  it.each([
    [1, 1 / 3],
    [2, 1 / 3],
    [4, 1 / 3],
    [3, 0],
  ] as const)('leaves grade %d with g = %d as it is', (grade, guess) => {
    expect(weightedMemory(scheduler, memory, 30, grade, guess)).toEqual({
      memory: scheduler.nextMemory(memory, 30, grade),
      weight: 1,
    });
  });
});
