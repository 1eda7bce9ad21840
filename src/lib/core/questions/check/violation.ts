/**
 * What a finding is about: a rule of a good question (K, L, O), or one of
 * `format` (not the shape of a question), `pack` (another pack's), `fact` (no such fact, or not this question's),
 * `eligible` (the pack does not let it be asked), `wording` (the words are not the pack's, or ask something else),
 * `sources` (not what the pack cites), `proof` (a step that does not hold, or none where one is needed).
 */
export type CheckRule =
  | 'format' | 'pack' | 'fact' | 'eligible' | 'wording' | 'sources' | 'proof'
  | 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7' | 'K8' | 'K9' | 'K10' | 'L1' | 'L3' | 'L4' | 'O1' | 'O8'; // prettier-ignore

/** What is wrong with a question, before it is said which. */
export interface Finding {
  readonly rule: CheckRule;
  readonly detail: string;
}

/** A line of `verify`: formats.md §3. */
export interface Violation extends Finding {
  /** The question's id; empty where it has none. */
  readonly id: string;
}

/** One finding, or none: reads as a sentence where findings are gathered. */
export function unless(holds: boolean, rule: CheckRule, detail: string): readonly Finding[] {
  return holds ? [] : [{ rule, detail }];
}
