import type { MapShapes } from '../places/map-shapes';
import type { PackIndex } from '../packs/pack-index';
import type { PackEvent } from '../packs/pack';
import type { Request } from './assemble';
import { chainsOf } from './chains';
import { createContext, type Context } from './context';
import type { Objection } from './eligibility';
import { dateFact, datedEnds, eventFact, parseFact, placeFact, sequenceFact, type Fact } from './facts';
import { dateChoice } from './forms/date-choice';
import { dateTyped } from './forms/date-typed';
import { eventChoice } from './forms/event-choice';
import { placeChoice } from './forms/place-choice';
import { placeMap } from './forms/place-map';
import { placeTyped } from './forms/place-typed';
import { sequenceBetween } from './forms/sequence-between';
import { sequenceFirst, sequenceLast } from './forms/sequence-ends';
import { sequenceOrder } from './forms/sequence-order';
import { FORMS_OF, type FormKey, type Language, type Question, type Refusal, type RefusalReason } from './question';
import { breachesOf } from './rules/rules';

/** Smallest and largest seed (formats.md §2), and the one used when none is given. */
export const LARGEST_SEED = 2 ** 32 - 1;
export const DEFAULT_SEED = 1;

/** A fact that is asked, with the forms it can be asked in. */
export interface AskableFact {
  readonly fact: Fact;
  readonly forms: readonly FormKey[];
}

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
}

type Maker = (context: Context, fact: Fact, seed: number) => Question | Objection | null;

/** Lets a form take only facts of its kind. */
function forKind<K extends Fact['kind']>(
  kind: K,
  make: (request: Request<Extract<Fact, { kind: K }>>) => Question | Objection,
): Maker {
  return (context, fact, seed) =>
    fact.kind === kind ? make({ context, fact: fact as Extract<Fact, { kind: K }>, seed }) : null;
}

/** Every form, exhaustively: a new one does not compile until it is served here. */
const MAKERS: Readonly<Record<FormKey, Maker>> = {
  'date/choice': forKind('date', dateChoice),
  'date/typed': forKind('date', dateTyped),
  'place/choice': forKind('place', placeChoice),
  'place/map': forKind('place', placeMap),
  'place/typed': forKind('place', placeTyped),
  'sequence/order': forKind('sequence', sequenceOrder),
  'sequence/first': forKind('sequence', sequenceFirst),
  'sequence/last': forKind('sequence', sequenceLast),
  'sequence/between': forKind('sequence', sequenceBetween),
  'event/choice': forKind('event', eventChoice),
};

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
  const surveyed = (): Survey => (survey ??= surveyPack(context));
  return {
    context,
    facts: () => surveyed().facts,
    refusals: () => surveyed().refusals,
    question(factId, form, seed) {
      const fact = parseFact(factId);
      if (fact === null || !isOfPack(index, fact)) return null;
      const key = formKey(fact.kind, form);
      if (key === null) return null;
      const made = make(context, fact, key, seed);
      return 'type' in made ? made : refusal(index, subjectOf(fact), made, null);
    },
  };
}

/** One question that keeps every rule, or why there is none. */
function make(context: Context, fact: Fact, key: FormKey, seed: number): Question | Objection {
  const made = MAKERS[key](context, fact, seed);
  if (made === null) throw new Error(`${key} does not take ${fact.id}`);
  return 'type' in made ? (breach(context, made) ?? made) : made;
}

/** The forms keep the rules by construction; this last look keeps in what they did not foresee, and says which rule it was. */
function breach(context: Context, question: Question): Objection | null {
  const [first] = breachesOf(context, question);
  if (first === undefined) return null;
  return {
    reason: REASON_OF_RULE[first.rule.charAt(0)] ?? 'not-unique',
    detail: `rule ${first.rule}: ${first.detail}`,
  };
}

/** Leaks are leaks, a bad stem is a missing wording, bad options are too few good ones; a key that cannot be proved is not unique. */
const REASON_OF_RULE: Readonly<Record<string, RefusalReason>> = {
  L: 'leak',
  S: 'no-wording',
  O: 'too-few-distractors',
  K: 'not-unique',
};

/** The key of a kind's form; null if the kind has no such form in this program. */
export function formKey(kind: Fact['kind'], form: string): FormKey | null {
  const forms: readonly string[] = FORMS_OF[kind];
  return forms.includes(form) ? (`${kind}/${form}` as FormKey) : null; // looked up in the table that FormKey is made from
}

