import { describe, expect, it } from 'vitest';
import { readSteps } from './steps';

describe('readSteps', () => {
  it.each([
    ['10', [10]],
    [' 1, 10;60 ', [1, 10, 60]],
    ['', []],
    ['1439', [1439]],
  ])('reads %j', (text, steps) => {
    expect(readSteps(text)).toEqual(steps);
  });

  it.each(['0', '1440', '10m', '2.5', '-1', '1 2 3 4 5 6 7 8 9 10 11'])('refuses %j', (text) => {
    expect(readSteps(text)).toBeNull();
  });
});
