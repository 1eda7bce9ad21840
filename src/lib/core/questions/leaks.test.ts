import { describe, expect, it } from 'vitest';
import { calendarWordIn, cueWordIn, pointerIn, sharedWord, yearsIn } from './leaks';
import { sameStem } from './text';

describe('calendarWordIn (L1)', () => {
  it.each([
    ['en', 'Russian forces entered the town on Monday', 'Monday'],
    ['en', 'the March offensive began', 'March'],
    ['en', 'the spring offensive began', 'spring'],
    ['en', 'parades marked the anniversary', 'anniversary'],
    ['en', 'they attacked on the third day', 'third day'],
    ['en', 'the fleet sailed in the 16th century', '16th century'],
    ['en', 'it was signed 2022-03-02', '2022-03-02'],
    ['uk', 'у березні почався наступ', 'березні'],
    ['uk', 'першого дня вторгнення', 'першого дня'],
    ['uk', 'навесні військо рушило', 'навесні'],
    ['en', 'they met at Christmas', 'Christmas'],
    ['en', 'on New Year the fort fell', 'New Year'],
    ['en', 'talks on midsummer night', 'midsummer'],
    ['en', 'the last week of the siege', 'last week'],
    ['uk', 'восени почалися бої', 'восени'],
    ['uk', 'влітку взято фортецю', 'влітку'],
    ['uk', 'взимку річка замерзла', 'взимку'],
    ['uk', 'у п’ятницю впало місто', 'п’ятницю'],
    ['uk', 'на Великдень підписано мир', 'Великдень'],
    ['uk', 'останнього тижня облоги', 'останнього тижня'],
    ['uk', 'третього дня вторгнення', 'третього дня'],
    ['uk', 'у ХХ столітті збудовано міст', 'столітті'],
  ] as const)('%s: %s', (language, text, word) => {
    expect(calendarWordIn(text, language)).toBe(word);
  });

  it.each([
    ['en', 'the army may march through the pass'],
    ['en', 'the third brigade took the bridge'],
    ['en', 'the 72nd brigade took the bridge'],
    ['uk', 'міст через річку Липка підірвано'],
    ['uk', 'лютували бої за місто'],
    ['uk', 'військо зайняло Травневе'],
  ] as const)('%s: %s tells nothing', (language, text) => {
    expect(calendarWordIn(text, language)).toBeNull();
  });
});

describe('yearsIn (L1, L2)', () => {
  it.each([
    ['the 2022 counter-offensive', [2022]],
    ['1,500 men and 2000 horses', [2000]],
    ['about 300 men', []],
    ['12022 shells', []],
  ])('%s', (text, years) => {
    expect(yearsIn(text)).toEqual(years);
  });
});

describe('cueWordIn (L4)', () => {
  it.each([
    ['en', 'Ukrainian forces retook the town', 'retook'],
    ['en', 'A second landing failed', 'second'],
    ['en', 'Fighting was renewed', 'renewed'],
    ['uk', 'Місто знову захопили', 'знову'],
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
