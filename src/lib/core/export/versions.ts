import { drawFrom, hashParts } from '../questions/hash';
import type { Option, Question } from '../questions/question';
import type { ExportSet } from './export-set';
import { shapeOf } from './shapes';

/**
 * A version of a set for a test: the same questions in another order, with their options in another order, drawn from the set's seed and
 * the version's letter alone. Keys, ties and proofs go with their options, so that the key of a version is that of what is printed.
 */
export function versionOf(set: ExportSet, letter: string): ExportSet {
  const draw = drawFrom(hashParts(['version', set.id, String(set.seed), letter]));
  const shuffled = (question: Question): Question => {
    const options = draw.shuffle(question.options);
    if (shapeOf(question) !== 'order' || !inKeyOrder(options, question.key)) return relettered(question, options);
    // A sequence that stands in its right order already would ask nothing.
    return relettered(question, [...options.slice(1), ...options.slice(0, 1)]);
  };
  const questions = draw.shuffle(set.questions).map(shuffled);
  const alternatives = Object.entries(set.alternatives).map(([id, others]) => [id, others.map(shuffled)] as const);
  return { ...set, questions, alternatives: Object.fromEntries(alternatives) };
}

function inKeyOrder(options: readonly Option[], key: readonly string[]): boolean {
  return options.every(({ id }, i) => id === key[i]);
}

/** The question with its options in that order, lettered anew. */
function relettered(question: Question, options: readonly Option[]): Question {
  const letters = new Map(options.map(({ id }, i) => [id, String.fromCharCode(97 + i)]));
  const letter = (id: string): string => letters.get(id) ?? id;
  const others = Object.entries(question.proof.others).map(([id, steps]) => [letter(id), steps] as const);
  return {
    ...question,
    options: options.map((option) => ({ ...option, id: letter(option.id) })),
    key: question.key.map(letter),
    ties: question.ties.map(([a, b]) => [letter(a), letter(b)] as const),
    proof: { ...question.proof, others: Object.fromEntries(others) },
  };
}
