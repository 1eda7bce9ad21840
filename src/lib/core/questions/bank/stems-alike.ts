import type { Question } from '../question';
import { wordsOf } from '../text';
import { excesses, LARGE, type BankFigure, type BankRule } from './bank-rule';

/** Most that stems may have in common on average, and most that may open alike. */
const MOST_ALIKE = 0.25;
const MOST_OPENING = 0.25;
/** Words that count as an opener: "On which" and "On that" are two ways to begin. */
const OPENER_WORDS = 2;

/**
 * Mean cosine similarity of all pairs of stems as binary vectors of words: shared / √(words of one · words of the other).
 * Every pair counts once. Summed over words instead of over pairs: with unit vectors vᵢ, Σᵢⱼ vᵢ·vⱼ = |Σᵢ vᵢ|², so it costs one pass.
 *
 * @returns 0 … 1; 0 for fewer than two stems
 */
export function meanSimilarity(stems: readonly string[]): number {
  if (stems.length < 2) return 0;
  const sum = new Map<string, number>();
  for (const stem of stems) {
    const words = new Set(wordsOf(stem));
    for (const word of words) sum.set(word, (sum.get(word) ?? 0) + 1 / Math.sqrt(words.size));
  }
  let square = 0;
  for (const value of sum.values()) square += value * value;
  const own = stems.filter((stem) => wordsOf(stem).length > 0).length;
  return (square - own) / (stems.length * (stems.length - 1));
}

/** The commonest opener, two words long, with its share. */
export function commonestOpener(stems: readonly string[]): { readonly opener: string; readonly share: number } {
  const counts = new Map<string, number>();
  for (const stem of stems) {
    const opener = wordsOf(stem).slice(0, OPENER_WORDS).join(' ');
    counts.set(opener, (counts.get(opener) ?? 0) + 1);
  }
  const [opener, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  return { opener, share: stems.length === 0 ? 0 : count / stems.length };
}

export const B3: BankRule = {
  id: 'B3',
  title: 'stems have little in common, and no opener prevails',
  least: LARGE,
  applies: () => true,
  measure({ questions }) {
    const stems = questions.map(({ stem }) => stem);
    const { opener, share } = commonestOpener(stems);
    const figures: BankFigure[] = [
      { name: 'mean similarity of stems', value: meanSimilarity(stems), most: MOST_ALIKE },
      { name: `opener “${opener}”`, value: share, most: MOST_OPENING },
    ];
    return { figures, violations: excesses(figures) };
  },
};

/** What two questions of a form may not share: the stem; where the options are events, the stem and the options. */
export function shownTwice({ kind, stem, options }: Question): string {
  const events = kind === 'sequence' || kind === 'event' ? options.map(({ value }) => value).sort() : [];
  return [stem, ...events].join('\n');
}

export const B4: BankRule = {
  id: 'B4',
  title: 'no two questions of a form with the same stem; where options are events, the same stem and options',
  least: 1,
  applies: () => true,
  measure({ questions }) {
    const seen = new Map<string, string>();
    const violations: string[] = [];
    for (const question of questions) {
      const shown = shownTwice(question);
      const other = seen.get(shown);
      if (other === undefined) seen.set(shown, question.id);
      else violations.push(`${question.id} asks the same as ${other}`);
    }
    return { figures: [{ name: 'questions asked twice', value: violations.length, most: 0 }], violations };
  },
};
