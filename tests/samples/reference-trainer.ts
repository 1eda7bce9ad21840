import { measure } from '../../src/lib/core/memory/fitting/measure';
import type { Lesson } from '../../src/lib/core/memory/fitting/lesson';
import { WEIGHT_BOUNDS } from '../../src/lib/core/memory/parameters';

/** Standard deviations by which fsrs-rs 5 regularises, written down here once more so that a slip in the program shows. */
const SPREAD = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
  0.27,
]; // prettier-ignore

export interface Training {
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
}

/** As fsrs-rs trains: five epochs over batches of 512. */
export const AS_FSRS_RS: Training = { epochs: 5, batch: 512, rate: 0.04 };
/** Ten times as long, and slowly: what is left to gain then is nothing. */
export const AT_LENGTH: Training = { epochs: 60, batch: 2048, rate: 0.02 };

/** A peer of the program's own optimiser: Adam with a rate that falls as a cosine, clipping and L2 towards the start. Plain and slow. */
export function train(lesson: Lesson, start: readonly number[], { epochs, batch, rate }: Training): readonly number[] {
  const batches = batchesOf(lesson, batch);
  const weights = [...start];
  const [mean, square] = [weights.map(() => 0), weights.map(() => 0)];
  const steps = epochs * batches.length;
  for (let step = 1; step <= steps; step += 1) {
    const part = batches[(step - 1) % batches.length];
    if (part === undefined) break;
    const { gradient } = measure(part, weights);
    const share = part.answers / lesson.answers;
    const pace = (rate * (1 + Math.cos((Math.PI * (step - 1)) / steps))) / 2;
    weights.forEach((weight, k) => {
      const pull = ((weight - (start[k] ?? 0)) / (SPREAD[k] ?? 1) ** 2) * share;
      const slope = (gradient[k] ?? 0) + pull;
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * slope;
      square[k] = 0.999 * (square[k] ?? 0) + 0.001 * slope * slope;
      const move = mean[k] / (1 - 0.9 ** step) / (Math.sqrt(square[k] / (1 - 0.999 ** step)) + 1e-8);
      const [low, high] = WEIGHT_BOUNDS[k] ?? [0, 0];
      weights[k] = Math.min(Math.max(weight - pace * move, low), high);
    });
  }
  return weights;
}

/** Every n-th series a batch of its own, so that all are alike. */
function batchesOf(lesson: Lesson, size: number): readonly Lesson[] {
  const count = Math.max(1, Math.round(lesson.answers / size));
  return Array.from({ length: count }, (_, batch) => {
    const mine = [...lesson.from.keys()].filter((k) => k % count === batch);
    const part: Lesson = {
      ...lesson,
      from: Int32Array.from(mine, (k) => lesson.from[k] ?? 0),
      to: Int32Array.from(mine, (k) => lesson.to[k] ?? 0),
    };
    return { ...part, answers: mine.reduce((sum, k) => sum + predictedIn(lesson, k), 0) };
  });
}

function predictedIn({ weights, from, to }: Lesson, k: number): number {
  return weights.subarray(from[k], to[k]).reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
}
