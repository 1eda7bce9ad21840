import { describe, expect, test } from 'vitest';
import type { Verdict } from './response';
import { judgeTypedDate } from './judge-typed-date';

function judged(unit: string, key: string | readonly [string, string], typed: string): Verdict {
  const [from, to] = typeof key === 'string' ? [key, key] : key;
  const result = judgeTypedDate({ from, to, unit }, typed);
  if (!result.ok) throw new Error(result.message);
  return result.verdict;
}

const YEAR_1944 = ['1944-01-01', '1944-12-31'] as const;
const MARCH = ['2022-03-01', '2022-03-31'] as const;
const CENTURY = ['1500-01-01', '1599-12-31'] as const;

describe('credit by years off (C4)', () => {
  test.each([
    ['1944', 1],
    ['1943', 0.99],
    ['1949', 0.95],
    ['1939', 0.95],
    ['1954', 0.85],
    ['1955', 0.82],
    ['1960', 0.67],
    ['1964', 0.55],
    ['1971', 0.275],
    ['1978', 0],
    ['1066', 0],
  ])('%s for 1944 → %d', (typed, credit) => {
    expect(judged('year', YEAR_1944, typed).credit).toBeCloseTo(credit, 6);
  });

  test('an exact day inside the year is right', () => {
    expect(judged('year', YEAR_1944, '6 June 1944').correct).toBe(true);
  });
});

describe('credit by days, months and centuries off (C4)', () => {
  test.each([
    ['day', '2022-03-02', '2 March 2022', 1],
    ['day', '2022-03-02', '3 March 2022', 0.8],
    ['day', '2022-03-02', '28 February 2022', 0.6],
    ['day', '2022-03-02', '5 March 2022', 0.4],
    ['day', '2022-03-02', '6 March 2022', 0.2],
    ['day', '2022-03-02', '7 March 2022', 0],
    ['month', MARCH, 'March 2022', 1],
    ['month', MARCH, 'April 2022', 0.8],
    ['month', MARCH, 'December 2021', 0.4],
    ['month', MARCH, 'August 2022', 0],
    ['month', MARCH, '31 March 2022', 1],
    ['century', CENTURY, '16th century', 1],
    ['century', CENTURY, '15th century', 0.8],
    ['century', CENTURY, '1650', 0.8],
    ['century', CENTURY, '12th century', 0.2],
  ] as const)('%s: %j, typed %s → %d', (unit, key, typed, credit) => {
    expect(judged(unit, key, typed).credit).toBeCloseTo(credit, 6);
  });

  test('full anywhere inside the interval of the key', () => {
    expect(judged('day', ['2022-03-02', '2022-03-05'], '4 March 2022').credit).toBe(1);
    expect(judged('day', ['2022-03-02', '2022-03-05'], '6 March 2022').credit).toBe(0.8);
  });

  test('years before Christ have no year 0 among them', () => {
    expect(judged('year', ['-0479-01-01', '-0479-12-31'], '480 BC').credit).toBe(1);
    expect(judged('year', ['0001-01-01', '0001-12-31'], '1 BC').credit).toBeCloseTo(0.99, 6);
  });
});

describe('the bands (C4)', () => {
  test.each([
    ['2 March 2022', 'full'],
    ['3 March 2022', 'near'],
    ['4 March 2022', 'wrong'],
    ['March 2022', 'near'],
    ['2022', 'wrong'],
    ['16th century', 'wrong'],
    ['April 2022', 'wrong'],
  ])('%s is %s', (typed, band) => {
    expect(judged('day', '2022-03-02', typed).band).toBe(band);
  });

  test.each(['March 2022', '2022', 'spring 2022', 'the 2020s', '21st century', 'March'])('coarser than asked is at most near: %s', (typed) => {
    const verdict = judged('day', '2022-03-02', typed);
    expect(verdict.correct).toBe(false);
    expect(verdict.credit).toBeLessThanOrEqual(0.8);
  }); // prettier-ignore
});

describe('what people type (C5)', () => {
  test.each([
    '2 March 2022', '2 Mar 2022', 'March 2', 'march 2, 2022', '2nd of March 2022', '2.3.2022', '02.03.2022', '2022-03-02', '2 березня 2022', '2 березня 2022 року',
    '2 бер 2022', '2 березня', ' 2  March  2022 ', 'about 2 March 2022',
  ])('%s is 2 March 2022', (typed) => {
    expect(judged('day', '2022-03-02', typed)).toEqual({ credit: 1, correct: true, band: 'full' });
  }); // prettier-ignore

  test.each(['480 BC', '480 B.C.', '480 BCE', '480 до н. е.', 'c. 480 BC', '-0479'])('%s is 480 BC', (typed) => {
    expect(judged('year', ['-0479-01-01', '-0479-12-31'], typed).correct).toBe(true);
  });

  test.each(['c. 1500', 'circa 1500', 'близько 1500', '1500 рік'])('%s is 1500', (typed) => {
    expect(judged('year', ['1500-01-01', '1500-12-31'], typed).correct).toBe(true);
  });

  test.each(['', 'yesterday', '31 April 2022', '2022-13-01', '٢٠٢٢', '99999', 'March March 2022', '2 3'])('%j is no date, and worth nothing', (typed) => {
    expect(judged('day', '2022-03-02', typed)).toEqual({ credit: 0, correct: false, band: 'wrong' });
  }); // prettier-ignore
});

describe('5/6/1944 asks which is the month', () => {
  test('either reading: the lesser credit until that is said', () => {
    expect(judged('day', '1944-06-05', '5/6/1944')).toEqual({ credit: 0, correct: false, band: 'wrong', needs: 'month-first' });
    expect(judged('day', '1944-05-06', '5/6/1944')).toEqual({ credit: 0, correct: false, band: 'wrong', needs: 'month-first' });
  }); // prettier-ignore

  test.each(['5.6.1944', '13/6/1944', '6/13/1944', '6/6/1944', '1944/6/5'])('%s does not', (typed) => {
    expect(judged('day', '1944-06-05', typed)).not.toHaveProperty('needs');
  });

  test('nor where the year alone is asked', () => {
    expect(judged('year', YEAR_1944, '5/6/1944')).toEqual({ credit: 1, correct: true, band: 'full' });
  });
});
