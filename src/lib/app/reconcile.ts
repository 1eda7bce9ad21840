import type { ChangeEntry } from '$lib/core/memory/log';
import type { StudyFact } from '$lib/core/memory/queue';
import type { MemoryRecord } from '$lib/core/memory/record';

/** Whether a pack asks the same, with the same answers, as when it was last studied. */
export function sameFacts(a: readonly StudyFact[], b: readonly StudyFact[]): boolean {
  if (a === b) return true;
  return JSON.stringify(a.map(plainFact)) === JSON.stringify(b.map(plainFact));
}

/** A fact without what only a session needs: what the store keeps. */
export function plainFact({ fact, memories }: StudyFact): StudyFact {
  return { fact, memories: memories.map((memory) => ({ fact: memory.fact, answer: memory.answer })) };
}

/**
 * What a new version of a pack does to memories: an answer that changed, a fact that is asked no more (null), a fact that is asked
 * again. Memories whose answer stayed are left alone.
 */
export function changesTo(records: readonly MemoryRecord[], facts: readonly StudyFact[]): ChangeEntry['changes'] {
  const answers = new Map(
    facts.flatMap((item) => item.memories.map((memory) => [memory.fact, memory.answer] as const)),
  );
  return records.flatMap((record) => {
    const answer = answers.get(record.fact) ?? null;
    const resting = record.due === null;
    const same = answer === null ? resting : answer === record.answer && !resting;
    return same ? [] : [{ fact: record.fact, answer }];
  });
}
