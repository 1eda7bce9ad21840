import { candidateFacts } from './candidate-facts';
import type { Generator } from './generator';
import { makeQuestion } from './make-question';
import { FORMS_OF, KINDS, type FormKey, type Question } from './question';
import { isInBand, storylineOf, type Wanted } from './select';

/**
 * One question for every wanted fact, in the first wanted form that it can be asked in; in the order of kinds, then of the pack. Nothing is
 * found out of what is not asked: the first question comes at once, and no more than one is in memory.
 */
export function* oneEach({ context }: Generator, wanted: Wanted, seed: number): IterableIterator<Question> {
  const { kinds, forms, storylines = [] } = wanted;
  for (const kind of KINDS) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue;
    const keys = FORMS_OF[kind]
      .filter((form) => forms.length === 0 || forms.includes(form))
      .map((form) => `${kind}/${form}` as FormKey); // both halves come from the table that FormKey is made from
    for (const fact of candidateFacts(context, kind)) {
      if (wanted.fact !== null && wanted.fact !== fact.id) continue;
      if (storylines.length > 0 && !storylines.includes(storylineOf(context, fact))) continue;
      for (const key of keys) {
        const made = makeQuestion(context, fact, key, seed);
        if (!('type' in made) || !isInBand(made, wanted)) continue;
        yield made;
        break;
      }
    }
  }
}
