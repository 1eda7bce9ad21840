import type { PackIndex } from '$lib/core/packs/pack-index';
import type { MapShapes } from '$lib/core/places/map-shapes';
import type { Language } from '$lib/core/questions/question';
import type { FoundFacts } from '$lib/core/questions/found-facts';
import type { PackSummary, QuestionSource, Stored, StudyStore } from './ports';
import { createQuestionSource } from './question-source';
import { rememberedFacts } from './remembered-facts';

/** A pack that was read, with what is at hand of its base map: null where none can be drawn. */
export interface PackAtHand {
  readonly summary: PackSummary;
  readonly index: PackIndex;
  readonly map: MapShapes | null;
  /** What is asked of it in its own language, where the build found that; else null. */
  readonly found: FoundFacts | null;
}

/** A pack's questions, with its facts as they were found before, by this version of the app, where that still holds. */
export async function openSource(
  store: StudyStore,
  { summary, index, map, found }: PackAtHand,
  language: Language,
  app: string,
): Promise<Stored<QuestionSource>> {
  const known = await store.factsOf(summary.id);
  if (!known.ok) return known;
  const remembered = rememberedFacts(known.value, summary.version, app);
  return { ok: true, value: createQuestionSource(index, summary, language, { remembered, found, map }) };
}
