import { describe, expect, it } from 'vitest';
import { calibrationOf } from './calibration';
import type { Recall } from './history';

const some = (count: number, recalled: boolean, predicted: number | null, guess = 0): readonly Recall[] =>
  Array.from({ length: count }, () => ({
    pack: 'p', fact: 'a:date', day: 1, form: 'date/choice', maturity: 'young', predicted, guess, recalled,
  })); // prettier-ignore

describe('the verdict', () => {
  it.each([
    ['nine of ten predicted, nine of ten right', [...some(90, true, 0.9), ...some(10, false, 0.9)], 'fits'],
    ['nine of ten predicted, seven of ten right', [...some(70, true, 0.9), ...some(30, false, 0.9)], 'worse'],
    ['seven of ten predicted, all right', some(100, true, 0.7), 'better'],
    ['the same, but only nineteen answers', some(19, true, 0.7), 'thin'],
    ['a choice of two: .8 predicted means .9 right', [...some(90, true, 0.8, 0.5), ...some(10, false, 0.8, 0.5)], 'fits'],
    ['nothing predicted', some(50, true, null), 'thin'],
  ] as const)('%s', (_, recalls, verdict) => {
    expect(calibrationOf(recalls).verdict).toBe(verdict);
  }); // prettier-ignore
});

it('a prediction on a bound belongs to the bin above, and certainty to the last', () => {
  const bins = calibrationOf([...some(1, true, 0.9), ...some(1, true, 1), ...some(1, false, 0)]).bins;
  expect(bins.filter(({ total }) => total > 0).map(({ low, high }) => [low, high])).toEqual([
    [0, 0.5],
    [0.9, 0.95],
    [0.95, 1],
  ]);
});

it('log loss and the distance over bins, by hand', () => {
  const found = calibrationOf([...some(3, true, 0.75), ...some(1, false, 0.75)]);
  expect(found.logLoss).toBeCloseTo(-(3 * Math.log(0.75) + Math.log(0.25)) / 4, 12);
  expect(found.rmse).toBeCloseTo(0, 12);
  const off = calibrationOf([...some(2, true, 0.75), ...some(2, false, 0.75), ...some(4, true, 0.96)]);
  expect(off.rmse).toBeCloseTo(Math.sqrt((4 * 0.25 ** 2 + 4 * 0.04 ** 2) / 8), 12);
});

it('one answer that was certain and wrong leaves the log loss finite', () => {
  expect(calibrationOf(some(1, false, 1)).logLoss).toBeCloseTo(-Math.log(1e-6), 6);
});
