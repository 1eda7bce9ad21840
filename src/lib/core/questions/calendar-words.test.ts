import { describe, expect, it } from 'vitest';
import { calendarWordIn, yearsIn } from './calendar-words';

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
    ['en', 'Xerxes crossed the strait in 480 BC', '480 BC'],
    ['en', 'a fleet sailed in A.D. 69', 'A.D. 69'],
    ['en', 'nineteenth-century painters met', 'nineteenth-century'],
    ['en', 'the twelfth century ended', 'twelfth century'],
    ['en', 'the 480s brought war', '480s'],
    ['en', 'the Roaring Twenties ended', 'Twenties'],
    ['en', 'the class of ’45 was called up', '’45'],
    ['en', 'the 9/11 attacks struck the city', '9/11'],
    ['en', 'the ships left on 3 Nov.', '3 Nov'],
    ['en', 'the Sept. 11 attacks struck the city', 'Sept. 11'],
    ['en', 'on the 24th the column turned back', 'on the 24th'],
    ['en', 'the Decembrist revolt failed', 'Decembrist'],
    ['en', 'the coup of Brumaire succeeded', 'Brumaire'],
    ['uk', 'перси прийшли 480 року', '480 року'],
    ['uk', 'заворушення до н. е.', 'н. е.'],
    ['uk', 'у 40-х роках збудовано міст', '40-х'],
    ['uk', 'у ХХ ст. збудовано міст', 'ХХ ст.'],
    ['uk', 'Жовтнева революція перемогла', 'Жовтнева'],
    ['uk', 'почалося Січневе повстання', 'Січневе'],
    ['uk', 'весняний наступ зупинили', 'весняний'],
    ['uk', 'Зимова війна почалася', 'Зимова'],
    ['uk', 'літня кампанія скінчилася', 'літня'],
    ['uk', 'суботній бій тривав до ночі', 'суботній'],
    ['uk', 'новорічний штурм відбили', 'новорічний'],
    ['uk', 'великодній наступ зупинили', 'великодній'],
    ['uk', '24-го числа військо відійшло', '24-го числа'],
    ['uk', 'виступ декабристів придушено', 'декабристів'],
  ] as const)('%s: %s', (language, text, word) => {
    expect(calendarWordIn(text, language)).toBe(word);
  });

  it.each([
    ['en', 'the army may march through the pass'],
    ['en', 'the third brigade took the bridge'],
    ['en', 'the 72nd brigade took the bridge'],
    ['en', 'the capture of the 24th Brigade'],
    ['en', 'about 300 men held the ford for 12 days'],
    ['en', 'guns stood before the 2nd fort'],
    ['uk', 'облога тривала 30 років'],
    ['uk', 'загін зайняв середню школу'],
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
