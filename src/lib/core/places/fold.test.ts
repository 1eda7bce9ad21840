import { describe, expect, it } from 'vitest';
import { foldName, soundKey } from './fold';
import { isOneTypo, matchesName } from './match-name';

it.each([
  ['Київ', 'kyiv'],
  ['Іванків', 'ivankiv'],
  ['Згурський', 'zghurskyi'],
  ['Ємільчине', 'yemilchyne'],
  ['Яготин', 'yahotyn'],
  ['Кам’янець-Подільський', 'kamianets podilskyi'],
  ["Kam'ianets-Podilskyi", 'kamianets podilskyi'],
  ['  The Kyiv   TV Tower ', 'kyiv tv tower'],
  ['Łódź', 'lodz'],
  ['São Tomé', 'sao tome'],
  ['Великий Бурлук', 'velykyi burluk'],
])('%s folds to %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
  expect(foldName(folded)).toBe(folded);
});

describe('the two romanisations sound alike', () => {
  it.each([
    ['Kyiv', 'Kiev'],
    ['Київ', 'Киев'],
    ['Kharkiv', 'Харьков'],
    ['Chernihiv', 'Chernigov'],
    ['Hostomel', 'Gostomel'],
    ['Borodianka', 'Borodyanka'],
    ['Kupiansk', 'Kupyansk'],
    ['Izium', 'Izyum'],
    ['Zhytomyr', 'Zhitomir'],
    ['Velykyi Burluk', 'Veliky Burluk'],
    ['Ivankiv', 'Ivankov'],
    ['Oleksandrivka', 'Oleksandrivka'],
    ['Hrezlia', 'Grezlya'],
    ['Odesa', 'Odessa'],
  ])('%s, %s', (one, other) => {
    expect(soundKey(one)).toBe(soundKey(other));
  });

  it.each([
    ['Irpin', 'Izium'],
    ['Bucha', 'Bacha'],
    ['Kharkiv', 'Kyiv'],
    ['Zaluzhzhia', 'Zaluchia'],
  ])('but not %s and %s', (one, other) => {
    expect(soundKey(one)).not.toBe(soundKey(other));
  });
});

describe('matchesName', () => {
  const hostomel = ['Hostomel', 'Гостомель'];
  it.each<[string, string, readonly string[], readonly string[], boolean]>([
    ['as shown', 'hostomel', hostomel, [], true],
    ['in another language', 'ГОСТОМЕЛЬ', hostomel, [], true],
    ['in the Russian romanisation', "Gostomel'", hostomel, [], true],
    ['with a letter missing', 'Hostmel', hostomel, [], true],
    ['with two letters swapped', 'Hotsomel', hostomel, [], true],
    ['with two typos', 'Hstmel', hostomel, [], false],
    ['a typo in a short name', 'Bacha', ['Bucha'], [], false],
    ['a typo that makes another place', 'Borova', ['Borovia'], ['borova'], false],
    ['another place in the old spelling', 'Gorenka', ['Horenko'], ['horenka'], false],
    ['the name of two places', 'Kvitneve', ['Kvitneve'], ['kvitneve'], true],
    ['nothing', ' - ', ['Bucha'], [], false],
    ['the name and more', 'Hostomel Airport', hostomel, [], false],
  ])('%s', (_, typed, names, rivals, right) => {
    expect(matchesName(typed, names, rivals)).toBe(right);
  });
});

it.each([
  ['abc', 'abc', false],
  ['abc', 'abcd', true],
  ['abc', 'ab', true],
  ['abc', 'axc', true],
  ['abc', 'acb', true],
  ['abcd', 'badc', false],
  ['abc', 'cba', false],
  ['', 'a', true],
])('isOneTypo(%j, %j) is %s', (a, b, one) => {
  expect(isOneTypo(a, b)).toBe(one);
  expect(isOneTypo(b, a)).toBe(one);
});
