import { breathe, deviceClock } from '$lib/adapters/device';
import type { StudyDatabase } from '$lib/adapters/study-store';
import type { MemoryModel } from '$lib/app/memory-model';
import type { PackAtHand } from '$lib/app/open-source';
import type { Shelf } from '$lib/app/pack-shelf';
import type { QuestionSource, Stored } from '$lib/app/ports';
import type { Settings } from '$lib/app/settings.svelte';
import { Statistics } from '$lib/app/statistics.svelte';
import { storylineTitles } from '$lib/app/told-words';
import { restPlan } from '$lib/core/memory/rest-days';

/** What the app lends for the figures of what was learnt. */
export interface Lent {
  readonly store: StudyDatabase;
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly memory: MemoryModel;
  readonly openPack: (id: string) => Promise<Stored<PackAtHand | null>>;
  readonly sourceOf: (pack: PackAtHand) => Promise<Stored<QuestionSource>>;
}

/** What was learnt on this device, in figures. */
export function openStatistics({ store, shelf, settings, memory, openPack, sourceOf }: Lent): Statistics {
  const { rolloverHour, language } = settings.values;
  return new Statistics({
    store,
    shelf,
    clock: deviceClock,
    ...memory,
    rolloverHour,
    rest: restPlan(settings.values),
    saveRest: (spans) => settings.set('restDays', spans),
    packFacts: async (packId) => {
      const pack = await openPack(packId);
      if (!pack.ok || pack.value === null) return pack.ok ? { ok: true, value: null } : pack;
      const source = await sourceOf(pack.value);
      const titles = storylineTitles(pack.value.index, language);
      return source.ok ? { ok: true, value: { facts: source.value.facts(), titles } } : source;
    },
    breathe,
  });
}
