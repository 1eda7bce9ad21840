import type { Generator } from '../../lib/core/questions/generator';
import { FORM_KEYS, KINDS, REFUSAL_REASONS, type Question } from '../../lib/core/questions/question';
import { table } from './table';

/** Questions of one seed by form. */
export function formCounts(questions: readonly Question[]): string {
  const rows = FORM_KEYS.map((key) => {
    const of = questions.filter(({ kind, form }) => `${kind}/${form}` === key);
    const difficulty = of.map((question) => question.difficulty).sort((a, b) => a - b);
    const at = (share: number): string => difficulty[Math.floor(share * (difficulty.length - 1))]?.toFixed(2) ?? '–';
    const facts = new Set(of.map(({ fact }) => fact)).size;
    return [key, of.length, facts, of.length === 0 ? '–' : `${at(0)} · ${at(0.5)} · ${at(1)}`];
  });
  return table(['form', 'questions', 'facts', 'difficulty: least · median · most'], rows);
}

/** What is not asked, by reason and kind; and what is asked, but not in every form. */
export function refusalCounts(generator: Generator): string {
  const refusals = generator.refusals();
  const kindOf = (fact: string): string => fact.slice(fact.lastIndexOf(':') + 1);
  const whole = refusals.filter(({ form }) => form === undefined);
  const rows = REFUSAL_REASONS.map((reason) => [
    reason,
    ...KINDS.map((kind) => whole.filter((one) => one.reason === reason && kindOf(one.fact) === kind).length),
  ]).filter(([, ...counts]) => counts.some((count) => count !== 0));
  const partly = new Map<string, number>();
  for (const { fact, form, reason } of refusals) {
    if (form === undefined) continue;
    const name = `${kindOf(fact)}/${form} \`${reason}\``;
    partly.set(name, (partly.get(name) ?? 0) + 1);
  }
  const some = Array.from(partly, ([name, count]) => `${name} ${String(count)}`).sort();
  const note = some.length === 0 ? [] : [`Asked in another form only: ${some.join(', ')}.`];
  return [table(['refused', ...KINDS], rows), ...note].join('\n\n');
}
