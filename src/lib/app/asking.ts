import { hash32 } from '$lib/core/memory/hash';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { SessionItem } from '$lib/core/memory/session';
import type { Question } from '$lib/core/questions/question';
import type { FactInfo, QuestionSource } from './ports';

/** Interval in days from which a fact is known well enough for its hardest form. */
const MATURE_DAYS = 7;

export interface Asked {
  readonly item: SessionItem;
  readonly info: FactInfo;
  readonly question: Question;
}

/**
 * The question for a session item: recognition while a fact is young, its hardest form later or when a right answer may have been luck.
 * A function of the item and the memory it meets, so that a reload and an undo show the same question again. Null: the pack has
 * none for it in any form.
 */
export function askItem(
  source: QuestionSource,
  info: FactInfo,
  item: SessionItem,
  recordOf: (key: string) => MemoryRecord | null,
): Asked | null {
  const records = info.memories.map((memory) => recordOf(memoryKey(source.pack.id, memory.fact)));
  const last = info.forms.length - 1;
  const wanted = Math.min(last, (isReady(info, records) ? last : 0) + (item.harder ? 1 : 0));
  const reps = records.reduce((sum, record) => sum + (record?.reps ?? 0), 0);
  const harderFirst = [...info.forms.slice(wanted), ...info.forms.slice(0, Math.max(0, wanted)).reverse()];
  for (const form of harderFirst) {
    const question = source.question(info.fact, form, hash32('ask', source.pack.id, info.fact, reps, item.attempt));
    if (question !== null) return { item, info, question };
  }
  return null;
}

/**
 * Whether a fact is asked in its hardest form. A chain is, as soon as one of its pairs has been learnt: only an ordering asks for all of them.
 */
function isReady(info: FactInfo, records: readonly (MemoryRecord | null)[]): boolean {
  const learnt = (record: MemoryRecord | null, days: number): boolean =>
    record?.state === 'review' && record.interval >= days;
  return info.kind === 'sequence'
    ? records.some((record) => learnt(record, 0))
    : records.every((record) => learnt(record, MATURE_DAYS));
}
