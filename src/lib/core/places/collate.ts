import type { Language } from '../time/language';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** The Ukrainian alphabet, with the letters that only Russian has where Russian puts them. */
const CYRILLIC = 'абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюя';
const DIGITS = '0123456789';
/** Letters that Unicode does not take apart into a letter and a mark. */
const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};
/** Not letters for the order: м'ята stands where мята would. */
const APOSTROPHES = /['’ʼ`´]/gu;

/** Weight of the first sign of an alphabet; other signs weigh less, letters of other scripts more. */
const FIRST_LETTER = 10_000;

/** A text's own script first: Latin in English, Cyrillic in Ukrainian; spaces and signs come before digits, digits before letters. */
const ALPHABETS: Readonly<Record<Language, string>> = { en: DIGITS + LATIN + CYRILLIC, uk: DIGITS + CYRILLIC + LATIN };
const WEIGHTS: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: weightsOf(ALPHABETS.en),
  uk: weightsOf(ALPHABETS.uk),
};

/**
 * Order of two texts by the alphabet of a language, for `sort`: letters first, whatever their case and marks; what is
 * equal then is ordered by code units, so that only identical texts give 0. The same on every machine (no Intl).
 */
export function compareText(a: string, b: string, language: Language): number {
  const atOnce = plainDifference(a, b);
  if (atOnce !== 0) return atOnce;
  const [left, right] = [weigh(a, language), weigh(b, language)];
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.length !== right.length) return left.length - right.length;
  return compareCodeUnits(a, b);
}

/** How two texts differ that are the same up to two plain Latin letters, which every alphabet has in one order; 0 for any others. */
function plainDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one === other) continue;
    const [letter, another] = [one | 0x20, other | 0x20];
    const isPlain = letter >= 0x61 && letter <= 0x7a && another >= 0x61 && another <= 0x7a;
    return isPlain ? letter - another : 0;
  }
  return 0;
}

/** Order by UTF-16 code units, as `<` has it; for ids. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Texts whose weights are kept: names are compared again and again. */
const KEPT = 1024;
const kept: Readonly<Record<Language, Map<string, readonly number[]>>> = { en: new Map(), uk: new Map() };

function weigh(text: string, language: Language): readonly number[] {
  const known = kept[language];
  let result = known.get(text);
  if (result === undefined) {
    result = weighAnew(text, language);
    if (known.size >= KEPT) known.clear();
    known.set(text, result);
  }
  return result;
}

function weighAnew(text: string, language: Language): readonly number[] {
  const weights = WEIGHTS[language];
  const result: number[] = [];
  for (const letter of text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '')) {
    for (const known of weights.has(letter) ? letter : plain(letter)) {
      // Signs and foreign scripts: in the order of their code points, signs before and scripts after every known letter.
      result.push(weights.get(known) ?? unknownWeight(known));
    }
  }
  return result;
}

/** The letters without marks that stand for a letter which the alphabets lack. */
function plain(letter: string): string {
  return LIGATURES[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
}

function unknownWeight(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return /\p{L}/u.test(sign) ? FIRST_LETTER * 2 + code : Math.min(code, FIRST_LETTER - 1);
}

function weightsOf(alphabet: string): ReadonlyMap<string, number> {
  return new Map(Array.from(alphabet, (letter, index) => [letter, FIRST_LETTER + index]));
}
