import { expect, test } from 'vitest';
import { piecesOf } from './paper-pieces';

const lanes = [100, 60, 200, 90, 700, 40].map((height, at, all) => ({
  height,
  top: all.slice(0, at).reduce((sum, one) => sum + one, 0),
}));

test('pages take whole lanes, all of them, in order; a lane that is higher than a page has one of its own', () => {
  expect(piecesOf(lanes, 300)).toEqual([
    { top: 0, height: 160 },
    { top: 160, height: 290 },
    { top: 450, height: 700 },
    { top: 1150, height: 40 },
  ]);
  expect(piecesOf([], 300)).toEqual([]);
});
