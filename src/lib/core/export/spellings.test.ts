import { describe, expect, test } from 'vitest';
import { judge } from '../answers/judge';
import type { Accept } from '../questions/question';
import { spellings } from './spellings';

const accept = (from: string, to: string, unit: string): Accept => ({ from, to, unit });

describe('spellings of a typed answer', () => {
  test.each([
    [
      'day',
      accept('2022-03-02', '2022-03-02', 'day'),
      'en',
      ['2 March 2022', 'March 2, 2022', '2.3.2022', '2022-03-02'],
    ],
    ['day', accept('2022-03-02', '2022-03-02', 'day'), 'uk', ['2 березня 2022 року', '2 березня 2022', '02.03.2022']],
    ['month', accept('2022-03-01', '2022-03-31', 'month'), 'en', ['March 2022', '03.2022', '2022-03']],
    ['month', accept('2022-03-01', '2022-03-31', 'month'), 'uk', ['березень 2022 року', 'березень 2022']],
    ['year', accept('1066-01-01', '1066-12-31', 'year'), 'en', ['1066']],
    ['a year BC', accept('-0030-01-01', '-0030-12-31', 'year'), 'en', ['31 BC', '31 BCE']],
    ['a year BC', accept('-0030-01-01', '-0030-12-31', 'year'), 'uk', ['31 рік до н. е.', '31 до н. е.']],
    ['decade', accept('1560-01-01', '1569-12-31', 'decade'), 'en', ['the 1560s']],
    ['century', accept('1500-01-01', '1599-12-31', 'century'), 'uk', ['1500–1599 роки']],
    ['some days', accept('2022-03-02', '2022-03-04', 'day'), 'en', ['2 March 2022', '3 March 2022', '4 March 2022']],
    ['season', accept('2022-03-01', '2022-05-31', 'season'), 'en', ['spring 2022']],
  ] as const)('of a %s', (_name, given, language, expected) => {
    expect(spellings(given, language)?.answers).toEqual(expect.arrayContaining([...expected]));
    expect(spellings(given, language)?.answers[0]).toBe(expected[0]);
  });

  test.each(['en', 'uk'] as const)('are all right answers to our own judge, in %s', (language) => {
    const given = [
      accept('2022-03-02', '2022-03-02', 'day'), accept('0045-07-09', '0045-07-09', 'day'), accept('-0043-03-15', '-0043-03-15', 'day'),
      accept('2022-05-01', '2022-05-31', 'month'), accept('-0030-01-01', '-0030-12-31', 'year'), accept('0079-01-01', '0079-12-31', 'year'),
      accept('1066-01-01', '1066-12-31', 'year'), accept('2022-03-01', '2022-05-31', 'season'), accept('1560-01-01', '1569-12-31', 'decade'),
    ]; // prettier-ignore
    for (const one of given) {
      const answers = spellings(one, language)?.answers ?? [];
      expect(answers.length).toBeGreaterThan(0);
      for (const typed of answers) {
        const judged = judge({ kind: 'date', form: 'typed', options: [], key: [], ties: [], accept: one }, { typed });
        expect(judged.ok && judged.verdict.credit, `${JSON.stringify(one)}: ${typed}`).toBe(1);
      }
    }
  });

  test('a year is a number too, as history counts', () => {
    expect(spellings(accept('-0030-01-01', '-0030-12-31', 'year'), 'en')?.year).toEqual({ from: -31, to: -31 });
    expect(spellings(accept('0000-01-01', '0000-12-31', 'year'), 'en')?.year).toEqual({ from: -1, to: -1 });
    expect(spellings(accept('1066-01-01', '1067-12-31', 'year'), 'en')?.year).toEqual({ from: 1066, to: 1067 });
    expect(spellings(accept('2022-03-02', '2022-03-02', 'day'), 'en')?.year).toBeNull();
  });

  test('a place has its names', () =>
    expect(spellings({ names: ['Kyiv', 'Київ', 'Kyiv'], rivals: [] }, 'en')?.answers).toEqual(['Kyiv', 'Київ']));

  test.each([
    null,
    { names: [], rivals: [] },
    accept('tomorrow', 'x', 'day'),
    accept('2022-03-02', '2022-03-02', 'week'),
  ])('none of %j', (given) => expect(spellings(given, 'en')).toBeNull());
});
