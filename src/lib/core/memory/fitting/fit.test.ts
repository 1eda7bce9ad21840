import { describe, expect, it } from 'vitest';
import { OTHER_WEIGHTS, madeUpSeries } from '../../../../../tests/samples/made-learner';
import { AS_FSRS_RS, AT_LENGTH, train } from '../../../../../tests/samples/reference-trainer';
import { DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, WEIGHT_BOUNDS, checkParameters } from '../parameters';
import { searchFirstStabilities } from './first-stability';
import { fit } from './fit';
import { byRecency, lessonOf } from './lesson';
import type { Lesson } from './lesson';
import { totalLoss } from './loss';
import { outliersOf } from './outliers';
import type { Series } from './series';

const DAYS = 365;
const SPLIT = 292;

/** Mean log loss of the answers from the split on. */
function tailLoss(series: Series, weights: readonly number[]): number {
  const whole = lessonOf(series, Infinity);
  const held = whole.weights.map((weight, step) => ((series.days[step] ?? 0) >= SPLIT ? weight : 0));
  const answers = held.reduce((sum, weight) => sum + weight, 0);
  return totalLoss({ ...whole, weights: held }, weights) / answers;
}

describe('fit', () => {
  it.each([
    ['typed answers, four fifths', 0, 0.2],
    ['choices among four, four fifths', 0.25, 0.2],
    ['choices between two, which say less, two thirds', 0.5, 1 / 3],
  ])('goes most of the way from the defaults to the weights that unseen answers come from: %s', (_, guess, left) => {
    const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 1500, days: DAYS, guess });
    const { weights, what, answers } = fit(series, SPLIT);
    expect(what).toBe('all');
    expect(answers).toBeGreaterThan(9000);
    const [best, reached, standard] = [OTHER_WEIGHTS, weights, DEFAULT_WEIGHTS].map((each) => tailLoss(series, each));
    if (best === undefined || reached === undefined || standard === undefined) throw new Error('three losses');
    expect(standard - best).toBeGreaterThan(0.0025);
    expect(reached - best).toBeLessThan(left * (standard - best));
  });

  it('is no worse on unseen answers than training as fsrs-rs does it, nor than ten times as long', () => {
    for (const [seed, guess] of [[1, 0], [2, 0], [3, 0.25]] as const) {
      const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 1000, days: DAYS, guess, seed });
      const lesson = lessonOf(series, SPLIT, outliersOf(series, SPLIT));
      const start = [...searchFirstStabilities(lesson).stabilities, ...DEFAULT_WEIGHTS.slice(4)];
      const own = tailLoss(series, fit(series, SPLIT).weights);
      for (const training of [AS_FSRS_RS, AT_LENGTH])
        expect(own).toBeLessThan(tailLoss(series, train(byRecency(lesson), start, training)) + 0.0005);
    }
  }, 30_000); // prettier-ignore

  it('finds the least of its own objective: training at length finds nothing lower', () => {
    const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 600, days: DAYS });
    const lesson = byRecency(lessonOf(series, SPLIT, outliersOf(series, SPLIT)));
    const start = [...searchFirstStabilities(lesson).stabilities, ...DEFAULT_WEIGHTS.slice(4)];
    const trained = totalLoss(lesson, train(lesson, start, AT_LENGTH));
    const own = totalLoss(lesson, fit(series, SPLIT).weights);
    expect(own / trained - 1).toBeLessThan(0.002);
  }, 30_000);

  it('gives the same weights for the same answers', () => {
    const made = { truth: OTHER_WEIGHTS, facts: 200, days: DAYS, guess: 0.25 };
    expect(fit(madeUpSeries(made))).toEqual(fit(madeUpSeries(made)));
  });

  it('keeps the defaults below 8 answers, and fits only first stabilities below 64', () => {
    const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 30, days: DAYS });
    const reached: string[] = [];
    for (let day = 0; day <= DAYS; day += 5) {
      const { weights, what, answers } = fit(series, day);
      reached.push(what);
      expect(what).toBe(answers < 8 ? 'none' : answers < 64 ? 'first' : 'all');
      if (what === 'none') expect(weights).toEqual(DEFAULT_WEIGHTS);
      if (what === 'first') expect(weights.slice(4)).toEqual(DEFAULT_WEIGHTS.slice(4));
    }
    expect(new Set(reached)).toEqual(new Set(['none', 'first', 'all']));
  });

  it.each([
    ['never forgets', 3],
    ['always forgets', 1],
  ])('stays inside the bounds for a learner who %s', (_, grade) => {
    const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 150, days: DAYS });
    const { weights, what } = fit({ ...series, grades: series.grades.map(() => grade) });
    expect(what).toBe('all');
    expect(checkParameters({ ...DEFAULT_PARAMETERS, weights })).toEqual([]);
    weights.forEach((weight, k) => {
      const [low, high] = WEIGHT_BOUNDS[k] ?? [0, 0];
      expect(weight).toBeGreaterThanOrEqual(low);
      expect(weight).toBeLessThanOrEqual(high);
    });
    const [first = 0, , good = 0] = weights;
    expect(first).toBeLessThanOrEqual(good);
  });

  it('counts late answers more: who became better is taken for who they are', () => {
    const weak = madeUpSeries({ truth: DEFAULT_WEIGHTS.with(2, 0.8), facts: 500, days: DAYS, seed: 5 });
    const lesson = lessonOf(weak, Infinity);
    const weights = weightsInOrder(byRecency(lesson));
    expect(weights[0]).toBe(0.25);
    expect(weights.at(-1)).toBe(1);
    expect(weights.every((weight, i) => i === 0 || weight >= (weights[i - 1] ?? 0))).toBe(true);
  });
});

function weightsInOrder({ series, weights }: Lesson): readonly number[] {
  return [...weights.keys()]
    .filter((step) => (weights[step] ?? 0) > 0)
    .sort((a, b) => (series.order[a] ?? 0) - (series.order[b] ?? 0))
    .map((step) => weights[step] ?? 0);
}
