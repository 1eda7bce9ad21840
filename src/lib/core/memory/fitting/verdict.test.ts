import { describe, expect, it } from 'vitest';
import { OTHER_WEIGHTS, madeUpSeries } from '../../../../../tests/samples/made-learner';
import { DEFAULT_WEIGHTS } from '../parameters';
import type { Series } from './series';
import { heldOutFrom } from './trial';
import { judgeFit } from './verdict';

const ask = (series: Series, current = DEFAULT_WEIGHTS) => judgeFit({ series, current });

describe('judgeFit', () => {
  it('finds better weights for a learner whose memory is another one', () => {
    const verdict = ask(madeUpSeries({ truth: OTHER_WEIGHTS, facts: 800, days: 300 }));
    expect(verdict.is).toBe('better');
    if (verdict.is !== 'better') return;
    const { before, after } = verdict;
    expect(after.loss).toBeLessThan(before.loss);
    expect(after.answers).toBe(before.answers);
    expect(Math.abs(after.expected - after.right)).toBeLessThan(Math.abs(before.expected - before.right));
  });

  it('never calls weights better that foresee unseen answers no better, whoever answers', () => {
    const found = new Set<string>();
    for (let seed = 1; seed <= 24; seed += 1) {
      const facts = [20, 60, 150][seed % 3] ?? 20;
      const verdict = ask(madeUpSeries({ truth: DEFAULT_WEIGHTS, facts, days: 200, guess: seed % 2 ? 0 : 0.25, seed }));
      found.add(verdict.is);
      if (verdict.is === 'too-few') continue;
      expect(verdict.is).toBe(verdict.after.loss < verdict.before.loss ? 'better' : 'no-better');
    }
    expect(found).toContain('no-better');
  });

  it('has nothing to add to weights that were fitted to the same answers', () => {
    const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 300, days: 300 });
    const first = ask(series);
    expect(first.is).toBe('better');
    if (first.is === 'better') expect(ask(series, first.fitted.weights).is).toBe('no-better');
  });

  it.each([
    ['nothing answered', 0, 100],
    ['a handful', 2, 30],
    ['one day of study', 30, 1],
  ])('says that there is too little: %s', (_, facts, days) => {
    expect(ask(madeUpSeries({ truth: OTHER_WEIGHTS, facts, days })).is).toBe('too-few');
  });

  it('holds back the latest fifth of the study days, and the fit does not see them', () => {
    const series = madeUpSeries({ truth: OTHER_WEIGHTS, facts: 200, days: 300 });
    const from = heldOutFrom(series) ?? 0;
    const days = [...new Set(series.days)];
    expect(days.filter((day) => day >= from).length / days.length).toBeCloseTo(0.2, 1);
    const verdict = ask(series);
    const otherTail = {
      ...series,
      grades: series.grades.map((grade, i) => ((series.days[i] ?? 0) >= from ? 1 : grade)),
    };
    const other = ask(otherTail);
    if (verdict.is === 'too-few' || other.is === 'too-few') throw new Error('there are enough answers');
    expect(other.fitted).toEqual(verdict.fitted);
    expect(other.after.right).toBe(0);
  });
});
