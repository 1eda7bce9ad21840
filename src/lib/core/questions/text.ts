import type { Language } from './question';

/** Texts that are remembered of each function, at most: some questions' worth, so that one text is not taken apart a hundred times. */
const REMEMBERED = 512;

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
  return readPlainWords(text) ?? readAnyWords(text);
}

/** The words as Unicode has them, of any text. */
function readAnyWords(text: string): readonly string[] {
  const folded = text.normalize('NFC').toLowerCase();
  const bare = APOSTROPHE.test(folded) ? folded.replace(APOSTROPHES_INSIDE, '') : folded;
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same of a text in ASCII without apostrophes, several times as fast, as most English texts are; null for any other. */
function readPlainWords(text: string): readonly string[] | null {
  const words: string[] = [];
  const folded = text.toLowerCase();
  let begin = -1;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (code > 0x7f || code === 0x27 || code === 0x60) return null;
    const isPart = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (isPart && begin < 0) begin = i;
    if (isPart || begin < 0) continue;
    words.push(folded.slice(begin, i));
    begin = -1;
  }
  if (begin >= 0) words.push(folded.slice(begin));
  return words;
}

const APOSTROPHE = /['’ʼ`]/u;
const APOSTROPHES_INSIDE = /(?<=\p{L})['’ʼ`](?=\p{L})/gu;

/** Words that say something: at least four letters and no function words. */
export const contentWords = remembered((text) => wordsOf(text).filter((word) => word.length >= 4 && !STOP.has(word)));

/** The same of a name, which is read down to one letter: Y is a place. */
export const nameWords = remembered((text) => wordsOf(text).filter((word) => !STOP.has(word) && !/^\d$/.test(word)));

/**
 * Whether two words are likely forms of one: they share a beginning of at least four letters that leaves at most three letters of the
 * longer one (Ivankiv – Ivankiv's, Іванків – Іванкова), or four of it and two of the shorter (Київка – київські). Errs towards yes: a lost
 * question costs less than a leak.
 */
export function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (shorter < STEM_LETTERS || longer - shorter > 3) return false;
  let common = 0;
  while (common < shorter && steady(a.charCodeAt(common)) === steady(b.charCodeAt(common))) common++;
  if (common < STEM_LETTERS) return false;
  return longer - common <= 3 || (longer - shorter <= 2 && shorter - common <= 2);
}

const STEM_LETTERS = 4;

/** Whether two words begin with the same two letters, as `sameStem` takes letters for the same. */
export function beginAlike(a: string, b: string): boolean {
  return steady(a.charCodeAt(0)) === steady(b.charCodeAt(0)) && steady(a.charCodeAt(1)) === steady(b.charCodeAt(1));
}

/** What two words must share to be `sameStem`: an index by it finds every form of a word. */
export function stemBucket(word: string): string {
  return word.length < STEM_LETTERS ? word : steadied(word.slice(0, STEM_LETTERS));
}

const [I, YI, YE, E, O] = ['і', 'ї', 'є', 'е', 'о'].map((letter) => letter.charCodeAt(0));

/** Ukrainian vowels that change places when a word is inflected (Київ – Києва, Львів – Львова) count as one: letters by their code unit. */
function steady(code: number): number {
  return code === YI || code === YE || code === E || code === O ? (I ?? code) : code;
}

/** A beginning of a word with these vowels as one. Most words have none of them. */
export function steadied(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (steady(code) !== code) return word.replace(/[їєео]/g, 'і');
  }
  return word;
}

/** Folds a text for comparing wordings: its words, joined by single spaces. */
export const foldText = remembered((text) => wordsOf(text).join(' '));

/** A whole number of 32 bits that is the same for texts that are the same folded, and hardly ever for others (FNV-1a). */
export function numberOfWords(text: string): number {
  let hash = 0x811c9dc5;
  for (const word of readWords(text)) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash;
}

/** Whether no two of some texts read the same, folded. */
export function readDifferently(texts: readonly string[]): boolean {
  return texts.every((text, i) => texts.every((other, j) => j >= i || !readAlike(text, other)));
}

function readAlike(a: string, b: string): boolean {
  return !partAtOnce(a, b) && foldText(a) === foldText(b);
}

/** Whether two texts are the same up to two plain letters or figures that no folding makes one: true of nearly any two. */
function partAtOnce(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one !== other) return isPlain(one) && isPlain(other) && (one | 0x20) !== (other | 0x20);
  }
  return false;
}

/** A letter or figure of ASCII. */
function isPlain(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/** Count of words as a reader counts them: runs of characters between spaces that hold a letter or digit (rule S3). */
export const countWords = lately((text) => countPlainWords(text) ?? text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0);

/** The same of a text in printable ASCII, several times as fast; null for any other. */
function countPlainWords(text: string): number | null {
  let words = 0;
  let isCounted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) return null;
    if (code === 0x20) isCounted = false;
    else if (!isCounted && isPlain(code)) {
      isCounted = true;
      words++;
    }
  }
  return words;
}

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
  return steadied(word.slice(0, KIND_LETTERS));
}

/** Kinds of words by their numbers, each once, with a bit for each number modulo 32: most pairs of sets share no bit, so no kind. */
export interface KindSet {
  readonly kinds: readonly number[];
  readonly bits: number;
}

export function kindSet(kinds: readonly number[]): KindSet {
  let bits = 0;
  for (const kind of kinds) bits |= 1 << (kind & 31);
  return { kinds, bits };
}

/** Share of kinds that two sets have in common, 0 … 1 (Jaccard). */
export function likeness(a: KindSet, b: KindSet): number {
  if ((a.bits & b.bits) === 0) return 0;
  let shared = 0;
  for (const one of a.kinds) if (b.kinds.includes(one)) shared++;
  return shared === 0 ? 0 : shared / (a.kinds.length + b.kinds.length - shared);
}

/** A function of a text that remembers its latest results: each text has one place, which the next text of that place takes. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const texts = new Array<string | null>(REMEMBERED).fill(null);
  const values: T[] = [];
  return (text) => {
    const at = placeOfText(text);
    if (texts[at] === text) return values[at] as T; // set together with its text
    const value = work(text);
    texts[at] = text;
    values[at] = value;
    return value;
  };
}

/** A number below `REMEMBERED` from a text's length and a few of its letters: texts that begin alike mostly differ in the others. */
function placeOfText(text: string): number {
  const { length } = text;
  const middle = length >>> 1;
  let hash = length;
  hash = Math.imul(hash, 31) + text.charCodeAt(length - 1);
  hash = Math.imul(hash, 31) + text.charCodeAt(length - 3);
  hash = Math.imul(hash, 31) + text.charCodeAt(middle);
  hash = Math.imul(hash, 31) + text.charCodeAt(middle + 1);
  hash = Math.imul(hash, 31) + text.charCodeAt(middle >>> 1);
  hash = Math.imul(hash, 31) + text.charCodeAt(middle + (middle >>> 1));
  return (hash ^ (hash >>> 9)) & (REMEMBERED - 1);
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
