import type { CareRecord } from '$lib/core/memory/care';
import { SWAPPED, commonestConfusion, openConfusion } from '$lib/core/memory/confusion';
import type { Confusion } from '$lib/core/memory/confusion';
import { hash32 } from '$lib/core/memory/hash';
import { eventsOfFact, memoryKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { SessionItem } from '$lib/core/memory/session-state';
import type { Question } from '$lib/core/questions/question';
import type { FactInfo, QuestionSource } from './ports';

/** So many seeds are tried for a question that shows both; then the fact is asked as any other. */
const MOST_SEEDS = 24;

/** A question that puts a fact beside what its learner takes for it. */
export interface Contrast {
  readonly question: Question;
  /** The memory that is confused, without its pack. */
  readonly memory: string;
  readonly confusion: Confusion;
}

/**
 * The contrast question for a fact with an open confusion, or for one whose learner wants it: one of its own questions, the first by seed that shows the right answer
 * and the confused one side by side. It is a function of pack, fact, form, language and seed like every other, and proved like it.
 * Null: nothing is confused, or no question within reach shows both.
 */
export function contrastFor(
  source: QuestionSource,
  info: FactInfo,
  item: SessionItem,
  recordOf: (key: string) => MemoryRecord | null,
  careOf: (key: string) => CareRecord | null,
): Contrast | null {
  const keyOf = (memory: string): string => memoryKey(source.pack.id, memory);
  for (const { fact: memory } of info.memories) {
    const confusions = careOf(keyOf(memory))?.confusions ?? [];
    const confusion = openConfusion(confusions) ?? (item.contrast === true ? commonestConfusion(confusions) : null);
    if (confusion === null) continue;
    const reps = info.memories.reduce((sum, one) => sum + (recordOf(keyOf(one.fact))?.reps ?? 0), 0);
    for (let n = 0; n < MOST_SEEDS; n += 1) {
      const seed = hash32('contrast', source.pack.id, info.fact, reps, item.attempt, n);
      const question = showing(source, info, memory, confusion, seed);
      if (question !== null) return { question, memory, confusion };
    }
  }
  return null;
}

/** A question that shows the answer of a memory and what is taken for it; null: this seed has none. */
function showing(
  source: QuestionSource,
  info: FactInfo,
  memory: string,
  { value }: Confusion,
  seed: number,
): Question | null {
  const shows = (question: Question | null, wanted: readonly string[]): boolean =>
    wanted.every((one) => question?.options.some((option) => option.value === one) === true);
  if (info.kind !== 'sequence') {
    const question = info.forms.includes('choice') ? source.question(info.fact, 'choice', seed, null) : null;
    return shows(question, [value]) ? question : null;
  }
  const [earlier = '', later = ''] = eventsOfFact(memory);
  const both = [earlier, later, ...(value === SWAPPED ? [] : [value])];
  // "Which came first?" proves the pair whose earlier event is the answer, "which came last?" the one whose later event is.
  for (const [form, right] of [
    ['first', earlier],
    ['last', later],
  ] as const) {
    const question = info.forms.includes(form) ? source.question(info.fact, form, seed, memory) : null;
    const key = question?.options.find(({ id }) => question.key.includes(id))?.value;
    if (key === right && shows(question, both)) return question;
  }
  // A pair in the middle of a short chain is asked by the whole ordering alone.
  const whole = info.forms.includes('order') ? source.question(info.fact, 'order', seed, memory) : null;
  return shows(whole, both) ? whole : null;
}
