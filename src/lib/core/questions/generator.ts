import type { MapShapes } from '../places/map-shapes';
import type { PackIndex } from '../packs/pack-index';
import { candidateFacts } from './candidate-facts';
import { createContext, prepareContext, type Context } from './context';
import { happenedIn } from './distractors/occupied';
import { allReasons, prepareDays, prepareUnits } from './distractors/reasons';
import { parseFact, type Fact } from './facts';
import { makeQuestion } from './make-question';
import { FORM_KEYS, formKey, kindOf, type FormKey, type Language, type Question, type Refusal } from './question';
import { refusal, surveyPack, type AskableFact, type Survey } from './survey';
import { sharedWords } from './uniqueness';

/** Smallest and largest seed (formats.md §2), and the one used when none is given. */
export const LARGEST_SEED = 2 ** 32 - 1;
export const DEFAULT_SEED = 1;

/** Questions from a pack in a language. Nothing here depends on what was asked before. */
export interface Generator {
  readonly context: Context;
  /** Every fact that is asked: events in the pack's order, then each storyline's sequences. The same for every seed. */
  facts(): readonly AskableFact[];
  /** Why the rest is not asked, in the same order. */
  refusals(): readonly Refusal[];
  /**
   * One question. `form` is a form of the fact's kind, such as `choice`; `seed` a whole number from 0 to 2³²−1.
   * A refusal says why it is not asked. Null if the pack has no such fact or the kind no such form.
   */
  question(factId: string, form: string, seed: number): Question | Refusal | null;
  /**
   * Works out now all that questions look up in the pack, and asks a few of every form so that their code is compiled: a part of loading,
   * two seconds for 20,000 events. Without it the first questions wait for what they need of it. No question changes by it.
   */
  prepare(): void;
  /**
   * What nearly every question looks up in the pack, in the order in which it can be worked out: of a pack of some hundred events each step
   * takes a few milliseconds, and all of them as long as making the first question. Where none is taken, that question takes them at once.
   */
  readonly groundwork: readonly (() => void)[];
}

/**
 * Makes a generator over an indexed pack.
 *
 * @param options.shapes the pack's base map, read; without it no place is asked for on the map by its area alone
 */
export function createGenerator(
  index: PackIndex,
  options: { readonly language: Language; readonly shapes?: MapShapes | null },
): Generator {
  const context = createContext(index, options.language, options.shapes ?? null);
  let survey: Survey | null = null;
  const surveyed = (): Survey => (survey ??= surveyPack(context, DEFAULT_SEED));
  return {
    context,
    prepare() {
      prepareContext(context);
      prepareUnits(context);
      for (const { id } of index.pack.places) happenedIn(context, id);
      for (const key of FORM_KEYS) warmUp(context, key);
    },
    groundwork: [() => sharedWords(context), () => allReasons(context), () => prepareDays(context)],
    facts: () => surveyed().facts,
    refusals: () => surveyed().refusals,
    question(factId, form, seed) {
      const fact = parseFact(factId);
      if (fact === null || !isOfPack(index, fact)) return null;
      const key = formKey(fact.kind, form);
      if (key === null) return null;
      const made = makeQuestion(context, fact, key, seed);
      return 'type' in made ? made : refusal(index, subjectOf(fact), made, null);
    },
  };
}

/** Questions of each form that are asked in advance, and facts that are tried for them. */
const WARM = 3;
const TRIED = 50;

/** Engines compile what has run a few times: the first question of a form takes ten times as long as the fourth. */
function warmUp(context: Context, key: FormKey): void {
  let [made, tried] = [0, 0];
  for (const fact of candidateFacts(context, kindOf(key))) {
    if ('type' in makeQuestion(context, fact, key, DEFAULT_SEED)) made++;
    if (made >= WARM || ++tried >= TRIED) return;
  }
}

function isOfPack(index: PackIndex, fact: Fact): boolean {
  if (fact.kind !== 'sequence') return index.hasEvent(fact.event);
  const known = index.hasStoryline(fact.storyline);
  const distinct = new Set(fact.events).size === fact.events.length;
  // The stem says of which storyline the events are.
  const ofStoryline = (id: string): boolean => index.hasEvent(id) && index.event(id).storyline === fact.storyline;
  return known && distinct && fact.events.every(ofStoryline);
}

function subjectOf(fact: Fact): string {
  return fact.kind === 'sequence' ? fact.id : `${fact.event}:${fact.kind}`;
}
