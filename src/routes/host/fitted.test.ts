import { expect, it } from 'vitest';
import { largestThatFits } from './fitted';

it('letters keep their full size where everything fits', () => {
  expect(largestThatFits(() => true)).toBe(1);
});

it('letters are as large as they can be, and no larger', () => {
  const tried: number[] = [];
  const size = largestThatFits((each) => {
    tried.push(each);
    return each <= 0.8;
  });
  expect(size).toBe(0.8);
  expect(tried).toEqual([1, 0.96, 0.92, 0.88, 0.84, 0.8]);
});

it('letters stay readable from the last row, whatever does not fit', () => {
  expect(largestThatFits(() => false)).toBe(0.62);
});
