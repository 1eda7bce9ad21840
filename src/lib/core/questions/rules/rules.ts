import type { Context } from '../context';
import type { Fact } from '../facts';
import type { Question } from '../question';
import { O6 } from './catch-all-rule';
import { KEY_RULES } from './key-rules';
import { LEAK_RULES } from './leak-rules';
import { OPTION_RULES } from './option-rules';
import { readSubject, subjectOf, type Rule, type Subject } from './rule';
import { STEM_RULES } from './stem-rules';

/** Every rule on a single question, by id. K1, the independent recomputation of the key, is `check/`. */
export const RULES: readonly Rule[] = [...KEY_RULES, ...LEAK_RULES, ...OPTION_RULES, O6, ...STEM_RULES];

/** What a question does against a rule. */
export interface Breach {
  readonly rule: string;
  readonly detail: string;
}

/** The rules that need to see no more of a question than its stem, its dispatch and those of its options that are sure. */
export const WORD_RULES: readonly Rule[] = RULES.filter(({ id }) =>
  ['K7', 'L1', 'L3', 'L4', 'O6', 'S1', 'S2', 'S3', 'S4', 'S5'].includes(id),
);

/**
 * All breaches of a question; none for a question that may be shown.
 *
 * @param fact the question's fact, where it has been read already
 */
export function breachesOf(context: Context, question: Question, fact: Fact | null = null): Breach[] {
  const subject = fact === null ? readSubject(context, question) : subjectOf(context, question, fact);
  if (subject === null) return [{ rule: 'K1', detail: `${question.fact} is no fact of the pack` }];
  return breachesIn(subject, RULES);
}

/** The breaches of some of the rules. */
export function breachesIn(subject: Subject, rules: readonly Rule[]): Breach[] {
  const breaches: Breach[] = [];
  for (const rule of rules) {
    if (!rule.applies(subject)) continue;
    for (const detail of rule.violations(subject)) breaches.push({ rule: rule.id, detail });
  }
  return breaches;
}
