import { createModel } from './model';
import type { MemoryState, Model } from './model';
import type { Lesson } from './lesson';

/** A prediction is taken for no surer than this, so that one answer cannot outweigh all others. */
export const LEAST_CHANCE = 1e-6;

/**
 * Probability of a right answer: the fact is recalled, or else guessed. q = R + (1 − R)·g. Fitting predicts answers, not recall: a right
 * choice says less than a right word, and this is how much less.
 */
export function chanceRight(recall: number, guess: number): number {
  return Math.min(Math.max(recall + (1 - recall) * guess, LEAST_CHANCE), 1 - LEAST_CHANCE);
}

/** −ln of the probability that was given to what happened. Hard, Good and Easy are right answers. */
export function surprise(chance: number, grade: number): number {
  return -Math.log(grade > 1 ? chance : 1 - chance);
}

/** Weighted sum of the surprises of a lesson under these weights: log loss, as fsrs-rs defines it for g = 0, times the weights' sum. */
export function totalLoss(lesson: Lesson, weights: ArrayLike<number>): number {
  const { series, from, to } = lesson;
  const { elapsed, grades, guesses } = series;
  const model = createModel(weights);
  const state: MemoryState = { stability: 1, difficulty: 5 };
  let sum = 0;
  for (let k = 0; k < from.length; k += 1) {
    const start = from[k] ?? 0;
    const end = to[k] ?? 0;
    for (let step = start; step < end; step += 1) {
      const grade = grades[step] ?? 1;
      const guess = guesses[step] ?? 0;
      const days = elapsed[step] ?? 0;
      const weight = lesson.weights[step] ?? 0;
      if (weight > 0) sum += weight * surprise(chanceRight(model.recall(days, state.stability), guess), grade);
      if (step + 1 < end) follow(model, state, step === start, days, grade, guess);
    }
  }
  return sum;
}

/** Moves a state over one step of a series. */
export function follow(
  model: Model,
  state: MemoryState,
  isFirst: boolean,
  elapsedDays: number,
  grade: number,
  guess: number,
): void {
  if (isFirst) model.begin(state, grade, guess);
  else model.advance(state, elapsedDays, grade, guess);
}