/** The form of a key: `choice` of `date/choice`. */
function formOf(key: FormKey): string {
  return key.slice(key.indexOf('/') + 1);
}

function isOfPack(index: PackIndex, fact: Fact): boolean {
  if (fact.kind !== 'sequence') return index.hasEvent(fact.event);
  const known = index.pack.storylines.some(({ id }) => id === fact.storyline);
  const distinct = new Set(fact.events).size === fact.events.length;
  // The stem says of which storyline the events are.
  const ofStoryline = (id: string): boolean => index.hasEvent(id) && index.event(id).storyline === fact.storyline;
  return known && distinct && fact.events.every(ofStoryline);
}

function subjectOf(fact: Fact): string {
  return fact.kind === 'sequence' ? fact.id : `${fact.event}:${fact.kind}`;
}

function refusal(index: PackIndex, fact: string, objection: Objection, form: string | null): Refusal {
  const { reason, detail } = objection;
  return { type: 'refusal', pack: index.pack.id, fact, ...(form === null ? {} : { form }), reason, detail };
}

interface Survey {
  readonly facts: readonly AskableFact[];
  readonly refusals: readonly Refusal[];
}

/** Tries every fact in every form once: what is asked does not depend on the seed. */
function surveyPack(context: Context): Survey {
  const facts: AskableFact[] = [];
  const refusals: Refusal[] = [];
  const { index } = context;
  const settle = (subject: string, results: readonly Attempt[]): void => {
    const asked = results.filter(({ objection }) => objection === null);
    for (const fact of new Set(asked.map((one) => one.fact))) {
      facts.push({ fact, forms: asked.filter((one) => one.fact === fact).map(({ key }) => key) });
    }
    const [first] = results;
    if (asked.length === 0) {
      if (first?.objection != null) refusals.push(refusal(index, subject, first.objection, null));
      return;
    }
    // A form in which another fact of the event is asked (its other end, its place instead of its date) is not refused.
    const served = new Set(asked.map(({ key }) => key));
    for (const { objection, key } of results) {
      if (objection === null || served.has(key)) continue;
      served.add(key);
      refusals.push(refusal(index, subject, objection, formOf(key)));
    }
  };
  for (const event of index.pack.events) {
    settle(`${event.id}:date`, attempts(context, dateFacts(event)));
    settle(`${event.id}:place`, attempts(context, [placeFact(event.id)]));
    settle(`${event.id}:event`, attempts(context, [eventFact(event.id, 'date'), eventFact(event.id, 'place')]));
  }
  for (const { id } of index.pack.storylines) {
    const { chains, left } = chainsOf(context, id);
    for (const chain of chains) {
      const fact = sequenceFact(id, chain.map((event) => event.id)); // prettier-ignore
      const results = attempts(context, [fact]);
      const forms = results.filter(({ objection }) => objection === null).map(({ key }) => key);
      const refused: readonly (readonly [Objection, string | null])[] =
        forms.length > 0
          ? results.flatMap(({ objection, key }) => (objection === null ? [] : [[objection, formOf(key)] as const]))
          : results.slice(0, 1).flatMap(({ objection }) => (objection === null ? [] : [[objection, null] as const]));
      if (forms.length > 0) facts.push({ fact, forms });
      for (const event of chain) {
        for (const [objection, form] of refused) refusals.push(refusal(index, `${event.id}:sequence`, objection, form));
      }
    }
    for (const event of index.eventsOf(id)) {
      const objection = left.get(event.id);
      if (objection !== undefined) refusals.push(refusal(index, `${event.id}:sequence`, objection, null));
    }
  }
  return { facts, refusals };
}

interface Attempt {
  readonly fact: Fact;
  readonly key: FormKey;
  readonly objection: Objection | null;
}

/** An event without a date of its own is still tried, so that its refusal has a reason. */
function dateFacts(event: PackEvent): Fact[] {
  const ends = datedEnds(event);
  return ends.length === 0 ? [dateFact(event.id, 'whole')] : ends.map(({ end }) => dateFact(event.id, end));
}

function attempts(context: Context, facts: readonly Fact[]): Attempt[] {
  return facts.flatMap((fact) =>
    FORMS_OF[fact.kind].map((form): Attempt => {
      const key = `${fact.kind}/${form}` as FormKey; // both halves come from the table that FormKey is made from
      const made = make(context, fact, key, DEFAULT_SEED);
      return { fact, key, objection: 'type' in made ? null : made };
    }),
  );
}
