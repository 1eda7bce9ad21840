import { describe, expect, it } from 'vitest';
import { monthsOf, withMonth } from './date-typing-words';

describe('the months at hand while a date is typed', () => {
  it('are said as a date says them', () => {
    expect(monthsOf('en').map(({ inDate }) => inDate)).toContain('March');
    expect(monthsOf('uk')[2]).toEqual({ short: 'бер', inDate: 'березня' });
    expect(monthsOf('en')).toHaveLength(12);
  });

  it.each([
    ['', 'March '],
    ['2', '2 March '],
    ['2 April 2022', '2 March 2022 '],
    ['2022', 'March 2022 '],
    ['2022, 2', '2 March 2022 '],
    ['April ', 'March '],
    ['480 BC', 'March 480 BC '],
  ])('“%s” becomes “%s”', (typed, wanted) => {
    expect(withMonth(typed, 'March', monthsOf('en').map(({ inDate }) => inDate))).toBe(wanted); // prettier-ignore
  });
});
