import { describe, expect, it } from 'vitest';
import { sayPlaces } from './loss-places';

const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

describe('the places of what is lost', () => {
  it.each([
    ['none', [], '', 0],
    ['one', [0], '1', 0],
    ['neighbours', [3, 4], '4, 5', 0],
    ['a run, in any order, named twice', [6, 4, 5, 5, 9], '5–7, 10', 0],
    ['a whole set of ten thousand', range(0, 9999), '1–10000', 0],
    ['every second of forty', range(0, 39, 2), '1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23', 8],
  ])('%s', (_name, places, shown, more) => {
    expect(sayPlaces(places)).toEqual({ shown, more });
  });
});
