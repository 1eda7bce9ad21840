import type { MapShapes } from '../../places/map-shapes';
import type { Pack } from '../../packs/pack';
import type { FormKey } from '../question';
import type { Case, FormCheck } from './case';
import { checkSources } from './citations';
import { checkClaimants } from './claims';
import { eligibilityOf } from './eligibility';
import { evidenceOf, type Evidence } from './evidence';
import { readFact } from './fact';
import { checkDateChoice } from './forms/date-choice';
import { checkEventChoice } from './forms/event-choice';
import { checkPlaceChoice } from './forms/place-choice';
import { checkDateTyped } from './forms/date-typed';
import { checkPlaceMap } from './forms/place-map';
import { checkPlaceTyped } from './forms/place-typed';
import { checkSequenceBetween } from './forms/sequence-between';
import { checkSequenceFirst, checkSequenceLast } from './forms/sequence-ends';
import { checkSequenceOrder } from './forms/sequence-order';
import { checkId, eventsOf } from './identity';
import { checkSaid } from './said';
import { readClaim, type Claimed } from './shape';
import type { Finding, Violation } from './violation';

/** Every form, exhaustively: a new one does not compile until it can be proved here. */
const FORM_CHECKS: Readonly<Record<FormKey, FormCheck>> = {
  'date/choice': checkDateChoice,
  'date/typed': checkDateTyped,
  'place/choice': checkPlaceChoice,
  'place/map': checkPlaceMap,
  'place/typed': checkPlaceTyped,
  'sequence/order': checkSequenceOrder,
  'sequence/first': checkSequenceFirst,
  'sequence/last': checkSequenceLast,
  'sequence/between': checkSequenceBetween,
  'event/choice': checkEventChoice,
};

/** Proves questions again from a pack alone. */
export interface Checker {
  /** What is wrong with a question of unknown origin; nothing if all of it follows from the pack. Never throws. */
  check(value: unknown): readonly Violation[];
}

/**
 * A checker over a valid pack: rule K1. It shares no code with the generator but the pack, its dates and the words for them.
 * What makes a question good beyond being true and proved (its length, the rank of its key …) is the business of `rules/`.
 *
 * @param shapes the pack's base map as it was given to the generator; null where nobody has read it
 */
export function createChecker(pack: Pack, shapes: MapShapes | null = null): Checker {
  const evidence = evidenceOf(pack, shapes);
  return {
    check(value) {
      const id = idOf(value);
      return distinct(findingsOf(value, evidence)).map(({ rule, detail }) => ({ id, rule, detail }));
    },
  };
}

function findingsOf(value: unknown, evidence: Evidence): readonly Finding[] {
  const claim = readClaim(value);
  if ('faults' in claim) return claim.faults.map((detail) => ({ rule: 'format', detail }));
  const { claimed } = claim;
  if (claimed.pack !== evidence.pack.id) {
    return [{ rule: 'pack', detail: `a question of ${claimed.pack}; the pack is ${evidence.pack.id}` }];
  }
  const form = `${claimed.kind}/${claimed.form}`;
  const forms = Object.keys(FORM_CHECKS);
  if (!isForm(form)) return [{ rule: 'format', detail: `no form ${form} (expected one of ${forms.join(', ')})` }];
  const subject = caseOf(claimed, evidence);
  if ('finding' in subject) return [subject.finding];
  const { events, bounds, fact } = subject;
  return [
    ...checkId(claimed),
    ...[...events, ...bounds].flatMap((event) => eligibilityOf(event, fact.kind, evidence)),
    ...FORM_CHECKS[form](subject),
    ...checkClaimants(subject),
    ...checkSources(subject),
    ...checkSaid(subject),
  ];
}

function caseOf(question: Claimed, evidence: Evidence): Case | { readonly finding: Finding } {
  const fact = readFact(question.fact);
  if (fact === null) return { finding: { rule: 'fact', detail: `${question.fact} has no form of a fact` } };
  if (fact.kind !== question.kind) {
    return { finding: { rule: 'fact', detail: `${question.fact} is no fact that a ${question.kind} question asks` } };
  }
  const found = eventsOf(fact, evidence);
  if ('finding' in found) return found;
  const bounds = question.bounds ?? [];
  const unknown = bounds.filter((id) => !evidence.events.has(id));
  if (unknown.length > 0) return { finding: { rule: 'fact', detail: `no event ${unknown.join(', ')} in the pack` } };
  const isKey = ({ id }: { readonly id: string }): boolean => question.key.includes(id);
  return {
    question,
    evidence,
    fact,
    events: found.events,
    bounds: bounds.flatMap((id) => evidence.events.get(id) ?? []),
    keys: question.options.filter(isKey),
    distractors: question.options.filter((option) => !isKey(option)),
  };
}

function isForm(form: string): form is FormKey {
  return Object.hasOwn(FORM_CHECKS, form);
}

/** The id that a violation names, whatever else is wrong with the question. */
function idOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : '';
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.rule} ${finding.detail}`, finding])).values()];
}
