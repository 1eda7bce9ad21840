import { describe, expect, it, test } from 'vitest';
import { NAME_WORDS } from './name-words';
import { cleanName, friendlyName, nameKey, uniqueName } from './names';
import { NAME_MOST } from './protocol';

describe('cleanName', () => {
  test.each([
    ['  Олена   Ко\u0301валь ', 'Олена Ко́валь'],
    ['Ada\u200b\u202e', 'Ada'],
    ['a\nb\tc', 'a b c'],
    ['Ｆｕｌｌ', 'Full'],
    ['', ''],
    ['\u200b \u0007', ''],
    ['x'.repeat(40), 'x'.repeat(NAME_MOST)],
    ['👩‍🚀', '👩 🚀'],
    ['Scunthorpe Dickens', 'Scunthorpe Dickens'],
  ])('makes %j to %j', (typed, shown) => {
    expect(cleanName(typed)).toBe(shown);
  });
});

describe('nameKey', () => {
  test.each([
    ['Olena', 'olena'],
    ['Olena', 'Оlеnа'],
    ['Olena', 'O lena'],
    ['Olena', 'Öléna'],
    ['Ivan', '1van'],
    ['Paul', 'Раul'],
    ['Anna', 'Аnnа'],
    ['Emma', 'Ernrna'],
  ])('takes %j and %j for alike', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['Olena', 'Олена'],
    ['Ivan', 'Ivana'],
    ['Марія', 'Марина'],
  ])('tells %j and %j apart', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

it('a name that is taken gets a number, and stays short', () => {
  const taken = new Set(['Ada', 'Ada 2', 'x'.repeat(NAME_MOST)].map(nameKey));
  expect(uniqueName('Ada', taken)).toBe('Ada 3');
  expect(uniqueName('Eve', taken)).toBe('Eve');
  const long = uniqueName('x'.repeat(NAME_MOST), taken);
  expect(long).toBe(`${'x'.repeat(NAME_MOST - 2)} 2`);
});

describe.each(['en', 'uk'] as const)('friendly names in %s', (language) => {
  it('are enough for a school, all different to the eye', () => {
    const keys = new Set<string>();
    for (let i = 0; i < 1200; i++) {
      const name = friendlyName(language, String(i), keys);
      expect(keys.has(nameKey(name)), name).toBe(false);
      expect(cleanName(name)).toBe(name);
      keys.add(nameKey(name));
    }
  });

  it('are the same for the same luck', () => {
    expect(friendlyName(language, 'luck', new Set())).toBe(friendlyName(language, 'luck', new Set()));
  });

  it('are made of words that fit together', () => {
    for (const { first, second } of NAME_WORDS[language].sets) {
      for (const word of [...first, ...second]) expect(word).toMatch(/^[\p{Lu}][\p{Ll}’]+$/u);
      expect(new Set(second).size).toBe(second.length);
      for (const noun of second)
        for (const word of first) expect(`${word} ${noun}`.length).toBeLessThanOrEqual(NAME_MOST);
    }
  });
});
