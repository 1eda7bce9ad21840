import { foldName, soundKey } from './fold';
import { isOneTypo } from './match-name';

/** Something that can be found by its words. */
export interface Findable {
  readonly id: string;
  /** What it is called as a whole, in every language and spelling; may be empty. */
  readonly names: readonly string[];
  /** What is told of it, the most telling first. */
  readonly texts: readonly string[];
  /** What comes first where all else is equal: the larger the sooner. */
  readonly weight: number;
}

export interface Found {
  readonly id: string;
  /** The larger the better. */
  readonly score: number;
}

/** How well a word answers one that was typed. */
const SCORE = { same: 8, sound: 6, start: 5, soundStart: 3, typo: 2 };
/** Who types a whole name means the thing that is called so, and not one that has the word somewhere. */
const WHOLE = 10;
/** From how many letters on a slip of the fingers is forgiven, and a beginning of the other romanisation taken. */
const FROM_LETTERS = { typo: 5, soundStart: 3 };
/** A word in the name of a thing, or in the first text, tells more than one somewhere in its account. */
const FIRST_TEXT = 2;

interface Thing {
  readonly id: string;
  readonly weight: number;
  readonly length: number;
}

interface Answer extends Thing {
  readonly number: number;
  readonly score: number;
}

interface Word {
  readonly folded: string;
  readonly sound: string;
  /** Numbers of the things that have it, and what it is worth there. */
  readonly things: Map<number, number>;
}

/**
 * Finds things by words, whatever the script and the romanisation: Kyiv, Kiev and Київ find the same. The last word typed may be a
 * beginning; a longer word may have one slip. Add things one by one (long lists in pieces, with a pause between), then look.
 */
export class SearchIndex {
  readonly #words = new Map<string, Word>();
  /** Words as they are written → folded ones: the same few thousand come again and again. */
  readonly #folded = new Map<string, readonly string[]>();
  readonly #things: Thing[] = [];
  /** What a whole name sounds like → numbers of the things that are called so. */
  readonly #wholes = new Map<string, Set<number>>();
  /** Words in alphabetical order, for beginnings; null: to be sorted anew. */
  #sorted: readonly Word[] | null = null;
  #bySound: ReadonlyMap<string, readonly Word[]> | null = null;

  add({ id, names, texts, weight }: Findable): void {
    const told = names.length === 0 ? texts : [names.join(' '), ...texts];
    const number = this.#things.push({ id, weight, length: told[0]?.length ?? 0 }) - 1;
    for (const name of names) {
      const sound = soundKey(name);
      const same = this.#wholes.get(sound) ?? new Set();
      this.#wholes.set(sound, same.add(number));
    }
    for (const [rank, text] of told.entries()) {
      for (const folded of this.#wordsOf(text)) {
        let word = this.#words.get(folded);
        if (word === undefined) {
          word = { folded, sound: soundKey(folded), things: new Map() };
          this.#words.set(folded, word);
          this.#sorted = this.#bySound = null;
        }
        const worth = rank === 0 ? FIRST_TEXT : 1;
        word.things.set(number, Math.max(worth, word.things.get(number) ?? 0));
      }
    }
  }

  #wordsOf(text: string): readonly string[] {
    return text.split(/\s+/).flatMap((written) => {
      let folded = this.#folded.get(written);
      if (folded === undefined) {
        folded = foldName(written)
          .split(' ')
          .filter((word) => word !== '');
        this.#folded.set(written, folded);
      }
      return folded;
    });
  }

  /** Things that have all the words typed, the best first; none for an empty text. */
  find(typed: string, most: number): readonly Found[] {
    const wanted = foldName(typed).split(' ').filter((word) => word !== ''); // prettier-ignore
    if (wanted.length === 0) return [];
    const unfinished = /[\p{L}\p{N}]$/u.test(typed);
    let scores: ReadonlyMap<number, number> | null = null;
    for (const [index, word] of wanted.entries()) {
      const own = this.#scoresOf(word, unfinished && index === wanted.length - 1);
      scores = scores === null ? own : both(scores, own);
    }
    const meant = this.#wholes.get(soundKey(typed));
    // One letter is answered by nearly everything: the best are picked out, not all of it sorted.
    const best: Answer[] = [];
    for (const [number, points] of scores ?? []) {
      const thing = this.#things[number];
      if (thing === undefined) continue;
      const answer = { ...thing, number, score: points + (meant?.has(number) === true ? WHOLE : 0) };
      const last = best.at(-1);
      if (best.length >= most && (last === undefined || byWorth(answer, last) >= 0)) continue;
      const at = best.findIndex((other) => byWorth(answer, other) < 0);
      best.splice(at < 0 ? best.length : at, 0, answer);
      if (best.length > most) best.pop();
    }
    return best.map(({ id, score }) => ({ id, score }));
  }

  #scoresOf(typed: string, unfinished: boolean): ReadonlyMap<number, number> {
    const scores = new Map<number, number>();
    const give = (word: Word, score: number): void => {
      for (const [number, worth] of word.things) scores.set(number, Math.max(scores.get(number) ?? 0, score * worth));
    };
    const sound = soundKey(typed);
    for (const word of this.#soundingLike(sound)) give(word, word.folded === typed ? SCORE.same : SCORE.sound);
    if (unfinished) {
      for (const word of this.#startingWith(typed)) if (word.folded !== typed) give(word, SCORE.start);
      if (typed.length >= FROM_LETTERS.soundStart)
        for (const word of this.#all()) if (word.sound.startsWith(sound)) give(word, SCORE.soundStart);
    }
    // Slips only where nothing else answers: they bring in much that was not meant.
    if (scores.size === 0 && typed.length >= FROM_LETTERS.typo)
      for (const word of this.#all()) if (isSlip(typed, sound, word, unfinished)) give(word, SCORE.typo);
    return scores;
  }

  #all(): readonly Word[] {
    return (this.#sorted ??= [...this.#words.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1)));
  }

  #soundingLike(sound: string): readonly Word[] {
    if (this.#bySound === null) {
      const bySound = new Map<string, Word[]>();
      for (const word of this.#words.values()) {
        const list = bySound.get(word.sound);
        if (list === undefined) bySound.set(word.sound, [word]);
        else list.push(word);
      }
      this.#bySound = bySound;
    }
    return this.#bySound.get(sound) ?? [];
  }

  #startingWith(start: string): readonly Word[] {
    const words = this.#all();
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle]?.folded ?? '') < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (words[end]?.folded.startsWith(start) === true) end += 1;
    return words.slice(low, end);
  }
}

/** Of two that answer equally well, the one that is called little else. */
function byWorth(a: Answer, b: Answer): number {
  return b.score - a.score || b.weight - a.weight || a.length - b.length || a.number - b.number;
}

function isSlip(typed: string, sound: string, word: Word, unfinished: boolean): boolean {
  if (isOneTypo(typed, word.folded) || isOneTypo(sound, word.sound)) return true;
  return unfinished && word.folded.length > typed.length && isOneTypo(typed, word.folded.slice(0, typed.length));
}

function both(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const joined = new Map<number, number>();
  for (const [number, score] of a) {
    const other = b.get(number);
    if (other !== undefined) joined.set(number, score + other);
  }
  return joined;
}
