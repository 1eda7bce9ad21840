import { mayBeAsked } from './care';
import type { CareRecord } from './care';
import { SWAPPED, isOpen } from './confusion';
import type { Confusion } from './confusion';
import { eventsOfFact, memoryKey } from './memory-key';
import type { DayInput, StudyFact } from './queue';

/** What a learner's decisions and confusions mean for a day's plan. */
export function allowedBy(
  care: readonly CareRecord[],
  pack: string,
  facts: readonly StudyFact[],
  day: number,
): Required<Pick<DayInput, 'mayAsk' | 'apart'>> {
  const byKey = new Map(care.map((record) => [record.key, record]));
  return {
    mayAsk: (fact) => mayBeAsked(byKey.get(memoryKey(pack, fact)) ?? null, day),
    apart: keptApart(facts, care),
  };
}

/**
 * The facts that are kept apart from a fact because its learner takes the one for the other: asked A, chose B, twice. B is what asks
 * for the answer that was given: the same about the event it belongs to, or whatever has that very date or place for its answer.
 * Of a pair put the wrong way round it is the dates of the two events. Works both ways.
 */
export function keptApart(
  facts: readonly StudyFact[],
  care: readonly CareRecord[],
): (fact: string) => readonly string[] {
  const apart = new Map<string, Set<string>>();
  const part = (a: string, b: string): void => {
    if (a === b) return;
    apart.set(a, (apart.get(a) ?? new Set()).add(b));
    apart.set(b, (apart.get(b) ?? new Set()).add(a));
  };
  for (const { fact, confusions } of care) {
    for (const confusion of confusions.filter(isOpen)) {
      const [first, ...others] = confusedWith(facts, fact, confusion);
      for (const other of others) if (first !== undefined) part(first, other);
    }
  }
  return (fact) => [...(apart.get(fact) ?? [])];
}

/** The confused fact, then those that it is confused with. */
function confusedWith(facts: readonly StudyFact[], fact: string, confusion: Confusion): readonly string[] {
  const about = (event: string, kind: string): readonly string[] =>
    facts.flatMap((item) => (kindOf(item.fact) === kind && eventsOfFact(item.fact)[0] === event ? [item.fact] : []));
  if (kindOf(fact) === 'before') {
    const [earlier = '', later = ''] = eventsOfFact(fact);
    const [one] = about(earlier, 'date');
    const others = about(confusion.value === SWAPPED ? later : confusion.value, 'date');
    return one === undefined ? [] : [one, ...others];
  }
  const { event, value } = confusion;
  if (event !== null) return [fact, ...about(event, kindOf(fact))];
  const answering = facts.filter(
    (item) => kindOf(item.fact) === kindOf(fact) && item.memories.some((memory) => memory.answer === value),
  );
  return [fact, ...answering.map((item) => item.fact)];
}

/** `date`, `place`, `event`, `before`, `sequence`: what a fact asks, whichever end of it. */
function kindOf(fact: string): string {
  return fact.split(':')[1]?.split('-')[0] ?? '';
}
