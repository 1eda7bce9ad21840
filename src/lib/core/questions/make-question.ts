import type { Request } from './assemble';
import type { Context } from './context';
import type { Objection } from './eligibility';
import type { Fact } from './facts';
import { wordsKeepRules, type Foresight } from './foresight';
import { dateChoice, foreseeDateChoice } from './forms/date-choice';
import { dateTyped, foreseeDateTyped } from './forms/date-typed';
import { eventChoice, foreseeEventChoice } from './forms/event-choice';
import { foreseePlaceChoice, placeChoice } from './forms/place-choice';
import { foreseePlaceMap, placeMap } from './forms/place-map';
import { foreseePlaceTyped, placeTyped } from './forms/place-typed';
import { sequenceBetween } from './forms/sequence-between';
import { foreseeSequenceFirst, foreseeSequenceLast, sequenceFirst, sequenceLast } from './forms/sequence-ends';
import { foreseeSequenceOrder, sequenceOrder } from './forms/sequence-order';
import type { FormKey, Question, RefusalReason } from './question';
import { breachesOf } from './rules/rules';

interface Form {
  /** Null if it does not take the fact. */
  readonly make: (context: Context, fact: Fact, seed: number) => Question | Objection | null;
  readonly foresee: (context: Context, fact: Fact, seed: number) => Foresight;
}

/** Lets a form take only facts of its kind. `foresee` may be left out where a question is as soon made as foreseen. */
function forKind<K extends Fact['kind']>(
  kind: K,
  make: (request: Request<Extract<Fact, { kind: K }>>) => Question | Objection,
  foresee: (request: Request<Extract<Fact, { kind: K }>>) => Foresight = () => null,
): Form {
  const isOfKind = (fact: Fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind;
  return {
    make: (context, fact, seed) => (isOfKind(fact) ? make({ context, fact, seed }) : null),
    foresee: (context, fact, seed) => (isOfKind(fact) ? foresee({ context, fact, seed }) : null),
  };
}

/** Every form, exhaustively: a new one does not compile until it is served here. */
const FORMS: Readonly<Record<FormKey, Form>> = {
  'date/choice': forKind('date', dateChoice, foreseeDateChoice),
  'date/typed': forKind('date', dateTyped, foreseeDateTyped),
  'place/choice': forKind('place', placeChoice, foreseePlaceChoice),
  'place/map': forKind('place', placeMap, foreseePlaceMap),
  'place/typed': forKind('place', placeTyped, foreseePlaceTyped),
  'sequence/order': forKind('sequence', sequenceOrder, foreseeSequenceOrder),
  'sequence/first': forKind('sequence', sequenceFirst, foreseeSequenceFirst),
  'sequence/last': forKind('sequence', sequenceLast, foreseeSequenceLast),
  'sequence/between': forKind('sequence', sequenceBetween),
  'event/choice': forKind('event', eventChoice, foreseeEventChoice),
};

/** One question that keeps every rule, or why there is none. */
export function makeQuestion(context: Context, fact: Fact, key: FormKey, seed: number): Question | Objection {
  const made = FORMS[key].make(context, fact, seed);
  if (made === null) throw new Error(`${key} does not take ${fact.id}`);
  return 'type' in made ? (breach(context, fact, made) ?? made) : made;
}

/**
 * Why a fact is not asked in a form; null if it is. The same as making the question and looking at it, and mostly without doing so.
 */
export function objectionToForm(context: Context, fact: Fact, key: FormKey, seed: number): Objection | null {
  const foreseen = FORMS[key].foresee(context, fact, seed);
  if (foreseen !== null) {
    if ('reason' in foreseen) return foreseen;
    if (wordsKeepRules({ context, fact, seed }, key, foreseen)) return null;
  }
  const made = makeQuestion(context, fact, key, seed);
  return 'type' in made ? null : made;
}

/** The forms keep the rules by construction; this last look keeps in what they did not foresee, and says which rule it was. */
function breach(context: Context, fact: Fact, question: Question): Objection | null {
  const [first] = breachesOf(context, question, fact);
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
