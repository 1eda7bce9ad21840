import { deviceClock } from '$lib/adapters/device';
import { deviceExtras } from '$lib/adapters/extras';
import { Extras } from '$lib/app/extras';
import type { Library } from '$lib/app/library.svelte';
import type { PackAtHand } from '$lib/app/open-source';
import type { Shelf } from '$lib/app/pack-shelf';
import type { Stored, StudyStore } from '$lib/app/ports';
import type { Settings } from '$lib/app/settings.svelte';

interface Parts {
  readonly settings: Settings;
  readonly store: StudyStore;
  readonly library: () => Promise<Library>;
  readonly shelf: Shelf;
  readonly openPack: (packId: string) => Promise<Stored<PackAtHand | null>>;
}

/** What the device does beside the pages: badge, sharing, reading aloud, reminders. */
export function makeExtras({ settings, store, library, shelf, openPack }: Parts): Extras {
  return new Extras({
    ...deviceExtras,
    clock: deviceClock,
    settings,
    store,
    library,
    document: async (packId) => {
      const opened = await shelf.open(packId);
      return opened.ok ? { ok: true, value: opened.value?.source ?? null } : opened;
    },
    questions: async (packId) => {
      const [{ createQuestionSource }, pack] = await Promise.all([
        import('$lib/app/question-source'),
        openPack(packId),
      ]);
      if (!pack.ok || pack.value === null) return pack.ok ? { ok: true, value: null } : pack;
      const { summary, index, found } = pack.value;
      return { ok: true, value: createQuestionSource(index, summary, settings.values.language, { found }) };
    },
  });
}
