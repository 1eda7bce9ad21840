import { memoryKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { Question } from '$lib/core/questions/question';
import type { FactInfo, QuestionSource } from './ports';
import { spokenAnswer } from './spoken';

/**
 * What there is to listen to: facts that were begun, the next due first; of a pack that nobody has begun what it tells first. Each in its easiest form that has its
 * answer in words.
 */
export function questionsToHear(
  source: QuestionSource,
  records: readonly MemoryRecord[],
  seed: number,
  most: number,
): readonly Question[] {
  const due = new Map(records.map(({ key, due: day }) => [key, day ?? Infinity]));
  const dueOf = ({ memories }: FactInfo): number =>
    Math.min(...memories.map(({ fact }) => due.get(memoryKey(source.pack.id, fact)) ?? Infinity));
  const all = source.facts();
  const begun = all.filter((fact) => dueOf(fact) < Infinity).sort((a, b) => dueOf(a) - dueOf(b));
  const questions: Question[] = [];
  for (const { fact, forms } of begun.length > 0 ? begun : all) {
    if (questions.length >= most) break;
    const asked = forms.map((form) => source.question(fact, form, seed, null));
    const question = asked.find((each) => each !== null && spokenAnswer(each) !== null);
    if (question) questions.push(question);
  }
  return questions;
}
