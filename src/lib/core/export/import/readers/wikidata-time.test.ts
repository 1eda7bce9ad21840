import { expect, it } from 'vitest';
import type { Calendar } from '../../../time/when';
import { readWikidataTime } from './wikidata-time';

it.each<[string, string, number, Calendar | null, string]>([
  ['the Ides of March of 44 BC', '-0043-03-13T00:00:00Z', 11, 'julian', '-0043-03-15'],
  ['the same in the Gregorian calendar', '-0043-03-13T00:00:00Z', 11, 'gregorian', '-0043-03-13'],
  ['Hastings', '1066-10-20T00:00:00Z', 11, 'julian', '1066-10-14'],
  ['Red October', '1917-11-07T00:00:00Z', 11, 'julian', '1917-10-25'],
  ['a day of now without a calendar', '2022-03-02T00:00:00Z', 11, null, '2022-03-02'],
  ['45 BC with four digits', '-0044-01-01T00:00:00Z', 9, 'julian', '-0044'],
  ['45 BC with two digits', '-44-01-01T00:00:00Z', 9, 'julian', '-0044'],
  ['45 BC with many digits', '-00000000044-01-01T00:00:00Z', 9, 'julian', '-0044'],
  ['1 BC', '0000-01-01T00:00:00Z', 9, 'julian', '0000'],
  ['a year with a plus', '+1066-01-01T00:00:00Z', 9, null, '1066'],
  ['a month', '1943-07-01T00:00:00Z', 10, null, '1943-07'],
  ['the 1560s', '1560-01-01T00:00:00Z', 8, null, '156X'],
  ['the 16th century by its last year', '1600-01-01T00:00:00Z', 7, null, '15XX'],
  ['the 16th century by its first year', '1501-01-01T00:00:00Z', 7, null, '15XX'],
  ['the 15th century', '1500-01-01T00:00:00Z', 7, null, '14XX'],
  ['the 5th century BC', '-0499-01-01T00:00:00Z', 7, null, '[-0499..-0400]'],
  ['the 440s BC', '-0440-01-01T00:00:00Z', 8, null, '[-0448..-0439]'],
])('%s', (_, written, precision, calendar, when) => {
  expect(readWikidataTime(written, precision, calendar)).toEqual({ ok: true, value: when });
});

it.each<[string, string, number | null, Calendar | null]>([
  ['no precision', '1066-01-01T00:00:00Z', null, null],
  ['a millennium', '1066-01-01T00:00:00Z', 6, null],
  ['an hour', '1066-01-01T00:00:00Z', 12, null],
  ['an early day without a calendar', '1066-10-20T00:00:00Z', 11, null],
  ['a day that is none', '1943-02-30T00:00:00Z', 11, null],
  ['a month that is none', '1943-00-00T00:00:00Z', 10, null],
  ['a year out of range', '-10000-01-01T00:00:00Z', 9, null],
  ['an unknown value', 'http://www.wikidata.org/.well-known/genid/1', 9, null],
])('%s is a problem', (_, written, precision, calendar) => {
  expect(readWikidataTime(written, precision, calendar).ok).toBe(false);
});
