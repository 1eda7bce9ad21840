import type { PackSource } from '$lib/core/packs/pack-source';
import type { PackSummary } from './ports';

/** What a list of packs shows of one, from its checked document. `facts`: how many it asks, where somebody has counted. */
export function summarise(source: PackSource, from: PackSummary['from'], facts: number | null): PackSummary {
  const titles = Object.entries(source.translations ?? {}).flatMap(([tag, words]) =>
    typeof words.title === 'string' ? [[tag, words.title] as const] : [],
  );
  return {
    id: source.id,
    version: source.version,
    title: source.title,
    titles: Object.fromEntries(titles),
    language: source.language,
    licence: source.licence,
    tone: source.tone ?? 'grave',
    events: source.events?.length ?? 0,
    storylines: source.storylines?.length ?? 0,
    facts,
    from,
  };
}

/** A pack's title in a language, where it has one. */
export function titleOf(pack: PackSummary, language: string): string {
  return pack.titles[language] ?? pack.title;
}
