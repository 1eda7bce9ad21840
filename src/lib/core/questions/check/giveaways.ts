import type { Language } from '../../time/language';
import { EN_MONTHS } from '../../time/words/en';
import { UK_MONTHS, UK_MONTHS_IN, UK_MONTHS_OF } from '../../time/words/uk';
import type { Place } from '../../packs/pack';
import { folded, spellings } from './words';

const UK_MONTH_WORDS: ReadonlySet<string> = new Set([...UK_MONTHS, ...UK_MONTHS_OF, ...UK_MONTHS_IN]);
/** Rule L4, to the letter. The Ukrainian ones are the generator's own choice and its rules' business. */
const CUES = new Set(
  'second third again renewed recaptured retook retaken aftermath later first final finally last following subsequent'.split(' '),
); // prettier-ignore

/** Rule L1: the month that a text names; null if none. English ones count with a capital only: `may` and `march` are verbs. */
export function monthIn(text: string, language: Language): string | null {
  const words = text.match(/\p{L}+/gu) ?? [];
  const isMonth = (word: string): boolean =>
    language === 'en' ? EN_MONTHS.some((month) => month === word) : UK_MONTH_WORDS.has(word.toLowerCase());
  return words.find(isMonth) ?? null;
}

/** Years that a text names in four digits. A number of 3000 or more counts something else: 8499 men are no year. */
export function yearsIn(text: string): readonly number[] {
  return (text.match(/(?<!\d)[12]\d{3}(?!\d)/gu) ?? []).map(Number);
}

/** Rule L4: the word that tells an event's place in an order; null if none. */
export function cueIn(text: string, language: Language): string | null {
  if (language !== 'en') return null;
  return folded(text).split(' ').find((word) => CUES.has(word)) ?? null; // prettier-ignore
}

/** Letters by which a name is known in any case form: Іванків, Іванкова; Bucha, Bucha's. */
const SHORTEST_STEM = 4;

/** Rule L3: the spelling of a place that a text holds, in whatever case form; null if none. */
export function nameIn(text: string, place: Place): string | null {
  const words = folded(text).split(' ');
  return spellings(place).find((name) => !SMALL.has(folded(name)) && standsIn(words, folded(name).split(' '))) ?? null;
}

/** Places have these names too, and no reader sees one in them: they stand in every other sentence. */
const SMALL = new Set(
  'a an and as at by for from in is it no of off on or the to і й в у з із до за на о об по при та що як'.split(' '),
);

function standsIn(words: readonly string[], name: readonly string[]): boolean {
  return words.some((_, start) => name.every((part, i) => isFormOf(words[start + i] ?? '', part)));
}

function isFormOf(word: string, name: string): boolean {
  if (word === name) return true;
  const stem = name.slice(0, Math.max(SHORTEST_STEM, name.length - 2));
  return name.length > SHORTEST_STEM && word.startsWith(stem) && word.length <= name.length + 2;
}
