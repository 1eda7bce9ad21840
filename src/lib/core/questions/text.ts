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
export const wordsOf = remembered(readWords);

function readWords(text: string): readonly string[] {
  const folded = text.normalize('NFC').toLowerCase();
  const bare = APOSTROPHE.test(folded) ? folded.replace(APOSTROPHES_INSIDE, '') : folded;
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const APOSTROPHE = /['’ʼ`]/u;
const APOSTROPHES_INSIDE = /(?<=\p{L})['’ʼ`](?=\p{L})/gu;

/** Words that say something: at least four letters and no function words. */
export const contentWords = remembered((text) => wordsOf(text).filter((word) => word.length >= 4 && !STOP.has(word)));

/** The same of a name, which is read down to two letters: Ur is a place. */
export const nameWords = remembered((text) => wordsOf(text).filter((word) => word.length >= 2 && !STOP.has(word)));

/**
 * Whether two words are likely forms of one: they share a beginning of at least four letters that leaves at most three
 * letters of the longer one (Ivankiv – Ivankiv's, Іванків – Іванкова). Errs towards yes: a lost question costs less than a leak.
 */
export function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (shorter < STEM_LETTERS || longer - shorter > 3) return false;
  let common = 0;
  while (common < shorter && (a[common] === b[common] || steady(a[common]) === steady(b[common]))) common++;
  return common >= STEM_LETTERS && longer - common <= 3;
}

const STEM_LETTERS = 4;

/** What two words must share to be `sameStem`: an index by it finds every form of a word. */
export function stemBucket(word: string): string {
  return word.length < STEM_LETTERS ? word : Array.from(word.slice(0, STEM_LETTERS), steady).join('');
}

/** Ukrainian vowels that change places when a word is inflected (Київ – Києва, Львів – Львова) count as one. */
function steady(letter: string | undefined): string {
  switch (letter) {
    case 'ї':
    case 'є':
    case 'е':
    case 'о':
      return 'і';
    default:
      return letter ?? '';
  }
}

/** Folds a text for comparing wordings: its words, joined by single spaces. */
export const foldText = remembered((text) => wordsOf(text).join(' '));

/** Whether no two of some short texts read the same, folded. They are options: nobody will ask about them again. */
export function readDifferently(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => readWords(text).join(' '))).size === texts.length;
}

/** Count of words as a reader counts them: runs of characters between spaces that hold a letter or digit (rule S3). */
export const countWords = lately((text) => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0);

/** Upper-cases the first letter, for a clause that begins a sentence. */
export function capitalise(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined) return text;
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + text.slice(letter.length);
}

/** Letters by which the forms of a word are known as one kind of thing: captured, capture, captors. */
const KIND_LETTERS = 5;

/** A word cut down for comparing what events are about: coarser than `sameStem`, and the same for all that it counts as one. */
export function kindOfWord(word: string): string {
  return Array.from(word.slice(0, KIND_LETTERS), steady).join('');
}

/** Share of things that two lists have in common, 0 … 1 (Jaccard); each list names a thing once. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (const one of a) if (b.includes(one)) shared++;
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** Texts that are remembered of each function: some questions' worth, so that one text is not taken apart a hundred times. */
const REMEMBERED = 2048;

/** A function of a text that remembers its latest results: those of this round and, until it is over, those of the last. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  let latest = new Map<string, T>();
  let before = new Map<string, T>();
  return (text) => {
    let value = latest.get(text);
    if (value !== undefined) return value;
    value = before.get(text);
    if (value === undefined) value = work(text);
    if (latest.size >= REMEMBERED) {
      before = latest;
      latest = new Map();
    }
    latest.set(text, value);
    return value;
  };
}

/** A function of a text that remembers its last result: the rules and forms of one question look at one stem several times. */
export function lately<T>(work: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: work(text) };
    return last.value;
  };
}

export type ByLanguage<T> = Readonly<Record<Language, T>>;
