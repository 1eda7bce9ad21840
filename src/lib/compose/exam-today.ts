import { breathe } from '$lib/adapters/device';
import { examDayOf } from '$lib/app/exam-facts';
import type { MemoryModel } from '$lib/app/memory-model';
import type { Stored, StudyStore } from '$lib/app/ports';
import type { Settings } from '$lib/app/settings.svelte';
import type { ExamDay, StudyFact } from '$lib/core/memory/queue';

/** What the plan for a pack's exam has for today, for the start page. */
export async function examToday(
  lent: { readonly store: StudyStore; readonly settings: Settings; readonly memory: Promise<Stored<MemoryModel>> },
  [pack, facts, day, extra]: readonly [pack: string, facts: readonly StudyFact[], day: number, extra: number],
): Promise<Stored<ExamDay | null>> {
  const { store, settings } = lent;
  const memory = await lent.memory;
  if (!memory.ok) return memory;
  const { scheduler } = memory.value;
  return examDayOf({ store, pack, facts, settings: settings.ofPack(pack), scheduler, breathe }, day, extra);
}
