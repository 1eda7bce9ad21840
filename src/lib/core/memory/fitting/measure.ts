import { WEIGHT_COUNT } from './branch';
import { chanceRight, surprise } from './loss';
import type { Lesson } from './lesson';
import { Sensitivity } from './sensitivity';

/** The loss of a lesson with its slope and its curvature by the 21 weights. */
export interface Measured {
  readonly loss: number;
  readonly gradient: Float64Array;
  /**
   * Expected curvature (Fisher information), Σ ω·(∂q/∂w)(∂q/∂w)ᵀ / (q·(1 − q)), row by row; only the lower triangle is filled. It is never
   * negative, and near the best weights it is the true curvature.
   */
  readonly curvature: Float64Array;
}

/** Measures a lesson under these weights; `loss` is that of `totalLoss`. */
export function measure(lesson: Lesson, weights: ArrayLike<number>): Measured {
  const { series, from, to } = lesson;
  const { elapsed, grades, guesses } = series;
  const sums = new Sums();
  const model = new Sensitivity(weights);
  let loss = 0;
  for (let k = 0; k < from.length; k += 1) {
    const start = from[k] ?? 0;
    const end = to[k] ?? 0;
    model.begin(grades[start] ?? 1, guesses[start] ?? 0);
    for (let step = start + 1; step < end; step += 1) {
      const grade = grades[step] ?? 1;
      const guess = guesses[step] ?? 0;
      const days = elapsed[step] ?? 0;
      if (days === 0) {
        model.advanceOnSameDay(grade);
        continue;
      }
      model.recall(days);
      const weight = lesson.weights[step] ?? 0;
      if (weight > 0) {
        const chance = chanceRight(model.recalled, guess);
        loss += weight * surprise(chance, grade);
        const spread = chance * (1 - chance);
        const towards = (weight * (1 - guess) * (chance - (grade > 1 ? 1 : 0))) / spread;
        const curve = (weight * (1 - guess) * (1 - guess)) / spread;
        sums.add(model.recalledBy, towards, curve);
      }
      if (step + 1 < end) model.advance(grade, guess);
    }
  }
  return { loss, gradient: sums.gradient, curvature: sums.curvature };
}

/** Adds one prediction. Most weights have had no say early in a series, so that only those with a slope are gone through. */
class Sums {
  readonly gradient = new Float64Array(WEIGHT_COUNT);
  readonly curvature = new Float64Array(WEIGHT_COUNT * WEIGHT_COUNT);
  readonly #places = new Uint8Array(WEIGHT_COUNT);
  readonly #slopes = new Float64Array(WEIGHT_COUNT);

  add(slopes: Float64Array, towards: number, curve: number): void {
    const { gradient, curvature } = this;
    const [places, found] = [this.#places, this.#slopes];
    let count = 0;
    for (let k = 0; k < WEIGHT_COUNT; k += 1) {
      const slope = slopes[k] ?? 0;
      if (slope === 0) continue;
      places[count] = k;
      found[count] = slope;
      count += 1;
      gradient[k] = (gradient[k] ?? 0) + towards * slope;
    }
    for (let i = 0; i < count; i += 1) {
      const row = (places[i] ?? 0) * WEIGHT_COUNT;
      const scaled = curve * (found[i] ?? 0);
      for (let j = 0; j <= i; j += 1) {
        const at = row + (places[j] ?? 0);
        curvature[at] = (curvature[at] ?? 0) + scaled * (found[j] ?? 0);
      }
    }
  }
}
