import { describe, expect, it } from 'vitest';
import { cueWordIn, pointerIn, sharedWord } from './leaks';
import { sameStem } from './text';

describe('cueWordIn (L4)', () => {
  it.each([
    ['en', 'Ukrainian forces retook the town', 'retook'],
    ['en', 'A second landing failed', 'second'],
    ['en', 'Fighting was renewed', 'renewed'],
    ['en', 'the Fourth Crusade set out', 'fourth'],
    ['en', 'the army reconquered the province', 'reconquered'],
    ['uk', 'Місто знову захопили', 'знову'],
    ['uk', 'Полки відвоювали місто', 'відвоювали'],
    ['uk', 'П’ятий похід почався', 'пятий'],
    ['uk', 'Військо заново зайняло місто', 'заново'],
    ['uk', 'Другий десант зазнав поразки', 'другий'],
  ] as const)('%s: %s', (language, text, word) => {
    expect(cueWordIn(text, language)).toBe(word);
  });

  it('takes whole words only', () => {
    expect(cueWordIn('the secondary school and the lastingly firsthand account', 'en')).toBeNull();
  });
});

describe('pointerIn (S2)', () => {
  it.each([
    ['en', 'they left the town', 'they'],
    ['en', 'Russian forces left that day', 'that day'],
    ['uk', 'того дня почався бій', 'того дня'],
  ] as const)('%s: %s', (language, text, found) => {
    expect(pointerIn(text, language)).toBe(found);
  });

  it('lets a pronoun be that has something to point to', () => {
    expect(pointerIn('Russian forces left their positions', 'en')).toBeNull();
  });
});

describe('sharedWord (L3)', () => {
  it.each([
    ['the mayor of Ivankiv', ['ivankiv'], 'ivankiv'],
    ["the town's museum by the Ivankivka", ['ivankiv'], 'ivankivka'],
    ['у центрі Іванкова', ['іванків'], 'іванкова'],
    ['a district centre fell', ['ivankiv'], null],
  ] as const)('%s', (text, words, found) => {
    expect(sharedWord(text, [...words])).toBe(found);
  });
});

describe('sameStem', () => {
  it.each([
    ['kyiv', 'kyivan', true],
    ['ukraine', 'ukrainian', true],
    ['київ', 'києва', true],
    ['львів', 'львова', true],
    ['bucha', 'bucharest', false],
    ['port', 'portugal', false],
    ['irpin', 'irma', false],
    ['київка', 'київські', true],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameStem(a, b)).toBe(same);
    expect(sameStem(b, a)).toBe(same);
  });
});
