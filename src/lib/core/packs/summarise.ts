import type { Tone } from './pack';
import type { PackSource } from './pack-source';

/** A pack as a list shows it: what can be said of it without opening it. */
export interface PackSummary {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Language tag → title. */
  readonly titles: Readonly<Record<string, string>>;
  readonly language: string;
  readonly licence: string;
  readonly tone: Tone;
  readonly events: number;
  readonly storylines: number;
  /** How many facts it asks; null where nobody has counted yet. */
  readonly facts: number | null;
  /** `bundled` packs come with the app; `imported` ones from a file. */
  readonly from: 'bundled' | 'imported';
}

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
