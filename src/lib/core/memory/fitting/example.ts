import { createModel } from './model';

/**
 * Days from one review to the next of a fact that is known each time, without fuzz: how weights feel.
 *
 * @param retention desired retention, 0 … 1
 */
export function exampleIntervals(weights: readonly number[], retention: number, count: number): readonly number[] {
  const model = createModel(weights);
  const state = { stability: 1, difficulty: 5 };
  model.begin(state, 3, 0);
  return Array.from({ length: count }, () => {
    const days = Math.max(1, Math.round(model.interval(state.stability, retention)));
    model.advance(state, days, 3, 0);
    return days;
  });
}
