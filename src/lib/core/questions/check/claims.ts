import type { PackEvent } from '../../packs/pack';
import type { Case } from './case';
import { holds, wordsOf } from './words';
import { unless, type Finding } from './violation';

/** Rule K8: whoever makes a claim is named where it is asked and where it is explained, in the question's language. */
export function checkClaimants({ question, events, bounds, evidence }: Case): readonly Finding[] {
  // Where the options are events, each names its own claimant.
  const sequence = question.kind === 'sequence' || question.kind === 'event';
  const options = question.kind === 'event' ? optionEvents(question.options, evidence, events) : [];
  const findings = [...events, ...bounds, ...options].flatMap((event): readonly Finding[] => {
    if (event.according === null) return [];
    const claimant = wordsOf(evidence.pack, event, question.language).according ?? null;
    if (claimant === null)
      return [{ rule: 'K8', detail: `the claimant of ${event.id} has no name in ${question.language}` }];
    const inStem = !sequence || bounds.includes(event);
    const asked = inStem ? question.stem : question.options.find(({ value }) => value === event.id)?.text;
    return [
      ...unless(holds(asked ?? '', claimant), 'K8', `“${asked ?? ''}” does not name ${claimant}`),
      ...unless(
        options.includes(event) || holds(question.explanation, claimant),
        'K8',
        `the explanation does not name ${claimant}`,
      ),
    ];
  });
  const claimants = events.map((event) => wordsOf(evidence.pack, event, question.language).according ?? null);
  const right =
    (question.kind !== 'event' && claimants.includes(question.according)) || (sequence && question.according === null);
  return [...findings, ...unless(right, 'K8', `according: ${question.according ?? 'nobody'} is not who claims it`)];
}

/** The events that are offered besides the one asked about. */
function optionEvents(
  options: Case['question']['options'],
  evidence: Case['evidence'],
  asked: readonly PackEvent[],
): readonly PackEvent[] {
  return options.flatMap(({ value }) => evidence.events.get(value) ?? []).filter((event) => !asked.includes(event));
}
