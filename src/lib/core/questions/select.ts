import type { Generator } from './generator';
import type { Context } from './context';
import { formOf, KINDS, type FormKey, type Kind, type Question } from './question';
import type { Fact } from './facts';
import type { AskableFact } from './survey';

/** Which questions are wanted; empty lists want all. */
export interface Wanted {
  readonly kinds: readonly Kind[];
  /** Names of forms, such as `choice`, of whatever kind. */
  readonly forms: readonly string[];
  /** A fact's id; null wants all. */
  readonly fact: string | null;
  /** Ids of storylines. */
  readonly storylines?: readonly string[];
  /** Lowest and highest difficulty, both included, 0 … 1. */
  readonly difficulty?: readonly [number, number] | null;
}

/** A fact and a form it can be asked in. */
export interface Pair {
  readonly fact: Fact;
  readonly key: FormKey;
}

/** The storyline that a fact belongs to. */
export function storylineOf(context: Context, fact: Fact): string {
  return fact.kind === 'sequence' ? fact.storyline : context.index.event(fact.event).storyline;
}

/** Every wanted fact in every wanted form it can take, in the order of the facts; their difficulty is not known yet. */
export function pairsOf(context: Context, facts: readonly AskableFact[], wanted: Wanted): Pair[] {
  const { kinds, forms, storylines = [] } = wanted;
  return facts
    .filter(({ fact }) => kinds.length === 0 || kinds.includes(fact.kind))
    .filter(({ fact }) => wanted.fact === null || fact.id === wanted.fact)
    .filter(({ fact }) => storylines.length === 0 || storylines.includes(storylineOf(context, fact)))
    .flatMap(({ fact, forms: keys }) => keys.map((key) => ({ fact, key })))
    .filter(({ key }) => forms.length === 0 || forms.includes(formOf(key)));
}

/** Whether a question is as hard as is wanted. */
export function isInBand({ difficulty }: Question, { difficulty: band = null }: Wanted): boolean {
  return band === null || (difficulty >= band[0] && difficulty <= band[1]);
}

/** Every wanted fact in every wanted form it can take, in the order of kinds, then of the pack. */
export function* allQuestions(generator: Generator, wanted: Wanted, seed: number): IterableIterator<Question> {
  const pairs = pairsOf(generator.context, generator.facts(), wanted);
  pairs.sort((a, b) => KINDS.indexOf(a.fact.kind) - KINDS.indexOf(b.fact.kind));
  for (const { fact, key } of pairs) {
    const question = generator.question(fact.id, formOf(key), seed);
    if (question?.type === 'question' && isInBand(question, wanted)) yield question;
  }
}
