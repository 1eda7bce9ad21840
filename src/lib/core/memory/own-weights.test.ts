import { describe, expect, it } from 'vitest';
import { checkOwnWeights, shouldPropose, weightsInUse } from './own-weights';
import type { OwnWeights } from './own-weights';
import { DEFAULT_WEIGHTS } from './parameters';

const weights = DEFAULT_WEIGHTS.with(2, 4);
const previous = DEFAULT_WEIGHTS.with(2, 3);
const fitted = { weights, previous, inUse: true, sinceMs: 5, heldOut: 40, lossBefore: 0.4, lossAfter: 0.39 };
const own: OwnWeights = { triedMs: 5, answers: 200, fitted };
const DAY_MS = 86_400_000;

describe('weightsInUse', () => {
  it.each([
    ['never tried', null, DEFAULT_WEIGHTS],
    ['tried, nothing better', { ...own, fitted: null }, DEFAULT_WEIGHTS],
    ['fitted', own, weights],
    ['gone back to an earlier fit', { ...own, fitted: { ...fitted, inUse: false } }, previous],
    ['gone back to the defaults', { ...own, fitted: { ...fitted, inUse: false, previous: null } }, DEFAULT_WEIGHTS],
  ])('%s', (_, each, expected) => {
    expect(weightsInUse(each)).toEqual(expected);
  });
});

it.each([
  ['the first time from 64 on', null, 64, 0, true],
  ['not before', null, 63, 0, false],
  ['with 64 new ones after a month', own, 264, 31 * DAY_MS, true],
  ['not within a month', own, 900, 29 * DAY_MS, false],
  ['not with few new ones', own, 263, 400 * DAY_MS, false],
])('proposes a fit %s', (_, each, answers, nowMs, expected) => {
  expect(shouldPropose(each, answers, nowMs)).toBe(expected);
});

describe('checkOwnWeights', () => {
  it.each([null, own, { ...own, fitted: null }, { ...own, fitted: { ...fitted, previous: null } }])(
    'takes %j',
    (value) => {
      expect(checkOwnWeights(JSON.parse(JSON.stringify(value)))).toBeNull();
    },
  );

  it.each([
    ['nothing', undefined],
    ['a number', 3],
    ['a list', []],
    ['no time', { ...own, triedMs: 'now' }],
    ['too few weights', { ...own, fitted: { ...fitted, weights: weights.slice(1) } }],
    ['a weight out of bounds', { ...own, fitted: { ...fitted, weights: weights.with(20, 5) } }],
    ['a weight that is no number', { ...own, fitted: { ...fitted, weights: [...weights.slice(1), null] } }],
    ['an earlier weight out of bounds', { ...own, fitted: { ...fitted, previous: weights.with(0, -1) } }],
    ['no word whether in use', { ...own, fitted: { ...fitted, inUse: 1 } }],
    ['a loss that is none', { ...own, fitted: { ...fitted, lossAfter: NaN } }],
  ])('refuses %s', (_, value) => {
    expect(checkOwnWeights(value)?.field).toMatch(/^fitting/);
  });
});
