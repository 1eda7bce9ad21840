import type { StudyDatabase } from '$lib/adapters/study-store';
import { breathe, deviceClock } from '$lib/adapters/device';
import { Exploring } from '$lib/app/explore/exploring';
import type { MemoryModel } from '$lib/app/memory-model';
import type { PackAtHand } from '$lib/app/open-source';
import type { QuestionSource, Stored } from '$lib/app/ports';
import type { BaseMap } from '$lib/core/places/packed-map';
import type { Language } from '$lib/core/questions/question';

/** What the app lends for a walk through a pack; all that is a function is fetched when somebody asks for it. */
export interface Lent {
  readonly pack: PackAtHand;
  readonly language: Language;
  readonly rolloverHour: number;
  readonly store: StudyDatabase;
  readonly source: () => Promise<Stored<QuestionSource>>;
  readonly memory: () => Promise<Stored<MemoryModel>>;
  readonly baseMap: () => Promise<BaseMap | null>;
}

/** A walk through a pack on this device. */
export function openExploring({ pack, source, memory, rolloverHour, ...lent }: Lent): Exploring {
  const { summary, index, map } = pack;
  return new Exploring({
    ...lent,
    pack: summary,
    index,
    shapes: map,
    clock: deviceClock,
    breathe,
    source,
    judge: async () => (await import('$lib/core/answers/judge')).judge,
    recallTools: async () => {
      const [questions, model] = await Promise.all([source(), memory()]);
      if (!questions.ok) return questions;
      if (!model.ok) return model;
      return { ok: true, value: { facts: questions.value.facts(), scheduler: model.value.scheduler, rolloverHour } };
    },
  });
}
