import { EN_MONTHS, EN_SEASONS } from './words/en';
import { UK_MONTHS, UK_MONTHS_IN, UK_MONTHS_OF, UK_SEASONS, UK_SEASONS_IN, UK_SEASONS_OF } from './words/uk';

/** Months may be cut short, but not below this: Mar, берез. */
const SHORTEST_MONTH = 3;

const MONTH_FORMS = [EN_MONTHS, UK_MONTHS, UK_MONTHS_OF, UK_MONTHS_IN].map(lowered);
const SEASON_FORMS = [
  EN_SEASONS,
  ['', '', 'fall', ''],
  UK_SEASONS,
  UK_SEASONS_OF,
  UK_SEASONS_IN,
  ['', 'улітку', '', 'узимку'],
].map(lowered);

/** 1–12 for the name of a month in English or Ukrainian, in any case, whole or cut short; else null. */
export function monthOf(word: string): number | null {
  if (word.length < SHORTEST_MONTH) return null;
  for (const months of MONTH_FORMS) {
    const index = months.findIndex((month) => month.startsWith(word));
    if (index >= 0) return index + 1;
  }
  return null;
}

/** 1–4 for the name of a season in English or Ukrainian; else null. */
export function seasonOf(word: string): number | null {
  for (const seasons of SEASON_FORMS) {
    const index = seasons.indexOf(word);
    if (index >= 0 && word !== '') return index + 1;
  }
  return null;
}

/** Words that a date may be said with and that change nothing. */
const FILLERS = new Set([
  'on', 'in', 'the', 'of', 'at', 'year', 'years',
  'у', 'в', 'о', 'рік', 'року', 'році', 'роки', 'років', 'роках', 'р', 'рр', 'число', 'числа',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun',
  'понеділок', 'вівторок', 'середа', 'середу', 'четвер', 'пʼятниця', 'пʼятницю', 'субота', 'суботу', 'неділя', 'неділю',
]); // prettier-ignore

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

export type Era = 'bc' | 'ad' | null;

const BC =
  /(?<![\p{L}\p{N}])(?:b\.?\s?c\.?(?:\s?e\.?)?|до\s(?:н\.?\s?е\.?|нашої ери|р\.?\s?х\.?|христа|різдва христового))(?![\p{L}\p{N}])/u;
const AD = /(?<!\p{L})(?:a\.?\s?d\.?|c\.\s?e\.?|ce|н\.?\s?е\.?|нашої ери)(?![\p{L}])/u;
const HEDGE =
  /^(?:(?:c|ca|circa|about|around|approx|approximately|perhaps|possibly|близько|бл|приблизно|біля|можливо|десь)(?![\p{L}])\.?,?|~)\s*|[?~]$/u;

/** Takes the era out of a text. */
export function splitEra(text: string): readonly [rest: string, era: Era] {
  if (BC.test(text)) return [text.replace(BC, ' ').trim(), 'bc'];
  return AD.test(text) ? [text.replace(AD, ' ').trim(), 'ad'] : [text, null];
}

/** Takes "about" and its like off: who hedges still names a date. */
export function withoutHedge(text: string): string {
  return text.replace(HEDGE, '').replace(HEDGE, '').trim();
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, і: 1, х: 10 };

/** A number from 1 to 39 in Roman numerals, Latin letters or the Cyrillic ones that look the same; null if it is none. */
export function romanNumber(text: string): number | null {
  if (!/^[xх]{0,3}(?:[iі][xх]|[iі]v|v?[iі]{0,3})$/u.test(text) || text === '') return null;
  const values = Array.from(text, (letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

function lowered(words: readonly string[]): readonly string[] {
  return words.map((word) => word.toLowerCase());
}
