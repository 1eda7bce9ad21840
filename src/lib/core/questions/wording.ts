import type { Pack, PackEvent, Place, Wording } from '../packs/pack';
import type { Language } from './question';

/** An event's words in one language; null where that language has none. */
export interface Spoken {
  readonly name: string | null;
  readonly clause: string | null;
  readonly placeless: string | null;
  readonly dateless: string | null;
  readonly according: string | null;
  readonly note: string | null;
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Whether the pack's own words are in this language (`en-GB` is `en`). */
export function isPackLanguage(pack: Pack, language: Language): boolean {
  return primary(pack.language) === language;
}

function translationFor<T>(translations: Readonly<Record<string, T>>, language: Language): T | null {
  const tag = Object.keys(translations).find((key) => primary(key) === language);
  return tag === undefined ? null : (translations[tag] ?? null);
}

/**
 * What the event is called in a language. Never another language's words in place of missing ones:
 * a missing wording is null, and the question that needs it is refused `no-wording`.
 */
export function spokenEvent(pack: Pack, event: PackEvent, language: Language): Spoken {
  const words: Wording | PackEvent | null = isPackLanguage(pack, language)
    ? event
    : translationFor(event.translations, language);
  return {
    name: words?.name ?? null,
    clause: words?.clause ?? null,
    placeless: words?.placeless ?? null,
    dateless: words?.dateless ?? null,
    according: words?.according ?? null,
    note: words?.note ?? null,
  };
}

/** A place's name in a language; null where the pack has none. */
export function spokenPlace(pack: Pack, place: Place, language: Language): string | null {
  return isPackLanguage(pack, language) ? place.name : translationFor(place.names, language);
}

/** A storyline's title in a language; null where the pack has none. */
export function spokenStoryline(pack: Pack, storyline: Pack['storylines'][number], language: Language): string | null {
  if (isPackLanguage(pack, language)) return storyline.title;
  return translationFor(storyline.translations, language)?.title ?? null;
}
