import type { Case } from '../case';
import { checkOneKey, checkOptions } from '../options';
import { checkProof } from '../proof';
import { unless, type Finding } from '../violation';
import { checkSequence } from './sequence';

const ASKS = { en: /\b(?:first|earliest)\b/iu, uk: /перш(?:ою|ий|а|е|им)|найраніш/iu };

/** "Which of these events happened first?" */
export function checkSequenceFirst(subject: Case): readonly Finding[] {
  const { question, keys, distractors, evidence } = subject;
  const key = keys[0]?.value;
  const proved = question.proof.key.flatMap((step) =>
    step.rule === 'before' && step.earlier === key ? [step.later] : [],
  );
  return [
    ...checkOptions(subject, 3, 4),
    ...checkOneKey(subject),
    ...checkSequence(subject, ASKS),
    ...distractors.flatMap(({ id, value }) => {
      if (key === undefined || !evidence.events.has(key) || !evidence.events.has(value)) return [];
      const steps = question.proof.others[id] ?? [];
      const named = steps.some((step) => step.rule === 'before' && step.earlier === key && step.later === value);
      const earlier = evidence.before(value, key);
      return [
        ...unless(!earlier, 'K1', `the key is ${key}, but ${value} came before it`),
        ...unless(earlier || evidence.before(key, value), 'K2', `${key} is not certainly before ${value}`),
        ...unless(named && proved.includes(value), 'proof', `no step “before” from the key to option ${id}`),
      ];
    }),
    ...checkProof(subject, { key: ['before'], others: ['before'], shown: null, spanOf: () => null }),
  ]; // prettier-ignore
}
