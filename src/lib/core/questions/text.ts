import type { Language } from './question';

/** Words that carry no content of their own, folded; shared by both languages' texts. */
const STOP = new Set(
  (
    'the a an and or of to in on at by from for with near into over under after before about around its their his her ' +
    'was were is are be been had has have that this these those which who whom when where as than then it they he she not no ' +
    'й і та або у в на з із зі до від для про за над під біля коло після перед що як це цей ця ці той та ті був була було були не ні його її їх'
  ).split(' '),
);

/** The words of a text: letters and digits, lower case, apostrophes inside words dropped. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words that say something: at least `least` letters (default 4) and no function words. */
export function contentWords(text: string, least = 4): string[] {
  return wordsOf(text).filter((word) => word.length >= least && !STOP.has(word));
}

/**
 * Whether two words are likely forms of one: they share a beginning of at least four letters that leaves at most three
 * letters of the longer one (Ivankiv – Ivankiv's, Іванків – Іванкова). Errs towards yes: a lost question costs less than a leak.
 */
export function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < 4) return false;
  let common = 0;
  while (common < longer && steady(a[common]) === steady(b[common])) common++;
  return common >= 4 && longer - common <= 3;
}

/** Ukrainian vowels that change places when a word is inflected (Київ – Києва, Львів – Львова) count as one. */
function steady(letter: string | undefined): string | undefined {
  return letter !== undefined && 'іїєео'.includes(letter) ? 'і' : letter;
}

/** Folds a text for comparing wordings: its words, joined by single spaces. */
export function foldText(text: string): string {
  return wordsOf(text).join(' ');
}

/** Count of words as a reader counts them: runs of characters between spaces that hold a letter or digit (rule S3). */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** Upper-cases the first letter, for a clause that begins a sentence. */
export function capitalise(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + text.slice(letter.length);
}

/** Share of content words two texts have in common, 0 … 1 (Jaccard, by stem): how alike two events are told. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = a.filter((word) => b.some((other) => sameStem(word, other))).length;
  return shared / (a.length + b.length - shared);
}

export type ByLanguage<T> = Readonly<Record<Language, T>>;
