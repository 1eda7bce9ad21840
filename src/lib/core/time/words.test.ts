import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date';
import { parseWhen } from './parse-when';
import type { DatePart, When } from './when';
import { sayDate, sayDays, sayOn, sayUnits, sayWhen } from './words';

function part(text: string): DatePart {
  const parsed = parseDate(text, null);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}
function when(text: string): When {
  const parsed = parseWhen(text, null);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

describe('a date alone and as an adverbial', () => {
  it.each([
    ['2022-03-02', '2 March 2022', 'on 2 March 2022', '2 березня 2022 року', '2 березня 2022 року'],
    ['2022-03', 'March 2022', 'in March 2022', 'березень 2022 року', 'у березні 2022 року'],
    ['2022-21', 'spring 2022', 'in spring 2022', 'весна 2022 року', 'навесні 2022 року'],
    ['2022-24', 'winter 2022/23', 'in winter 2022/23', 'зима 2022/23 року', 'взимку 2022/23 року'],
    ['1999-24', 'winter 1999/2000', 'in winter 1999/2000', 'зима 1999/2000 року', 'взимку 1999/2000 року'],
    ['2022', '2022', 'in 2022', '2022 рік', 'у 2022 році'],
    ['156X', 'the 1560s', 'in the 1560s', '1560-ті роки', 'у 1560-х роках'],
    ['150X', 'the years 1500–1509', 'in the years 1500–1509', '1500–1509 роки', 'у 1500–1509 роках'],
    ['15XX', 'the 1500s', 'in the 1500s', '1500–1599 роки', 'у 1500–1599 роках'],
    ['-0479', '480 BC', 'in 480 BC', '480 рік до н. е.', 'у 480 році до н. е.'],
    [
      '-0479-09-29',
      '29 September 480 BC',
      'on 29 September 480 BC',
      '29 вересня 480 року до н. е.',
      '29 вересня 480 року до н. е.',
    ],
    ['0000', '1 BC', 'in 1 BC', '1 рік до н. е.', 'у 1 році до н. е.'],
    ['0079', 'AD 79', 'in AD 79', '79 рік н. е.', 'у 79 році н. е.'],
    [
      '-0480-24',
      'winter 481/480 BC',
      'in winter 481/480 BC',
      'зима 481/480 року до н. е.',
      'взимку 481/480 року до н. е.',
    ],
    [
      '00XX',
      'the years 1 BC to AD 99',
      'in the years 1 BC to AD 99',
      '1 рік до н. е. – 99 рік н. е.',
      'у 1 рік до н. е. – 99 рік н. е.',
    ],
  ])('%s', (text, alone, on, aloneUk, onUk) => {
    expect(sayDate(part(text), 'en')).toBe(alone);
    expect(sayOn(part(text), 'en')).toBe(on);
    expect(sayDate(part(text), 'uk')).toBe(aloneUk);
    expect(sayOn(part(text), 'uk')).toBe(onUk);
  });
});

describe('every form of when', () => {
  it.each([
    ['2022-03-02', '2 March 2022', '2 березня 2022 року'],
    ['2022-03-02/2022-03-05', 'from 2 to 5 March 2022', 'з 2 до 5 березня 2022 року'],
    ['2022-02-27/2022-03-05', 'from 27 February to 5 March 2022', 'з 27 лютого до 5 березня 2022 року'],
    ['2021-12-31/2022-01-02', 'from 31 December 2021 to 2 January 2022', 'з 31 грудня 2021 до 2 січня 2022 року'],
    ['2022-03/2022-05-05', 'from March 2022 to 5 May 2022', 'з березня 2022 року до 5 травня 2022 року'],
    ['1914/1918', 'from 1914 to 1918', 'з 1914 до 1918 року'],
    ['-0489/-0479', 'from 490 to 480 BC', 'з 490 до 480 року до н. е.'],
    ['-0001/0001', 'from 2 BC to AD 1', 'з 2 року до н. е. до 1 року н. е.'],
    ['../2022-04-07', 'by 7 April 2022', 'не пізніше 7 квітня 2022 року'],
    ['2022-11-05/..', 'from 5 November 2022 on', 'починаючи з 5 листопада 2022 року'],
    [
      '[2022-02-24..2022-02-25]',
      'some time between 24 and 25 February 2022',
      'не раніше 24 і не пізніше 25 лютого 2022 року',
    ],
    ['[..2022-02-25]', 'no later than 25 February 2022', 'не пізніше 25 лютого 2022 року'],
    ['[2022-02-25..]', 'no earlier than 25 February 2022', 'не раніше 25 лютого 2022 року'],
    ['[2022-03-03,2022-03-22]', '3 or 22 March 2022', '3 або 22 березня 2022 року'],
    ['[2022-03-03,2022-03-22,2022-03-25]', '3, 22 or 25 March 2022', '3, 22 або 25 березня 2022 року'],
    ['[2022-03,2023-03]', 'March 2022 or March 2023', 'березень 2022 або березень 2023 року'],
    ['1500~', 'about 1500', 'близько 1500 року'],
    ['2022-03-02?', 'perhaps 2 March 2022', 'можливо, 2 березня 2022 року'],
    ['1500~/1510', 'from about 1500 to 1510', 'з близько 1500 року до 1510 року'],
  ])('%s', (text, en, uk) => {
    expect(sayWhen(when(text), 'en')).toBe(en);
    expect(sayWhen(when(text), 'uk')).toBe(uk);
  });
});

it.each([
  [1, '1 day', '1 день'],
  [2, '2 days', '2 дні'],
  [5, '5 days', '5 днів'],
  [11, '11 days', '11 днів'],
  [14, '14 days', '14 днів'],
  [21, '21 days', '21 день'],
  [112, '112 days', '112 днів'],
  [0, '0 days', '0 днів'],
])('%i days', (n, en, uk) => {
  expect(sayDays(n, 'en')).toBe(en);
  expect(sayDays(n, 'uk')).toBe(uk);
});

it('counts other units too', () => {
  expect(sayUnits(3, 'month', 'uk')).toBe('3 місяці');
  expect(sayUnits(1, 'century', 'en')).toBe('1 century');
});
