import { describe, expect, it } from 'vitest';
import { sayTypedDate } from './typed-date-words';

describe('what is understood of a date while it is typed', () => {
  it.each([
    ['2 March 2022', '2 March 2022'],
    ['2 Mar 2022', '2 March 2022'],
    ['2.3.2022', '2 March 2022'],
    ['2022-03-02', '2 March 2022'],
    ['March 2nd, 2022', '2 March 2022'],
    ['2 березня 2022', '2 March 2022'],
    ['480 BC', '480 BC'],
    ['c. 1500', '1500'],
    ['March 2022', 'March 2022'],
    ['16th century', 'the 1500s'],
    ['spring 1919', 'spring 1919'],
  ])('%s', (typed, text) => {
    expect(sayTypedDate(typed, 'en')).toEqual({ is: 'date', text, yearOpen: false });
  });

  it.each([
    ['March 2', 'en', '2 March'],
    ['2 березня', 'uk', '2 березня'],
    ['2.3.22', 'en', '2 March ’22'],
    ["March '22", 'en', 'March ’22'],
    ['березень', 'uk', 'березень'],
  ] as const)('%s leaves the year open, and no year is shown', (typed, language, text) => {
    expect(sayTypedDate(typed, language)).toEqual({ is: 'date', text, yearOpen: true });
  });

  it('of 5/6/1944 both readings, each with a text that says it without a doubt', () => {
    const reading = sayTypedDate('5/6/1944', 'en');
    expect(reading).toEqual({
      is: 'which-month',
      dayFirst: { text: '5 June 1944', typed: '5.6.1944' },
      monthFirst: { text: '6 May 1944', typed: '6.5.1944' },
    });
    for (const sure of reading.is === 'which-month' ? [reading.dayFirst, reading.monthFirst] : []) {
      expect(sayTypedDate(sure.typed, 'en')).toMatchObject({ is: 'date', text: sure.text });
    }
  });

  it('of 13/6/1944 the only one there is', () => {
    expect(sayTypedDate('13/6/1944', 'uk')).toMatchObject({ is: 'date', text: '13 червня 1944 року' });
  });

  it.each([
    ['', 'nothing'],
    ['  ', 'nothing'],
    ['mart', 'unread'],
    ['31 February 2022', 'unread'],
    ['soon', 'unread'],
  ])('“%s”: %s', (typed, is) => {
    expect(sayTypedDate(typed, 'en')).toEqual({ is });
  });
});
