import { describe, expect, test } from 'vitest';
import { judgeTypedPlace } from './judge-typed-place';

function isRight(typed: string, names: readonly string[], rivals: readonly string[] = []): boolean {
  const judged = judgeTypedPlace({ names, rivals }, typed);
  if (!judged.ok) throw new Error(judged.message);
  return judged.verdict.correct;
}

const KHARKIV = ['Kharkiv', 'Харків', 'Kharkov'];

describe('a typed place (C7)', () => {
  test.each(['Kharkiv', 'kharkiv', ' KHARKIV ', 'Харків', 'харків', 'Kharkov', 'Khárkiv'])('%s is Kharkiv', (typed) => {
    expect(isRight(typed, KHARKIV)).toBe(true);
  });

  test.each([
    ['Bilohorivka', 'Білогорівка'],
    ['Zaporizhzhia', 'Запоріжжя'],
    ['Znamianka', 'Знам’янка'],
    ['Slovyansk', 'Слов’янськ'],
    ['Chernigov', 'Чернігів'],
  ])('%s is %s, in whichever romanisation', (typed, name) => {
    expect(isRight(typed, [name])).toBe(true);
  });

  test.each(['Kharkiw', 'Khrakiv', 'Kharkivv', 'Karkiv'])('one typo from six letters on: %s', (typed) => {
    expect(isRight(typed, ['Kharkiv'])).toBe(true);
  });

  test.each([
    ['Kharwik', ['Kharkiv']],
    ['Buca', ['Bucha']],
    ['', ['Bucha']],
    ['…', ['Bucha']],
    ['Kyiv Oblast', ['Kyiv']],
  ])('%j is not %j', (typed, names) => {
    expect(isRight(typed, names)).toBe(false);
  });

  test('a typo that makes another place of the pack is that place', () => {
    expect(isRight('Makarov', ['Makariv'], ['makarov'])).toBe(false);
    expect(isRight('Ivanivka', ['Ivankivka'])).toBe(true);
    expect(isRight('Ivanivka', ['Ivankivka'], ['ivanivka'])).toBe(false);
  });

  test('what is exactly its name is right, though another place shares it', () => {
    expect(isRight('Ivanivka', ['Ivanivka'], ['ivanivka'])).toBe(true);
  });
});
