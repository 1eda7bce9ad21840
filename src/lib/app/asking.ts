import { hash32 } from '$lib/core/memory/hash';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { SessionItem } from '$lib/core/memory/session';
import type { Question } from '$lib/core/questions/question';
import type { Contrast } from './contrast';
import type { FactInfo, QuestionSource } from './ports';

/** Interval in days from which a fact is known well enough for its hardest form. */
const MATURE_DAYS = 7;

export interface Asked {
  readonly item: SessionItem;
  readonly info: FactInfo;
  readonly question: Question;
  /** It puts the right answer beside what its learner took for it. Absent: it is asked like any other. */
  readonly contrast?: Contrast;
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
    const seed = hash32('ask', source.pack.id, info.fact, reps, item.attempt);
    const question = source.question(info.fact, form, seed, info.kind === 'sequence' ? neediest(info, records) : null);
    if (question !== null) return { item, info, question };
  }
  return null;
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
