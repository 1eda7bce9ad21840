import type { Case } from '../case';
import { cueIn, monthIn, yearsIn } from '../giveaways';
import { checkOneKey, checkOptions } from '../options';
import { checkProof } from '../proof';
import { unless, type Finding } from '../violation';
import { holds, tellingsOf } from '../words';
import { checkSequence } from './sequence';

const ASKS = {
  en: /\bbetween\b|\bafter\b.*\bbut before\b/iu,
  uk: /(?<!\p{L})між(?!\p{L})|пізніше, ніж.*раніше, ніж/iu,
};

/** "Which of these events happened between … and …?" */
export function checkSequenceBetween(subject: Case): readonly Finding[] {
  const { bounds } = subject;
  const [after, before] = bounds;
  return [
    ...checkOptions(subject, 3, 4),
    ...checkOneKey(subject),
    ...checkSequence(subject, ASKS),
    ...unless(bounds.length === 2, 'format', 'bounds: expected the ids of two events'),
    ...(after === undefined || before === undefined ? [] : checkInside(subject, after.id, before.id)),
    ...bounds.flatMap((bound) => checkBoundWords(subject, bound)),
    ...checkApart(subject),
    ...checkProof(subject, { key: ['before'], others: ['before'], shown: null, spanOf: () => null }),
  ];
}

/** The key certainly lies between the bounds, and no other option can. */
function checkInside(
  { question, keys, distractors, evidence }: Case,
  after: string,
  before: string,
): readonly Finding[] {
  const known = ({ value }: { readonly value: string }): boolean => evidence.events.has(value);
  const isStep = (earlier: string, later: string) => (step: (typeof question.proof.key)[number]): boolean =>
    step.rule === 'before' && step.earlier === earlier && step.later === later; // prettier-ignore
  return [
    ...keys
      .filter(known)
      .flatMap(({ value }) => [
        ...unless(evidence.before(after, value), 'K1', `${after} is not certainly before the key, ${value}`),
        ...unless(evidence.before(value, before), 'K1', `the key, ${value}, is not certainly before ${before}`),
        ...unless(
          question.proof.key.some(isStep(after, value)) && question.proof.key.some(isStep(value, before)),
          'proof',
          'no steps “before” from one bound over the key to the other',
        ),
      ]),
    ...distractors.filter(known).flatMap(({ id, value }) => {
      const steps = question.proof.others[id] ?? [];
      const [early, late] = [evidence.before(value, after), evidence.before(before, value)];
      return [
        ...unless(early || late, 'K2', `${value} may lie between ${after} and ${before}`),
        ...unless(
          !(early || late) || steps.some(early ? isStep(value, after) : isStep(before, value)),
          'proof',
          `no step “before” that puts option ${id} outside the bounds`,
        ),
      ];
    }),
  ];
}

/** The stem tells the bounds in the pack's words, and those tell nothing of when or in which order. */
function checkBoundWords(
  { question: { stem, language }, evidence }: Case,
  bound: Case['events'][0],
): readonly Finding[] {
  const told = tellingsOf(evidence.pack, bound, language).filter((words) => holds(stem, words));
  const dated = told.find((words) => monthIn(words, language) !== null || yearsIn(words).length > 0);
  const cue = told.map((words) => cueIn(words, language)).find((word) => word !== null);
  return [
    ...unless(told.length > 0, 'wording', `the stem does not tell ${bound.id} as the pack does`),
    ...unless(dated === undefined, 'L1', `“${dated ?? ''}” tells when`),
    ...unless(cue === undefined, 'L4', `“${cue ?? ''}” in the stem tells its place in the order`),
  ];
}

/** The bounds are none of the options, nor part or twin of one, nor kept apart from one (rule K3). */
function checkApart({ events, bounds, evidence }: Case): readonly Finding[] {
  return bounds.flatMap((bound, i) =>
    [...events, ...bounds.slice(i + 1)].flatMap((other) => [
      ...unless(bound.id !== other.id, 'K3', `${bound.id} stands twice`),
      ...unless(bound.id === other.id || !evidence.kin(bound.id, other.id), 'K3', `${bound.id} and ${other.id} are one another's part or twin`),
      ...unless(!bound.avoid.events.includes(other.id) && !other.avoid.events.includes(bound.id), 'eligible', `the pack keeps ${bound.id} and ${other.id} apart`),
      ...unless((bound.dates === 'statement') === (other.dates === 'statement'), 'eligible', 'statements stand in sequences only with statements'),
    ]),
  ); // prettier-ignore
}
