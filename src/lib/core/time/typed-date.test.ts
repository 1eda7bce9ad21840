import { describe, expect, it } from 'vitest';
import { dayPartOf, writeDate } from './date-part';
import { toDayNumber } from './calendar';
import { readTypedDate, type TypedDate } from './typed-date';

const NEAR = toDayNumber(2022, 3, 2);

/** First and last day, and precision, of every reading. */
function shown(list: readonly TypedDate[]): readonly string[] {
  return list.map((date) => `${date.precision} ${writeDate(dayPartOf(date.first))}/${writeDate(dayPartOf(date.last))}`);
}
function read(text: string, near = NEAR): readonly string[] | null {
  const result = readTypedDate(text, near);
  return result?.kind === 'dates' ? shown(result.dates) : null;
}

describe('one day, however it is typed', () => {
  it.each([
    '2 March 2022', '2 Mar 2022', '2 mar. 2022', 'March 2, 2022', 'march 2nd 2022', '2nd of March, 2022', 'on Wednesday, 2 March 2022',
    '2.3.2022', '02.03.2022', '2. 3. 2022', '2022-03-02', '2022-3-2', '2022/3/2', '2 березня 2022', '2 березня 2022 року', '2 берез. 2022 р.',
    '2-го березня 2022', '  2  March 2022 ', '2022 March 2', '2 March 2022?', 'about 2 March 2022',
  ])('%s', (text) => {
    expect(read(text)).toEqual(['day 2022-03-02/2022-03-02']);
  }); // prettier-ignore
});

describe('other precisions and eras', () => {
  it.each([
    ['March 2022', 'month 2022-03-01/2022-03-31'],
    ['березень 2022', 'month 2022-03-01/2022-03-31'],
    ['у березні 2022 року', 'month 2022-03-01/2022-03-31'],
    ['3.2022', 'month 2022-03-01/2022-03-31'],
    ['2022-03', 'month 2022-03-01/2022-03-31'],
    ['spring 2022', 'season 2022-03-01/2022-05-31'],
    ['fall of 2022', 'season 2022-09-01/2022-11-30'],
    ['навесні 2022 року', 'season 2022-03-01/2022-05-31'],
    ['winter 2022/23', 'season 2022-12-01/2023-02-28'],
    ['2022', 'year 2022-01-01/2022-12-31'],
    ['2022 рік', 'year 2022-01-01/2022-12-31'],
    ['c. 1500', 'year 1500-01-01/1500-12-31'],
    ['ca. 1500', 'year 1500-01-01/1500-12-31'],
    ['близько 1500 року', 'year 1500-01-01/1500-12-31'],
    ['1500~', 'year 1500-01-01/1500-12-31'],
    ['480 BC', 'year -0479-01-01/-0479-12-31'],
    ['480 B.C.', 'year -0479-01-01/-0479-12-31'],
    ['480 bce', 'year -0479-01-01/-0479-12-31'],
    ['480 до н. е.', 'year -0479-01-01/-0479-12-31'],
    ['480 рік до нашої ери', 'year -0479-01-01/-0479-12-31'],
    ['-0479', 'year -0479-01-01/-0479-12-31'],
    ['29 September 480 BC', 'day -0479-09-29/-0479-09-29'],
    ['AD 79', 'year 0079-01-01/0079-12-31'],
    ['79 н. е.', 'year 0079-01-01/0079-12-31'],
    ['24 August AD 79', 'day 0079-08-24/0079-08-24'],
    ['the 1560s', 'decade 1560-01-01/1569-12-31'],
    ['1560-ті роки', 'decade 1560-01-01/1569-12-31'],
    ['156X', 'decade 1560-01-01/1569-12-31'],
    ['1500s', 'century 1500-01-01/1599-12-31'],
    ['16th century', 'century 1500-01-01/1599-12-31'],
    ['XVI століття', 'century 1500-01-01/1599-12-31'],
    ['ХІХ ст.', 'century 1800-01-01/1899-12-31'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a year left out or cut short is meant near the key', () => {
  it('March 2', () => {
    expect(read('March 2')?.[0]).toBe('day 2022-03-02/2022-03-02');
    expect(read('2 березня')?.[0]).toBe('day 2022-03-02/2022-03-02');
    expect(read('March 2', toDayNumber(1944, 3, 9))?.[0]).toBe('day 1944-03-02/1944-03-02');
  });
  it('2.3.22', () => {
    expect(read('2.3.22')?.[0]).toBe('day 2022-03-02/2022-03-02');
    expect(read("2 March '22")?.[0]).toBe('day 2022-03-02/2022-03-02');
  });
});

describe('day and month', () => {
  it('asks where both may be meant', () => {
    const result = readTypedDate('5/6/1944', NEAR);
    expect(result?.kind).toBe('which-month');
    if (result?.kind !== 'which-month') return;
    expect(shown(result.dayFirst)).toEqual(['day 1944-06-05/1944-06-05']);
    expect(shown(result.monthFirst)).toEqual(['day 1944-05-06/1944-05-06']);
  });
  it.each([
    ['13/6/1944', 'day 1944-06-13/1944-06-13'],
    ['6/13/1944', 'day 1944-06-13/1944-06-13'],
    ['6/6/1944', 'day 1944-06-06/1944-06-06'],
    ['5.6.1944', 'day 1944-06-05/1944-06-05'],
  ])('does not where one is possible: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

it.each([
  '',
  'banana',
  '30 February 2022',
  '31.4.2022',
  '13/13/2022',
  'March March 2022',
  '2 3 4',
  'Kyiv 2022',
  '0',
  '0th century',
  '1565s',
])('%j is no date', (text) => {
  expect(readTypedDate(text, NEAR)).toBeNull();
});
