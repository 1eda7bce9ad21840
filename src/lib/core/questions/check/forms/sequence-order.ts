import type { Case } from '../case';
import { checkNoBounds, checkOptions } from '../options';
import { checkProof } from '../proof';
import { unless, type Finding } from '../violation';
import { checkSequence } from './sequence';

/** It asks for an order, and says from which end. */
const ASKS = {
  en: /^(?=.*\b(?:order|sequence|row|timeline|follows?|sort|before which)\b)(?=.*\b(?:earliest|oldest|first|from early)\b)|from start to finish/iu,
  uk: /^(?=.*(?:порядк|послідовн|впорядк|за чим|(?<!\p{L})ряд|чер[гз]))(?=.*(?:найраніш|найдавніш|перш|від давнішого))|від початку до кінця/iu,
};

/** "In which order did these events happen, earliest first?" */
export function checkSequenceOrder(subject: Case): readonly Finding[] {
  const { question } = subject;
  const all = question.key.length === question.options.length;
  return [
    ...checkOptions(subject, 3, 6),
    ...checkNoBounds(subject),
    ...checkSequence(subject, ASKS),
    ...unless(all, 'K1', `the key orders ${String(question.key.length)} of ${String(question.options.length)} options`),
    ...checkKeyOrder(subject),
    ...checkProof(subject, { key: [], others: [], shown: null, spanOf: () => null }),
    ...checkCover(subject),
  ];
}

/** Every pair of the key is certainly in that order; what is listed as a tie is certainly in none (K1, K3). */
function checkKeyOrder({ question, evidence }: Case): readonly Finding[] {
  const ids = question.options.map(({ id }) => id);
  const stray = question.ties.flat().filter((id) => !ids.includes(id));
  const tied = tieTest(question.ties);
  const findings = pairsOf(question.key).flatMap(([first, second]): readonly Finding[] => {
    const [a, b] = [eventOf(question, first), eventOf(question, second)];
    if (a === null || b === null || a === b) return [];
    const forwards = evidence.before(a, b);
    const backwards = evidence.before(b, a);
    if (tied(first, second))
      return unless(!forwards && !backwards, 'K3', `${a} and ${b} are listed as a tie, but have an order`);
    if (backwards) return [{ rule: 'K1', detail: `the key puts ${a} before ${b}, the pack says otherwise` }];
    return unless(forwards, 'K3', `${a} is not certainly before ${b}`);
  });
  return [...unless(stray.length === 0, 'format', `ties: no option ${stray.join(', ')}`), ...findings];
}

/** The steps of the proof, taken together, order every pair of the key that is no tie. */
function checkCover({ question }: Case): readonly Finding[] {
  const tied = tieTest(question.ties);
  const next = new Map<string, string[]>();
  for (const step of question.proof.key) {
    if (step.rule === 'before') next.set(step.earlier, [...(next.get(step.earlier) ?? []), step.later]);
  }
  const open = pairsOf(question.key).filter(([first, second]) => {
    const [a, b] = [eventOf(question, first), eventOf(question, second)];
    if (a === null || b === null || tied(first, second)) return false;
    const reached = new Set([a]);
    for (const event of reached) for (const later of next.get(event) ?? []) reached.add(later);
    return !reached.has(b);
  });
  return open.map(([a, b]) => ({ rule: 'proof', detail: `no steps “before” lead from option ${a} to option ${b}` }));
}

function pairsOf(key: readonly string[]): readonly (readonly [string, string])[] {
  return key.flatMap((first, i) => key.slice(i + 1).map((second) => [first, second] as const));
}

function tieTest(ties: readonly (readonly [string, string])[]): (a: string, b: string) => boolean {
  return (a, b) => ties.some(([c, d]) => (a === c && b === d) || (a === d && b === c));
}

function eventOf({ options }: Case['question'], id: string): string | null {
  return options.find((option) => option.id === id)?.value ?? null;
}
