import { describe, expect, it } from 'vitest';
import { compareCodeUnits, compareText } from './collate';

describe('compareText', () => {
  it.each([
    ['en', ['Antonov Airport', 'Bucha', 'Irpin', 'Izium', 'Zhytomyr']],
    ['en', ['Kyiv', 'Kyiv Oblast', 'Kyiv TV Tower']],
    ['en', ['10 Downing Street', 'Évian', 'Ewell', 'Łódź', 'London', 'Київ']],
    ['en', ["O'Brien", 'Obrien', 'Odesa']],
    ['uk', ['Ґалаґан', 'Дарниця', 'Енергодар', 'Єнакієве', 'Житомир']],
    ['uk', ['Горенка', 'Ґорґани', 'Димер', 'Іванків', 'Ізюм', 'Ірпінь', 'Їлець', 'Йосипівка', 'Київ', 'Antonov']],
    ['uk', ['Вяземе', "В'язівка", 'Вязове', 'Гостомель']],
    ['uk', ['Макарів', 'Маріуполь', 'Мироцьке', 'Мощун']],
  ] as const)('%s: %j', (language, sorted) => {
    const shuffled = [...sorted].reverse();
    expect(shuffled.sort((a, b) => compareText(a, b, language))).toEqual(sorted);
  });

  it('looks at case and marks only when the letters are the same', () => {
    expect(compareText('éa', 'eb', 'en')).toBeLessThan(0);
    expect(compareText('E', 'e', 'en')).toBeLessThan(0);
    expect(compareText('Izium', 'Izium', 'en')).toBe(0);
    expect(compareText('Izium', 'Iziúm', 'en')).not.toBe(0);
  });
});

it('compareCodeUnits is the order of ids', () => {
  expect(['b-2', 'a', 'b-10'].sort(compareCodeUnits)).toEqual(['a', 'b-10', 'b-2']);
});
