import { describe, expect, it } from 'vitest';
import reference from '../../../../../tests/golden/fsrs-rs.json';
import { OTHER_WEIGHTS } from '../../../../../tests/samples/made-learner';
import { createScheduler } from '../fsrs';
import type { FsrsMemory } from '../fsrs';
import { fraction } from '../hash';
import { DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, nameParameters } from '../parameters';
import { weightedMemory } from '../weighting';
import { follow } from './loss';
import { createModel } from './model';

describe('the small model and the engine', () => {
  it.each([
    ['default', DEFAULT_WEIGHTS],
    ['other', OTHER_WEIGHTS],
  ])('agree over random histories with guesses, under %s weights', (_, weights) => {
    const scheduler = createScheduler(nameParameters({ ...DEFAULT_PARAMETERS, weights }));
    const model = createModel(weights);
    for (let history = 0; history < 300; history += 1) {
      let memory: FsrsMemory | null = null;
      const state = { stability: 1, difficulty: 5 };
      for (let step = 0; step < 12; step += 1) {
        const luck = (what: string): number => fraction(history, step, what);
        const days: number = memory === null || luck('same') < 0.2 ? 0 : 1 + Math.floor(luck('days') ** 3 * 300);
        const grade = ([1, 2, 3, 3, 3, 4] as const)[Math.floor(luck('grade') * 6)] ?? 3;
        const guess = luck('guess') < 0.5 ? 0 : 1 / 3;
        if (memory !== null)
          expect(model.recall(days, state.stability)).toBeCloseTo(scheduler.retrievability(memory, days), 5);
        memory = weightedMemory(scheduler, memory, days, grade, guess).memory;
        follow(model, state, step === 0, days, grade, guess);
        expect(Math.abs(state.stability / memory.stability - 1)).toBeLessThan(2e-5);
        expect(state.difficulty).toBeCloseTo(memory.difficulty, 5);
      }
      if (memory !== null)
        expect(Math.abs(model.interval(state.stability, 0.9) / memory.stability - 1)).toBeLessThan(1e-4);
    }
  });

  it('agree with fsrs-rs, as recorded, within 2e-5', () => {
    const model = createModel(reference.weights);
    for (const history of reference.histories) {
      const state = { stability: 1, difficulty: 5 };
      history.forEach(([days = 0, grade = 1, stability = 0, difficulty = 0], index) => {
        follow(model, state, index === 0, days, grade, 0);
        expect(Math.abs(state.stability / stability - 1)).toBeLessThan(2e-5);
        expect(Math.abs(state.difficulty / difficulty - 1)).toBeLessThan(2e-5);
      });
    }
  });
});
