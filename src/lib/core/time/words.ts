import type { Language } from './language';
import { plural } from './plural';
import type { DatePart, Precision, When } from './when';
import type { DateWords, Use } from './words/date-words';
import { EN } from './words/en';
import { UK } from './words/uk';

const WORDS: Record<Language, DateWords> = { en: EN, uk: UK };

/** A date as an option stands alone: "2 March 2022", "the 1560s", "480 BC". Its `~` and `?` are not said: see `sayWhen`. */
export function sayDate(part: DatePart, language: Language): string {
  return WORDS[language].tokens(part, 'alone').join(' ');
}

/** A date of which no year is known: "2 March", "March", "spring". What is a year or more is said whole. */
export function sayWithoutYear(part: DatePart, language: Language): string {
  const words = WORDS[language].tokens(part, 'alone');
  const kept =
    part.precision === 'day' ? 2 : part.precision === 'month' || part.precision === 'season' ? 1 : words.length;
  return words.slice(0, kept).join(' ');
}

/** A date as an adverbial: "on 2 March 2022", "in March 2022", "in 480 BC". Its `~` and `?` are not said. */
export function sayOn(part: DatePart, language: Language): string {
  return WORDS[language].on(part);
}

/** Any `when`, with its qualifiers: "from 2 to 5 March 2022", "by 7 April 2022", "about 1500", "3 or 22 March 2022". */
export function sayWhen(when: When, language: Language): string {
  const words = WORDS[language];
  const { form } = when;
  switch (form.kind) {
    case 'date':
      return qualified(form.date, 'alone', words);
    case 'interval':
      return words.fromTo(...pair(form.from, form.to, words));
    case 'until':
      return words.by(qualified(form.to, 'of', words));
    case 'since':
      return words.since(qualified(form.from, 'of', words));
    case 'within':
      return sayWithin(form.from, form.to, words);
    case 'oneOf':
      return words.or(shareTail(form.dates, 'alone', words));
  }
}

/** A stretch in which something happened: "some time between 1 and 7 March 2022". */
export function sayBetween(from: DatePart, to: DatePart, language: Language): string {
  return sayWithin(from, to, WORDS[language]);
}

/** A count with its unit: "5 days", "3 місяці". */
export function sayUnits(n: number, unit: Precision, language: Language): string {
  return `${String(n)} ${plural(n, language, WORDS[language].units[unit])}`;
}

/** "1 day", "5 days"; "1 день", "2 дні", "5 днів". */
export function sayDays(n: number, language: Language): string {
  return sayUnits(n, 'day', language);
}

function sayWithin(from: DatePart | null, to: DatePart | null, words: DateWords): string {
  if (from !== null && to !== null) return words.between(...pair(from, to, words));
  if (from !== null) return words.notBefore(qualified(from, 'of', words));
  return to === null ? '' : words.notAfter(qualified(to, 'of', words));
}

function pair(from: DatePart, to: DatePart, words: DateWords): readonly [string, string] {
  if (isQualified(from) || isQualified(to)) return [qualified(from, 'of', words), qualified(to, 'of', words)];
  const [first = '', second = ''] = shareTail([from, to], 'of', words);
  return [first, second];
}

/**
 * Dates of one precision share what all of them end in, which only the last one then says: "3, 22 or 25 March 2022".
 * Each keeps at least its finest word.
 */
function shareTail(parts: readonly DatePart[], use: Use, words: DateWords): readonly string[] {
  const all = parts.map((part) => words.tokens(part, use));
  const last = all.at(-1) ?? [];
  const samePrecision = parts.every((part) => part.precision === parts[0]?.precision);
  let shared = 0;
  while (
    samePrecision &&
    all.every((tokens) => tokens.length > shared + 1 && tokens.at(-1 - shared) === last.at(-1 - shared))
  ) {
    shared += 1;
  }
  return all.map((tokens) => (tokens === last ? tokens : tokens.slice(0, tokens.length - shared)).join(' '));
}

function isQualified(part: DatePart): boolean {
  return part.approximate || part.uncertain;
}

function qualified(part: DatePart, use: Use, words: DateWords): string {
  const plain = (as: Use): string => words.tokens(part, as).join(' ');
  const about = part.approximate ? words.about(plain('of')) : plain(use);
  return part.uncertain ? words.perhaps(about) : about;
}
