import type { Pack, PackEvent } from '$lib/core/packs/pack';
import type { PackIndex } from '$lib/core/packs/pack-index';
import { LANGUAGES } from '$lib/core/questions/question';
import type { Language } from '$lib/core/questions/question';
import { isPackLanguage, spokenEvent, spokenPlace, spokenStoryline } from '$lib/core/questions/wording';

/** A pack's title in the learner's language where the pack has it, else in its own. */
export function titleOfPack(pack: Pack, language: Language): string {
  return (isPackLanguage(pack, language) ? null : pack.translations[language]?.title) ?? pack.title;
}

/** Titles of a pack's storylines by their ids, in the learner's language where the pack has the words, else in its own. */
export function storylineTitles({ pack }: PackIndex, language: Language): ReadonlyMap<string, string> {
  return new Map(
    pack.storylines.map((storyline) => [storyline.id, spokenStoryline(pack, storyline, language) ?? storyline.title]),
  );
}

/** Twins are tellings of one event: the one that is asked stands for them, and brings their sources. */
export function isTold(event: PackEvent): boolean {
  return event.sameAs.length === 0;
}

/** The language that a pack itself speaks, of those that this program knows; the learner's where it knows none of the pack's. */
export function packWords(pack: Pack, language: Language): { readonly own: Language } {
  return { own: LANGUAGES.find((one) => isPackLanguage(pack, one)) ?? language };
}

/** An event in words that are never empty: the learner's language, else the pack's own, else its id. */
export function wordsOf(
  pack: Pack,
  event: PackEvent,
  language: Language,
): { readonly text: string; readonly according: string | null; readonly note: string | null } {
  const { own } = packWords(pack, language);
  const [words, ownWords] = [spokenEvent(pack, event, language), spokenEvent(pack, event, own)];
  return {
    text: words.clause ?? words.name ?? ownWords.clause ?? ownWords.name ?? event.clause ?? event.name ?? event.id,
    according: words.according ?? ownWords.according,
    note: words.note ?? ownWords.note,
  };
}

/** The most specific places of an event by their names, joined; null: the pack says none. */
export function placeWords(index: PackIndex, event: PackEvent, language: Language): string | null {
  const places = event.where.length === 0 ? [] : index.mostSpecificPlaces(event);
  return places.length === 0 ? null : places.map((id) => placeName(index, id, language)).join(', ');
}

/** A place's name in the learner's language where the pack has it, else as it is shown. */
export function placeName(index: PackIndex, id: string, language: Language): string {
  const place = index.place(id);
  return spokenPlace(index.pack, place, language) ?? place.name;
}
