import { pointerIn } from '../leaks';
import { MOST_STEM_WORDS } from '../telling';
import { countWords, lately } from '../text';
import type { Rule } from './rule';

/** What depends on the stem alone is worked out once: every form of a fact is asked in the same words. */
function byStem(work: (stem: string) => readonly string[]): Rule['violations'] {
  const known = lately(work);
  return ({ question: { stem } }) => [...known(stem)];
}

const S1: Rule = {
  id: 'S1',
  title: 'a whole question',
  applies: () => true,
  violations: byStem((stem) => {
    const found: string[] = [];
    if (!stem.endsWith('?')) found.push('does not end in a question mark');
    // A Ukrainian date begins with its day, in figures.
    if (!/^[\p{Lu}\p{N}]/u.test(stem)) found.push('does not begin with a capital letter');
    if (/_{2,}|\s{2,}|\(\s*\)|:\s*\?|(?<!\p{L})(?:undefined|null)(?!\p{L})|\s[,.:?]/u.test(stem))
      found.push('has a gap');
    return found.map((what) => `“${stem}” ${what}`);
  }),
};

const S2: Rule = {
  id: 'S2',
  title: 'nothing points outside the question',
  applies: () => true,
  violations({ context, question, optionEvents }) {
    const texts = [
      question.dispatch?.text ?? '',
      ...(optionEvents.length > 0 ? question.options.map(({ text }) => text) : []),
    ];
    return texts.flatMap((text) => {
      const word = pointerIn(text, context.language);
      return word === null ? [] : [`“${word}” in “${text}”`];
    });
  },
};

const S3: Rule = {
  id: 'S3',
  title: `at most ${String(MOST_STEM_WORDS)} words`,
  applies: () => true,
  violations: byStem((stem) => {
    const words = countWords(stem);
    return words > MOST_STEM_WORDS ? [`${String(words)} words`] : [];
  }),
};

/** Whether a word may stand twice in a row, of a stem in ASCII; of any other nothing is said in advance. Most stems are told apart by this. */
function mayRepeat(stem: string): boolean {
  const isSame = (i: number, j: number): boolean => (stem.charCodeAt(i) | 0x20) === (stem.charCodeAt(j) | 0x20);
  let word = 0;
  for (let i = 0; i < stem.length; i++) {
    const code = stem.charCodeAt(i);
    if (code > 0x7f) return true;
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) continue;
    if (code === 0x20 && word < i && isSame(word, i + 1) && (i - word === 1 || isSame(word + 1, i + 2))) return true;
    word = i + 1;
  }
  return false;
}

const S4: Rule = {
  id: 'S4',
  title: 'grammar: a clause after a colon, a noun phrase as subject, no article or word twice, no stop inside',
  applies: () => true,
  violations: byStem((stem) => {
    const found: string[] = [];
    const twice = mayRepeat(stem) ? /(?<!\p{L})(\p{L}+) \1(?!\p{L})/iu.exec(stem) : null;
    if (twice !== null && !['that', 'had'].includes((twice[1] ?? '').toLowerCase())) found.push(`“${twice[0]}”`);
    if (/\b(?:a|an|the) (?:a|an|the)\b|\ba [aeio]/i.test(stem)) {
      if (/\b(?:a|an|the) (?:a|an|the)\b/iu.test(stem)) found.push('two articles');
      if (/\ba [aeio]\w+/iu.test(stem) && !/\ba (?:one|once|uni|eu)/iu.test(stem)) found.push('“a” before a vowel');
    }
    const bare = stem.includes('н. е.') ? stem.replace(/(?<!\p{L})н\. е\./gu, '') : stem;
    if (/[.!;](?:\s|\?|$)/u.test(bare) && !/\b(?:St|Mt|Dr|Gen|Col|c)\./u.test(stem)) found.push('a stop inside');
    if (/according to the the|according to The /iu.test(stem) && stem.includes('according to The '))
      found.push('“The” inside');
    return found.map((what) => `${what} in “${stem}”`);
  }),
};

const S5: Rule = {
  id: 'S5',
  title: 'one fact',
  applies: () => true,
  violations: byStem((stem) => {
    const marks = stem.split('?').length - 1;
    const found = marks > 1 ? [`${String(marks)} question marks`] : [];
    if (!/and (?:when|where|in which|on which|who|why|how)\b/i.test(stem)) return found;
    const asked = stem.match(/\b(?:when|where|on which|in which|which of|who|why|how)\b/giu)?.length ?? 0;
    return asked > 1 && /\band (?:when|where|in which|on which|who|why|how)\b/iu.test(stem)
      ? [...found, 'two questions in one']
      : found;
  }),
};

export const STEM_RULES: readonly Rule[] = [S1, S2, S3, S4, S5];
