import { describe, expect, it } from 'vitest';
import type { Recall } from './history';
import { retentionBy, retentionByAge, retentionOf } from './retention';

const recall = (recalled: boolean, rest: Partial<Recall> = {}): Recall => ({
  pack: 'p', fact: 'a:date', day: 1, form: 'date/choice', maturity: 'young', predicted: 0.9, guess: 0, recalled, ...rest,
}); // prettier-ignore
const some = (right: number, wrong: number, rest: Partial<Recall> = {}): readonly Recall[] => [
  ...Array.from({ length: right }, () => recall(true, rest)),
  ...Array.from({ length: wrong }, () => recall(false, rest)),
];

describe('a share', () => {
  it.each([
    { right: 37, wrong: 3, guess: 0.25, share: 0.925, remembered: 0.9, thin: false },
    { right: 37, wrong: 3, guess: 0, share: 0.925, remembered: 0.925, thin: false },
    { right: 18, wrong: 1, guess: 0, share: 18 / 19, remembered: 18 / 19, thin: true },
    { right: 5, wrong: 15, guess: 0.25, share: 0.25, remembered: 0, thin: false },
  ])('$right of $right + $wrong with a guess of $guess', ({ right, wrong, guess, share, remembered, thin }) => {
    const found = retentionOf(some(right, wrong, { guess }));
    expect(found.share).toBeCloseTo(share, 9);
    expect(found.remembered).toBeCloseTo(remembered, 9);
    expect(found.thin).toBe(thin);
    expect(found.rememberedInterval.low).toBeLessThanOrEqual(remembered);
    expect(found.rememberedInterval.high).toBeGreaterThanOrEqual(remembered);
  });

  it('of nothing is no share, and its interval excludes nothing', () => {
    expect(retentionOf([])).toMatchObject({ share: null, remembered: null, interval: { low: 0, high: 1 }, thin: true });
  });

  it('where forms are mixed takes out the guesses of each', () => {
    const mixed = retentionOf([...some(30, 10, { guess: 0.5 }), ...some(30, 10)]);
    expect(mixed.remembered).toBeCloseTo((0.75 - 0.25) / 0.75, 9);
  });
});

it('young and mature are apart, and steps are neither', () => {
  const found = retentionByAge([...some(2, 1), ...some(1, 0, { maturity: 'mature' }), ...some(5, 5, { maturity: 'steps' })]); // prettier-ignore
  expect([found.young.total, found.mature.total, found.both.total]).toEqual([3, 1, 4]);
});

it('groups come with the largest first, and without what belongs to none', () => {
  const recalls = [...some(1, 0, { form: 'a' }), ...some(2, 1, { form: 'b' }), ...some(1, 0, { form: 'none' })];
  const found = retentionBy(recalls, ({ form }) => (form === 'none' ? null : form));
  expect(found.map(({ group, both }) => [group, both.total])).toEqual([['b', 3], ['a', 1]]); // prettier-ignore
});
