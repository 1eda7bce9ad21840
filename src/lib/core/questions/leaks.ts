import type { PackIndex } from '../packs/pack-index';
import type { Place } from '../packs/pack';
import type { Language } from './question';
import { nameWords, remembered, sameStem, stemBucket, wordsOf, type ByLanguage } from './text';

/**
 * Words that date an event, as patterns on the text as written. English month names count only with a capital,
 * so that "may" and "march" as verbs do not; Ukrainian ones are matched by stem in every case form.
 */
const CALENDAR_WORDS: ByLanguage<readonly RegExp[]> = {
  en: [
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u,
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/u,
    /\b(?:spring|summer|autumn|winter|midsummer|midwinter|anniversary|new year|christmas|easter)\b/iu,
    /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))\s+(?:day|week|month|year)\b/iu,
    /\b(?:day|week|month|year)\s+(?:one|two|three|four|five|\d+)\b/iu,
    /\b\d{1,2}(?:st|nd|rd|th)?[\s-](?:century|centuries)\b/iu,
  ],
  uk: [
    /(?<!\p{L})(?:січ(?:ень|ня|ні)|лют(?:ий|ого|ому)|берез(?:ень|ня|ні)|квіт(?:ень|ня|ні)|трав(?:ень|ня|ні)|черв(?:ень|ня|ні)|лип(?:ень|ня|ні)|серп(?:ень|ня|ні)|верес(?:ень|ня|ні)|жовт(?:ень|ня|ні)|листопад(?:а|і)?|груд(?:ень|ня|ні))(?!\p{L})/iu,
    /(?<!\p{L})(?:понеділ(?:ок|ка)|вівтор(?:ок|ка)|серед(?:а|у|и)|четвер(?:га)?|п['’ʼ]ятниц(?:я|ю|і)|субот(?:а|у|и)|неділ(?:я|ю|і))(?!\p{L})/iu,
    /(?<!\p{L})(?:весн(?:а|и|у|і)|навесні|літ(?:о|а|ку)|влітку|осін(?:ь|і)|восени|зим(?:а|и|у|і)|взимку|річниц\p{L}*|різдв\p{L}*|великд\p{L}*)(?!\p{L})/iu,
    /(?<!\p{L})(?:перш|друг|трет|четверт|п['’ʼ]ят|шост|сьом|восьм|дев['’ʼ]ят|десят|останн)\p{L}{1,4}\s+(?:день|дня|тиждень|тижня|місяць|місяця|рік|року)(?!\p{L})/iu,
    /(?<!\p{L})столітт\p{L}+/iu,
  ],
};

/** Written dates in figures, the same in every language. */
const DATES_IN_FIGURES: readonly RegExp[] = [
  /\b\d{4}-\d{2}(?:-\d{2})?\b/u,
  /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/u,
  /\b\d{3}0s\b/u,
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

/** A piece that every such word has, without a border to look for: nearly every text has none, which is found twenty times as fast. */
const CALENDAR_PIECES: ByLanguage<RegExp> = {
  en: /january|february|march|april|may|june|july|august|september|october|november|december|day|week|month|year|spring|summer|autumn|winter|anniversary|christmas|easter|centur/iu,
  uk: /січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд|понеділ|вівтор|серед|четвер|ятниц|субот|неділ|весн|літ|осін|осен|зим|річниц|різдв|великд|день|дня|тиж|місяц|рік|рок/iu,
};

function firstCalendarWord(text: string, language: Language): string | null {
  return firstMatch(text, CALENDAR_PIECES[language].test(text) ? CALENDAR_WORDS[language] : []);
}

function firstMatch(text: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match[0];
  }
  // Most texts hold no figure at all.
  return /\d/u.test(text) && patterns !== DATES_IN_FIGURES ? firstMatch(text, DATES_IN_FIGURES) : null;
}

/** Rule L4: whole words that give a place in a sequence away. */
const CUE_WORDS: ByLanguage<ReadonlySet<string>> = {
  en: new Set(
    (
      'second third again renewed recaptured retook retaken aftermath later first final finally last following subsequent ' +
      'subsequently'
    ).split(' '),
  ),
  uk: new Set(
    (
      'знову вдруге втретє вперше повторно повторний повторна повторне повторного повторної повторну удруге уперше пізніше згодом ' +
      'потім нарешті остаточно востаннє перший перша перше першого першої першу першим друга друге другий другого другої другу ' +
      'третій третя третє третього третьої третю останній остання останнє останнього останньої останню наступний наступна наступне ' +
      'наступного наступної наступну подальший подальша подальше подальшого подальшої'
    ).split(' '),
  ),
};

/** The first cue word of a text, or null. */
export function cueWordIn(text: string, language: Language): string | null {
  return wordsOf(text).find((word) => CUE_WORDS[language].has(word)) ?? null;
}

/** Pronouns and pointing words that have nothing to point to in a stem (rule S2). */
const POINTERS: ByLanguage<RegExp> = {
  en: /^(?:it|they|he|she|this|these|those|that)\b|\b(?:that day|the same day|this day|the next day|the day before|that (?:month|year)|currently|nowadays|recently|today|yesterday|tomorrow|so far|at present|ongoing)\b/iu,
  uk: /^(?:він|вона|воно|вони|це|цей|ця|ці)(?!\p{L})|(?<!\p{L})(?:того (?:ж |самого )?дня|цього дня|наступного дня|напередодні|нині|наразі|зараз|сьогодні|вчора|завтра|досі|нещодавно)(?!\p{L})/iu,
};

/** Without a border to look for, what every English pointer holds but those that open a text: nearly every text is told by this. */
const POINTER_PIECES = /day|month|year|currently|nowadays|recently|tomorrow|so far|at present|ongoing/iu;
const OPENING_POINTER = /^(?:it|they|he|she|this|these|those|that)\b/iu;

/** Rule S2: the words of a clause that point nowhere; null if none. */
export function pointerIn(text: string, language: Language): string | null {
  return pointers[language](text);
}

const pointers: ByLanguage<(text: string) => string | null> = {
  en: remembered(
    (text) => (POINTER_PIECES.test(text) || OPENING_POINTER.test(text) ? POINTERS.en.exec(text)?.[0] : null) ?? null,
  ),
  uk: remembered((text) => POINTERS.uk.exec(text)?.[0] ?? null),
};

/** Every spelling of a place in a pack: its name, its other languages' names, its aliases. */
export function spellingsOf(place: Place): string[] {
  return [place.name, ...Object.values(place.names), ...place.aliases];
}

/** Words of names that tell nothing by themselves: what kind of place it is, and the commonest attributes. */
const GENERIC = new Set(
  (
    'oblast region raion district province county state republic city town village airport airfield airbase base bridge river reservoir lake ' +
    'sea dam plant power station building tower museum palace church border crossing island site zone new old upper lower great little saint ' +
    'north south east west northern southern eastern western ' +
    'область район місто село селище аеропорт аеродром авіабаза база міст річка водосховище озеро море гребля дамба станція електростанція ' +
    'будівля вежа телевежа музей палац церква пункт пропуску острів зона новий нова нове старий стара старе верхній верхня верхнє нижній нижня нижнє'
  ).split(' '),
);

/** Content words of each spelling of a place, and of all together, kept per place: they are asked for with every place question. */
const spellingWords = new WeakMap<
  Place,
  { readonly each: readonly (readonly string[])[]; readonly all: readonly string[] }
>();

function wordsOfSpellings(place: Place): {
  readonly each: readonly (readonly string[])[];
  readonly all: readonly string[];
} {
  let words = spellingWords.get(place);
  if (words === undefined) {
    const each = spellingsOf(place).map((name) => nameWords(name));
    words = { each, all: [...new Set(each.flat())] };
    spellingWords.set(place, words);
  }
  return words;
}

/** A place's content words over all its spellings. */
export function placeWords(place: Place): readonly string[] {
  return wordsOfSpellings(place).all;
}

/** The word of a text that is a form of one of these words; null if none. */
export function sharedWord(text: string, words: readonly string[]): string | null {
  return nameWords(text).find((word) => words.some((other) => sameStem(word, other))) ?? null;
}

const WATER = new Set(['river', 'reservoir']);

/**
 * Rule L3: what in a place stem gives the key away: a content word of the key, a river or reservoir, or a place of the pack that is
 * the key's container (or lies in it) without being every other option's too. Null if nothing does.
 *
 * @param others ids of the other options; empty while they are not chosen yet, and then only what gives away against any choice counts.
 */
export function placeLeakIn(index: PackIndex, text: string, key: string, others: readonly string[]): string | null {
  const own = ownWordIn(index, text, key, others);
  if (own !== null) return own;
  for (const place of mentionedPlaces(index, text)) {
    if (place.id === key) continue;
    const tells = index.related(place.id, key);
    const same = others.length > 0 && others.every((other) => index.related(place.id, other) === tells);
    if (WATER.has(place.kind)) return place.name;
    if (tells && !same && others.length > 0) return place.name;
  }
  return null;
}

/** Whether a text has no word of the place's name and names no place of the pack: then it gives none away beside any others. */
export function namesNothing(index: PackIndex, text: string, key: Place): boolean {
  return sharedWord(text, placeWords(key)) === null && mentionedPlaces(index, text).length === 0;
}

/**
 * A word of the key's name in the text that not every other option's name has too. "The airport" tells Antonov Airport from Bucha, but
 * not from another airport; while the others are not chosen, such a generic word is let pass.
 */
function ownWordIn(index: PackIndex, text: string, key: string, others: readonly string[]): string | null {
  const words = placeWords(index.place(key));
  for (const word of nameWords(text).filter((one) => words.some((other) => sameStem(one, other)))) {
    if (!GENERIC.has(word)) return word;
    const shared = others.every((other) => placeWords(index.place(other)).some((one) => sameStem(one, word)));
    if (!shared) return word;
  }
  return null;
}

/** Places of the pack that a text names: every content word of one of their spellings has a form in it. In the pack's order. */
export function mentionedPlaces(index: PackIndex, text: string): readonly Place[] {
  let names = namesByPack.get(index);
  if (names === undefined) {
    names = indexNames(index);
    namesByPack.set(index, names);
  }
  return names.mentioned(text);
}

interface Names {
  readonly mentioned: (text: string) => readonly Place[];
}

const namesByPack = new WeakMap<PackIndex, Names>();

interface Spelling {
  readonly number: number;
  readonly words: readonly string[];
}

/**
 * Spellings by the beginning of a word of theirs, the rarest: a text is looked up word by word instead of being held against every
 * place, and a pack in which every name begins with "Fort" is looked up by what comes behind it.
 */
function indexNames({ pack: { places } }: PackIndex): Names {
  const spread = new Map<string, number>();
  for (const place of places) {
    for (const key of wordsOfSpellings(place).all.map(stemBucket)) spread.set(key, (spread.get(key) ?? 0) + 1);
  }
  const rarest = (words: readonly string[]): string =>
    words.map(stemBucket).reduce((a, b) => ((spread.get(b) ?? 0) < (spread.get(a) ?? 0) ? b : a));
  const byBeginning = new Map<string, Spelling[]>();
  for (const [number, place] of places.entries()) {
    for (const words of wordsOfSpellings(place).each) {
      if (words.length === 0) continue;
      const key = rarest(words);
      const spellings = byBeginning.get(key);
      if (spellings === undefined) byBeginning.set(key, [{ number, words }]);
      else spellings.push({ number, words });
    }
  }
  const mentioned = remembered((text): readonly Place[] => {
    const words = nameWords(text);
    const found = new Set<number>();
    for (const key of new Set(words.map(stemBucket))) {
      for (const { number, words: needed } of byBeginning.get(key) ?? []) {
        if (!found.has(number) && needed.every((word) => words.some((other) => sameStem(word, other))))
          found.add(number);
      }
    }
    return [...found].sort((a, b) => a - b).flatMap((number) => places[number] ?? []);
  });
  return { mentioned };
}
