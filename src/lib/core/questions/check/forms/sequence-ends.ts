import type { Case } from '../case';
import { checkNoBounds, checkOneKey, checkOptions } from '../options';
import { checkProof } from '../proof';
import type { ByLanguage } from '../sentence';
import { unless, type Finding } from '../violation';
import { checkSequence } from './sequence';

/** How the stem asks for an end of a sequence, and which of two events has to be the earlier one. */
interface End {
  readonly asks: ByLanguage<RegExp>;
  readonly order: (key: string, other: string) => readonly [earlier: string, later: string];
}

const FIRST: End = {
  asks: {
    en: /\b(?:first|earliest|before all the others|at its start)\b/iu,
    uk: /перш(?:ою|ий|а|е|им)|найраніш|почалося|перед усіма/iu,
  },
  order: (key, other) => [key, other],
};
const LAST: End = {
  asks: {
    en: /\b(?:last|latest|after all the others|at its end)\b/iu,
    uk: /останн(?:ьою|ій|я|є|ім)|найпізніш|завершилося|після всіх/iu,
  },
  order: (key, other) => [other, key],
};

/** "Which of these events happened first?" */
export function checkSequenceFirst(subject: Case): readonly Finding[] {
  return checkEnd(subject, FIRST);
}

/** "Which of these events happened last?" */
export function checkSequenceLast(subject: Case): readonly Finding[] {
  return checkEnd(subject, LAST);
}

function checkEnd(subject: Case, { asks, order }: End): readonly Finding[] {
  const { question, keys, distractors, evidence } = subject;
  const key = keys[0]?.value;
  const isStep = (other: string) => {
    const [earlier, later] = order(key ?? '', other);
    return (step: (typeof question.proof.key)[number]): boolean =>
      step.rule === 'before' && step.earlier === earlier && step.later === later;
  };
  return [
    ...checkOptions(subject, 3, 4),
    ...checkOneKey(subject),
    ...checkNoBounds(subject),
    ...checkSequence(subject, asks),
    ...distractors.flatMap(({ id, value }) => {
      if (key === undefined || !evidence.events.has(key) || !evidence.events.has(value)) return [];
      const [earlier, later] = order(key, value);
      const named = (question.proof.others[id] ?? []).some(isStep(value)) && question.proof.key.some(isStep(value));
      const otherwise = evidence.before(later, earlier);
      return [
        ...unless(!otherwise, 'K1', `the key is ${key}, but ${later} came before ${earlier}`),
        ...unless(otherwise || evidence.before(earlier, later), 'K2', `${earlier} is not certainly before ${later}`),
        ...unless(named, 'proof', `no step “before” of the key and option ${id}`),
      ];
    }),
    ...checkProof(subject, { key: ['before'], others: ['before'], shown: null, spanOf: () => null }),
  ];
}
