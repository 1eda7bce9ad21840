import type { Language } from './question';
import { remembered, type ByLanguage } from './text';

/** The stems of the Ukrainian months that are inflected like липень and make an adjective like липневий. */
const UK_MONTHS = '(?:січ|берез|квіт|трав|черв|лип|серп|верес|жовт|груд)';

/**
 * Words that date an event, as patterns on the text as written. English month names count only with a capital, so that "may" and "march"
 * as verbs do not; Ukrainian ones are matched by stem in every case form, and as adjectives: the October Revolution is «Жовтнева».
 */
const CALENDAR_WORDS: ByLanguage<readonly RegExp[]> = {
  en: [
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u,
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/u,
    /\b(?:spring|summer|autumn|winter|midsummer|midwinter|anniversary|new year|christmas|easter|solstice|equinox)\b/iu,
    /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))\s+(?:day|week|month|year)\b/iu,
    /\b(?:day|week|month|year)\s+(?:one|two|three|four|five|\d+)\b/iu,
    /\b(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|(?:(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|twentie)(?:th)?|(?:thir|four|fif|six|seven|eigh|nine)teen)th|twenty-first)[\s-](?:century|centuries)\b/iu,
    /\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2})\b/u,
    /\b(?:on|of|by|from|until|before|after)\s+the\s+\d{1,2}(?:st|nd|rd|th)\b(?!\s+(?!the\b|of\b)\p{L})/iu,
    /\b(?:Twenties|Thirties|Forties|Fifties|Sixties|Seventies|Eighties|Nineties)\b/u,
    /\b(?:Decembrists?|Octobrists?|Vendémiaire|Brumaire|Thermidor(?:ians?)?|Fructidor|Epiphany|Michaelmas|Candlemas|Whitsun|Pentecost|Passover|Halloween)\b/u,
  ],
  uk: [
    new RegExp(
      `(?<!\\p{L})(?:${UK_MONTHS}(?:ень|ня|ню|ні|нем)|лют(?:ий|ого|ому|им)|листопад(?:а|і|у|ом)?)(?!\\p{L})`,
      'iu',
    ),
    // A village called Травневе is no time: its name stands where a noun does.
    new RegExp(
      `(?<!\\p{L})(?:(?:${UK_MONTHS}|лют)нев|листопадов)(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|і|их|ими|е(?=\\s+\\p{L}{4}))(?!\\p{L})`,
      'iu',
    ),
    /(?<!\p{L})(?:понеділ(?:ок|ка|ком)|вівтор(?:ок|ка|ком)|серед(?:а|у|и|ою)|четвер(?:га|гом)?|п['’ʼ]ятниц(?:я|ю|і|ею)|субот(?:а|у|и|ою)|неділ(?:я|ю|і|ею)|(?:понеділков|вівторков|четвергов|п['’ʼ]ятничн|суботн|недільн)\p{L}{1,3})(?!\p{L})/iu,
    /(?<!\p{L})(?:весн(?:а|и|у|і|ою)|навесні|весня\p{L}{1,4}|літ(?:о|а|ку|ом)|влітку|літн(?:ій|я|є|ього|ьому|ьої|ю|ьою|ім|і|іх|іми)|осін(?:ь|і|ню)|осінн\p{L}{1,3}|восени|зим(?:а|и|у|і|ою)|зимов\p{L}{1,3}|взимку|річниц\p{L}*|різдв\p{L}*|великд\p{L}*|великодн\p{L}*|нов(?:ий|ого|ому|им)\s+р(?:ік|оку|оці|оком)|новорічн\p{L}*|водохрещ\p{L}*|на покрову|на трійцю|сонцестоян\p{L}*|рівноден\p{L}*|декабрист\p{L}*)(?!\p{L})/iu,
    /(?<!\p{L})(?:перш|друг|трет|четверт|п['’ʼ]ят|шост|сьом|восьм|дев['’ʼ]ят|десят|останн)\p{L}{1,4}\s+(?:день|дня|тиждень|тижня|місяць|місяця|рік|року)(?!\p{L})/iu,
    /(?<!\p{L})столітт\p{L}+/iu,
    /(?<!\p{L})[IVXІХ]+\s*ст\./u,
  ],
};

/** Written dates in figures, the same in every language but for the words beside them: none of those is a word of the other one. */
const DATES_IN_FIGURES: readonly RegExp[] = [
  /\b\d{4}-\d{2}(?:-\d{2})?\b/u,
  /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/u,
  /\b9\/11\b/u,
  /\b\d{1,3}0s\b/u,
  /(?<![\p{L}\d])['’]\d{2}s?\b/u,
  // A year of less than four digits is known by its era.
  /\b\d{1,4}\s?(?:BCE?|CE|AD|B\.\s?C\.|A\.\s?D\.)(?!\p{L})/u,
  /(?<!\p{L})(?:AD|A\.\s?D\.)\s?\d{1,4}\b/u,
  /(?<!\p{L})н\.\s?е\./iu,
  /(?<!\d)\d{1,4}(?:-?(?:й|го|му|м))?\s+р(?:\.|оку|оці)(?!\p{L})/u,
  /(?<!\d)\d{1,3}0-(?:ті|х|их|тих|ми)(?!\p{L})/u,
  /(?<!\d)\d{1,2}(?:-\p{L}{1,3})?\s+числа(?!\p{L})/u,
];

/** Years named in a text, as numbers: four digits from 1000 to 2999 that stand alone. */
export function yearsIn(text: string): readonly number[] {
  return (text.match(/(?<![\d.,])[12]\d{3}(?![\d]|[.,]\d)/gu) ?? NO_YEARS).map(Number);
}

const NO_YEARS: readonly string[] = [];

/** Rule L1: the word or date in a text that tells when it happened (a lone year is `yearsIn`'s business); null if none. */
export function calendarWordIn(text: string, language: Language): string | null {
  return calendarWords[language](text);
}

/** The same of a text that nobody will ask about again, such as a stem. */
export function calendarWordInStem(stem: string, language: Language): string | null {
  return firstCalendarWord(stem, language);
}

const calendarWords: ByLanguage<(text: string) => string | null> = {
  en: remembered((text) => firstCalendarWord(text, 'en')),
  uk: remembered((text) => firstCalendarWord(text, 'uk')),
};

/** A piece that every such word without a figure has, and no border to look for: nearly every text has none, which is found twenty times as fast. */
const CALENDAR_PIECES: ByLanguage<RegExp> = {
  en: /january|february|march|april|may|june|july|august|september|october|november|december|day|week|month|year|spring|summer|autumn|winter|anniversary|christmas|easter|solstice|equinox|centur|the \d|ties|decembr|octobr|vendém|brumaire|thermidor|fructidor|epiphany|mas\b|whitsun|pentecost|passover|halloween|\d (?:jan|feb|mar|apr|ju|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+\d/iu,
  uk: /січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд|понеділ|вівтор|серед|четвер|ятни|субот|неділ|весн|літ|осін|осен|зим|річн|різдв|велик|нов(?:ий|ого|ому|им)|водохрещ|покрову|трійцю|сонцест|рівноден|декабрист|день|дня|тиж|місяц|рік|рок|ст\./iu,
};

function firstCalendarWord(text: string, language: Language): string | null {
  return firstMatch(text, CALENDAR_PIECES[language].test(text) ? CALENDAR_WORDS[language] : []);
}

function firstMatch(text: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match[0];
  }
  // Most texts hold no figure at all, and an era's name is short.
  return patterns !== DATES_IN_FIGURES && /\d|н\.\s?е\./iu.test(text) ? firstMatch(text, DATES_IN_FIGURES) : null;
}
