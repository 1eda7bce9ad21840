import { hash32 } from '$lib/core/memory/hash';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { SessionItem } from '$lib/core/memory/session-state';
import { MOST_FOR_ONE } from '$lib/core/questions/chains';
import type { Question } from '$lib/core/questions/question';
import type { Contrast } from './contrast';
import { formsInOrder } from './form-choice';
import type { FactInfo, QuestionSource } from './ports';

export interface Asked {
  readonly item: SessionItem;
  readonly info: FactInfo;
  readonly question: Question;
  /** It puts the right answer beside what its learner took for it. Absent: it is asked like any other. */
  readonly contrast?: Contrast;
}

/**
 * The question for a session item, in the form that its memory has come to (form-choice.ts). A function of the item and the memory it
 * meets, so that a reload and an undo show the same question again. Null: the pack has none for it in any form.
 */
export function askItem(
  source: QuestionSource,
  info: FactInfo,
  item: SessionItem,
  recordOf: (key: string) => MemoryRecord | null,
  typing = true,
): Asked | null {
  const records = info.memories.map((memory) => recordOf(memoryKey(source.pack.id, memory.fact)));
  const reps = records.reduce((sum, record) => sum + (record?.reps ?? 0), 0);
  const seed = hash32('ask', source.pack.id, info.fact, reps, item.attempt);
  const focus = info.kind === 'sequence' ? neediest(info, records) : null;
  const ordered = formsInOrder({ kind: info.kind, forms: info.forms, records, harder: item.harder, typing });
  // A form that leaves the memory alone that needs asking would be asked for it again and again.
  const bearing = ordered.filter((form) => bearsOn(info, form, focus));
  for (const form of [...bearing, ...ordered.filter((each) => !bearing.includes(each))]) {
    const question = source.question(info.fact, form, seed, focus);
    if (question !== null) return { item, info, question };
  }
  return null;
}

/** The same fact asked in other forms, for those who cannot or would not answer in this one. */
export function askInstead(source: QuestionSource, { info, question }: Asked, typing = true): readonly Question[] {
  if (question.form !== 'map') return [];
  return [...(typing ? ['typed'] : []), 'choice'].flatMap(
    (form) => source.question(info.fact, form, question.seed, null) ?? [],
  );
}

/**
 * Whether a question in this form tells of the pair in focus. Of a chain shown whole, "first" proves the first pair and "last" the last one;
 * of a longer one the question source shows the part that holds the pair.
 */
function bearsOn(info: FactInfo, form: string, focus: string | null): boolean {
  if (focus === null || info.events.length > MOST_FOR_ONE) return true;
  if (form === 'first') return info.memories[0]?.fact === focus;
  return form !== 'last' || info.memories.at(-1)?.fact === focus;
}

/** The pair of a chain that needs asking most: one that failed or is being learnt, else one never asked, else the one due first. */
function neediest(info: FactInfo, records: readonly (MemoryRecord | null)[]): string | null {
  const need = (record: MemoryRecord | null): number => {
    if (record === null) return 1_000_000;
    if (record.state !== 'review') return 2_000_000 + record.lapses;
    return -(record.due ?? 0);
  };
  let best: number | null = null;
  for (const [at, record] of records.entries()) {
    if (best === null || need(record) > need(records[best] ?? null)) best = at;
  }
  return best === null ? null : (info.memories[best]?.fact ?? null);
}
