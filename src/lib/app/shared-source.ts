import { parseFact } from '$lib/core/questions/facts';
import { withEdit } from '$lib/core/questions/saved-set/edited-question';
import type { SetItem } from '$lib/core/questions/saved-set/saved-set';
import type { FactInfo, QuestionSource } from './ports';

/** What of a pack a link asks. */
export interface SharedPart {
  /** The pack's facts that it asks. */
  readonly facts: ReadonlySet<string>;
  /** Questions that this version of the pack asks no more. */
  readonly gone: number;
}

/**
 * Which facts of a pack the questions of a link are. A sequence that the pack here divides otherwise is asked as the chain, or the chains,
 * that hold its events.
 */
export function partOf(facts: readonly FactInfo[], items: readonly SetItem[]): SharedPart {
  const known = new Set(facts.map(({ fact }) => fact));
  const found = new Set<string>();
  let gone = 0;
  for (const { fact } of items) {
    const asked = known.has(fact) ? [fact] : chainsWith(facts, fact);
    for (const one of asked) found.add(one);
    if (asked.length === 0) gone += 1;
  }
  return { facts: found, gone };
}

function chainsWith(facts: readonly FactInfo[], id: string): readonly string[] {
  const fact = parseFact(id);
  if (fact?.kind !== 'sequence') return [];
  const chains = facts.filter(({ kind, storyline }) => kind === 'sequence' && storyline === fact.storyline);
  return chains.filter(({ events }) => fact.events.filter((event) => events.includes(event)).length > 1).map((chain) => chain.fact); // prettier-ignore
}

/**
 * A pack's questions as a teacher has edited some of them: an edited fact is asked in the form and with the options that the teacher saw,
 * every other as its memory wants it.
 */
export function sharedSource(source: QuestionSource, items: readonly SetItem[]): QuestionSource {
  const edited = new Map(items.filter(({ edit }) => edit !== null).map((item) => [item.fact, item]));
  return {
    ...source,
    facts: () => source.facts(),
    question(fact, form, seed, focus) {
      const item = edited.get(fact);
      if (item === undefined) return source.question(fact, form, seed, focus);
      const made = source.question(fact, item.form, item.seed, null);
      return made === null ? source.question(fact, form, seed, focus) : withEdit(made, item.edit).question;
    },
  };
}
