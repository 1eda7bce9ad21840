import { describe, expect, it } from 'vitest';
import { OTHER_WEIGHTS, madeUpSeries } from '../../../../../tests/samples/made-learner';
import { DEFAULT_WEIGHTS } from '../parameters';
import { WEIGHT_COUNT } from './branch';
import { byRecency, lessonOf } from './lesson';
import { totalLoss } from './loss';
import { measure } from './measure';

describe('measure', () => {
  it.each([
    ['recall, default weights', 0, DEFAULT_WEIGHTS],
    ['recall, other weights', 0, OTHER_WEIGHTS],
    ['choices, default weights', 0.25, DEFAULT_WEIGHTS],
    ['choices, other weights', 1 / 3, OTHER_WEIGHTS],
  ])('has the slope that differences have: %s', (_, guess, weights) => {
    const lesson = byRecency(lessonOf(madeUpSeries({ truth: OTHER_WEIGHTS, facts: 60, days: 300, guess }), 300));
    const { loss, gradient } = measure(lesson, weights);
    expect(loss).toBeCloseTo(totalLoss(lesson, weights), 8);
    for (let k = 0; k < WEIGHT_COUNT; k += 1) {
      const reach = 1e-6 * Math.max(1, weights[k] ?? 0);
      const moved = (by: number): number => totalLoss(lesson, weights.with(k, (weights[k] ?? 0) + by));
      const slope = (moved(reach) - moved(-reach)) / (2 * reach);
      expect(Math.abs((gradient[k] ?? 0) - slope), `weight ${String(k)}`).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
    }
  });

  it('expects as much curvature as there is, near the weights that the answers come from', () => {
    const lesson = lessonOf(madeUpSeries({ truth: DEFAULT_WEIGHTS, facts: 3000, days: 200 }), 200);
    const { curvature } = measure(lesson, DEFAULT_WEIGHTS);
    const reach = 1e-3;
    const slope = (weight: number): number => measure(lesson, DEFAULT_WEIGHTS.with(20, weight)).gradient[20] ?? 0;
    const w20 = DEFAULT_WEIGHTS[20] ?? 0;
    const actual = (slope(w20 + reach) - slope(w20 - reach)) / (2 * reach);
    expect(curvature[20 * WEIGHT_COUNT + 20]).toBeGreaterThan(0.8 * actual);
    expect(curvature[20 * WEIGHT_COUNT + 20]).toBeLessThan(1.25 * actual);
  });

  it('takes a guess for what it is: a right answer that a coin gives says next to nothing', () => {
    const made = madeUpSeries({ truth: DEFAULT_WEIGHTS, facts: 40, days: 200 });
    const series = { ...made, grades: made.grades.map((grade) => Math.max(grade, 3)) };
    const steep = (guess: number): number => {
      const guessed = { ...series, guesses: series.guesses.map(() => guess) };
      return Math.hypot(...measure(lessonOf(guessed, 200), OTHER_WEIGHTS).gradient);
    };
    expect(steep(0.99)).toBeLessThan(0.15 * steep(0));
  });
});
