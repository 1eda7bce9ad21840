import { createScheduler } from '$lib/core/memory/fsrs';
import type { Scheduler } from '$lib/core/memory/fsrs';
import { weightsInUse } from '$lib/core/memory/own-weights';
import { nameParameters } from '$lib/core/memory/parameters';
import { sameWeights, schedulersOf } from '$lib/core/memory/rebuild';
import type { Schedulers } from '$lib/core/memory/rebuild';
import { parametersOf } from '$lib/core/memory/study-settings';
import type { Stored, StudyStore } from './ports';
import { retuneFor } from './retuning';
import type { Retune } from './retuning';
import type { Settings } from './settings.svelte';

export interface MemoryModel {
  /** Of today's settings. */
  readonly scheduler: Scheduler;
  /** Those of every entry in the log. */
  readonly schedulers: Schedulers;
  /** Absent: all entries were scheduled by the same weights. */
  readonly retune?: Retune;
}

/** The memory model of a pack under today's settings; null: of all packs. */
export async function memoryModel(
  store: StudyStore,
  settings: Settings,
  packId: string | null,
): Promise<Stored<MemoryModel>> {
  const sets = await store.parameterSets();
  if (!sets.ok) return sets;
  const weights = weightsInUse(settings.values.fitting);
  const own = packId === null ? settings.values : settings.ofPack(packId);
  const current = nameParameters({ ...parametersOf(own), weights });
  const scheduler = createScheduler(current);
  const schedulers = schedulersOf([...sets.value, current]);
  const vary = sets.value.some(({ id }) => !sameWeights(schedulers(id), scheduler));
  const retune = vary ? { retune: retuneFor(store, scheduler, schedulers) } : {};
  return { ok: true, value: { scheduler, schedulers, ...retune } };
}
