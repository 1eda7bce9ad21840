import type { PackIndex } from '$lib/core/packs/pack-index';
import type { MapShapes } from '$lib/core/places/map-shapes';
import { createGenerator, type Generator } from '$lib/core/questions/generator';
import type { Language } from '$lib/core/questions/question';
import type { SavedSet } from '$lib/core/questions/saved-set/saved-set';
import { isPackLanguage, spokenStoryline } from '$lib/core/questions/wording';
import type { Lesson } from '$lib/core/room/lesson';
import type { PackSummary, SetStore, Stored } from '../ports';
import { lessonOfPack, lessonOfSet, type LessonWish } from './lesson-making';

export interface PlayablePack {
  readonly index: PackIndex;
  readonly map: MapShapes | null;
}

/** What is to be known of a pack before something is drawn from it. */
export interface PackOutline {
  /** Its parts, to choose from. */
  readonly storylines: readonly { readonly id: string; readonly title: string }[];
  /** Of a grave pack there is no race, whatever is wished. */
  readonly tone: Lesson['tone'];
}

interface Parts {
  readonly packs: () => Promise<Stored<readonly PackSummary[]>>;
  /** Null: there is no such pack. */
  readonly openPack: (id: string) => Promise<Stored<PlayablePack | null>>;
  readonly sets: Pick<SetStore, 'all' | 'get'>;
}

/** What a class can play: the teacher's own sets, and lessons drawn from a pack on the spot. */
export class LessonShelf {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  packs(): Promise<Stored<readonly PackSummary[]>> {
    return this.#parts.packs();
  }

  async sets(): Promise<Stored<readonly SavedSet[]>> {
    const all = await this.#parts.sets.all();
    return all.ok ? { ok: true, value: all.value.sets } : all;
  }

  /** Null: the set or its pack is not on this device. */
  async fromSet(id: string): Promise<Stored<Lesson | null>> {
    const set = await this.#parts.sets.get(id);
    if (!set.ok) return set;
    if (set.value === null) return { ok: true, value: null };
    const generator = await this.#generator(set.value.pack.id, set.value.language);
    if (!generator.ok || generator.value === null) return generator.ok ? { ok: true, value: null } : generator;
    return { ok: true, value: lessonOfSet(generator.value, set.value) };
  }

  /** Null: there is no such pack. A pack without words in the language speaks its own. */
  async fromPack(id: string, language: Language, wish: LessonWish): Promise<Stored<Lesson | null>> {
    const generator = await this.#generator(id, language);
    if (!generator.ok || generator.value === null) return generator.ok ? { ok: true, value: null } : generator;
    const { value } = generator;
    const titles = titlesOf(value).filter((storyline) => wish.storylines.includes(storyline.id));
    return { ok: true, value: lessonOfPack(value, titles.map(({ title }) => title).join(', '), wish) };
  }

  /** Null: there is no such pack. */
  async outline(id: string, language: Language): Promise<PackOutline | null> {
    const generator = await this.#generator(id, language);
    if (!generator.ok || generator.value === null) return null;
    return { storylines: titlesOf(generator.value), tone: generator.value.context.index.pack.tone };
  }

  async #generator(id: string, language: Language): Promise<Stored<Generator | null>> {
    const opened = await this.#parts.openPack(id);
    if (!opened.ok || opened.value === null) return opened.ok ? { ok: true, value: null } : opened;
    const { index, map } = opened.value;
    const spoken = isPackLanguage(index.pack, language) ? language : ownLanguage(index, language);
    return { ok: true, value: createGenerator(index, { language: spoken, shapes: map }) };
  }
}

function titlesOf({ context }: Generator): readonly { readonly id: string; readonly title: string }[] {
  const { pack } = context.index;
  return pack.storylines.map((storyline) => ({
    id: storyline.id,
    title: spokenStoryline(pack, storyline, context.language) ?? storyline.title,
  }));
}

function ownLanguage({ pack }: PackIndex, wanted: Language): Language {
  return (['en', 'uk'] as const).find((one) => isPackLanguage(pack, one)) ?? wanted;
}
