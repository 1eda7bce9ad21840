import type { Case } from '../case';
import { cueIn, monthIn, yearsIn } from '../giveaways';
import type { ByLanguage } from '../sentence';
import { unless, type Finding } from '../violation';
import { holds, tellingsOf } from '../words';

/** What every form over a sequence has in common: its options are the fact's events, told in the pack's words, fit to be ordered. */
export function checkSequence(subject: Case, asks: ByLanguage<RegExp>): readonly Finding[] {
  const { question, events, fact } = subject;
  const shown = question.options.map(({ value }) => value).sort();
  const named = fact.kind === 'sequence' ? fact.events : [];
  const statements = new Set(events.map(({ dates }) => dates === 'statement'));
  return [
    ...unless(JSON.stringify(shown) === JSON.stringify(named), 'fact', `the options are ${shown.join(', ')}`),
    ...unless(statements.size < 2, 'eligible', 'statements stand in sequences only with statements'),
    ...unless(question.dispatch === null, 'format', 'dispatch: expected null for a sequence'),
    ...unless(question.accept === null, 'format', 'accept: only typed and map questions have it'),
    ...unless(asks[question.language].test(question.stem), 'wording', `“${question.stem}” does not ask for what the key answers`),
    ...unless(question.stem.trim().endsWith('?'), 'wording', 'the stem is no question'),
    ...question.options.flatMap((option) => checkOptionWords(subject, option)),
    ...checkPairs(subject),
  ]; // prettier-ignore
}

function checkOptionWords(
  { question, evidence }: Case,
  option: { readonly text: string; readonly value: string },
): readonly Finding[] {
  const event = evidence.events.get(option.value);
  if (event === undefined) return [{ rule: 'format', detail: `no event ${option.value} in the pack` }];
  const { text } = option;
  const told = tellingsOf(evidence.pack, event, question.language).some((words) => holds(text, words));
  const month = monthIn(text, question.language);
  const [year] = yearsIn(text);
  const cue = cueIn(text, question.language);
  return [
    ...unless(told, 'wording', `“${text}” is not how the pack tells ${event.id}`),
    ...unless(month === null, 'L1', `“${month ?? ''}” in “${text}” tells when`),
    ...unless(year === undefined, 'L1', `${String(year)} in “${text}” tells when`),
    ...unless(cue === null, 'L4', `“${cue ?? ''}” in “${text}” tells its place in the order`),
  ];
}

/** No two of a sequence are one and the same, one part of the other, or kept apart by the pack (rule K3). */
function checkPairs({ events, evidence }: Case): readonly Finding[] {
  return events.flatMap((a, i) =>
    events.slice(i + 1).flatMap((b) => [
      ...unless(!evidence.kin(a.id, b.id), 'K3', `${a.id} and ${b.id} are one another's part or twin`),
      ...unless(!a.avoid.events.includes(b.id) && !b.avoid.events.includes(a.id), 'eligible', `the pack keeps ${a.id} and ${b.id} apart`),
    ]),
  ); // prettier-ignore
}
