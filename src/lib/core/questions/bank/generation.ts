import type { Generator } from '../generator';
import { FORMS_OF, KINDS, type Question } from '../question';
import { allQuestions } from '../select';

const ALL = { kinds: [], forms: [], fact: null } as const;

/** Every question of a generator, for a seed. */
export function wholeBank(generator: Generator, seed: number): readonly Question[] {
  return [...allQuestions(generator, ALL, seed)];
}

/** Rule B1: the questions that come out otherwise from a second generator over the same pack, for the same seed. */
export function differences(one: Generator, other: Generator, seed: number): string[] {
  const [first, second] = [wholeBank(one, seed), wholeBank(other, seed)];
  const found = first.flatMap((question, i) =>
    JSON.stringify(question) === JSON.stringify(second[i]) ? [] : [`${question.id} is another question the next time`],
  );
  return second.length > first.length ? [...found, `${String(second.length - first.length)} questions more`] : found;
}

/** Rule B2: events that are neither asked nor refused for a kind that has a form in the program, or that are both. */
export function unsettled(generator: Generator): string[] {
  const asked = new Set<string>();
  for (const { fact } of generator.facts()) {
    for (const event of fact.kind === 'sequence' ? fact.events : [fact.event]) asked.add(`${event}:${fact.kind}`);
  }
  const refused = new Set<string>();
  // What names a form is refused in that form only.
  for (const { fact, form } of generator.refusals()) if (form === undefined) refused.add(fact);
  const kinds = KINDS.filter((kind) => FORMS_OF[kind].length > 0);
  return generator.context.index.pack.events.flatMap(({ id }) =>
    kinds.flatMap((kind) => {
      const subject = `${id}:${kind}`;
      if (!asked.has(subject) && !refused.has(subject)) return [`${subject} is neither asked nor refused`];
      return asked.has(subject) && refused.has(subject) ? [`${subject} is both asked and refused`] : [];
    }),
  );
}
