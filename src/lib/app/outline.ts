import type { PackIndex } from '$lib/core/packs/pack-index';
import type { Pack, PackEvent } from '$lib/core/packs/pack';
import { citedSources } from '$lib/core/questions/assemble';
import { createContext } from '$lib/core/questions/context';
import { LANGUAGES } from '$lib/core/questions/question';
import type { Language } from '$lib/core/questions/question';
import { isPackLanguage, spokenEvent, spokenStoryline } from '$lib/core/questions/wording';
import { sayWhen } from '$lib/core/time/words';
import type { Neighbours, Outline, OutlineEvent, OutlineLink } from './ports';

/** A pack told storyline by storyline, in the learner's language where the pack has the words, else in its own. */
export function outlineOf(index: PackIndex, language: Language): Outline {
  const { pack } = index;
  const titles = storylineTitles(index, language);
  return {
    title: (isPackLanguage(pack, language) ? null : pack.translations[language]?.title) ?? pack.title,
    storylines: pack.storylines.map((storyline) => ({
      id: storyline.id,
      title: titles.get(storyline.id) ?? storyline.title,
      events: toldEvents(index, storyline.id).map((event) => outlineEvent(index, event, language)),
    })),
    sources: pack.sources,
    neighbours: (eventId) => neighboursOf(index, eventId, language),
  };
}

/** Titles of a pack's storylines by their ids, in the learner's language where the pack has the words, else in its own. */
export function storylineTitles({ pack }: PackIndex, language: Language): ReadonlyMap<string, string> {
  return new Map(
    pack.storylines.map((storyline) => [storyline.id, spokenStoryline(pack, storyline, language) ?? storyline.title]),
  );
}

/** Twins are tellings of one event: the one that is asked stands for them, and brings their sources. */
function toldEvents(index: PackIndex, storyline: string): readonly PackEvent[] {
  return index.eventsOf(storyline).filter((event) => event.sameAs.length === 0);
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

function outlineEvent(index: PackIndex, event: PackEvent, language: Language): OutlineEvent {
  const context = createContext(index, language);
  const places = event.where.length === 0 ? [] : index.mostSpecificPlaces(event);
  return {
    id: event.id,
    ...wordsOf(index.pack, event, language),
    date: event.when === null ? null : sayWhen(event.when, language),
    place: places.length === 0 ? null : places.map((id) => context.placeName(id) ?? index.place(id).name).join(', '),
    status: event.status,
    dates: event.dates,
    sensitive: event.sensitive,
    conflicts: event.conflicts.map((when) => sayWhen(when, language)),
    sources: citedSources(context, event),
  };
}

/**
 * What of its storyline an event certainly came after, and what certainly came after it: the nearest of each, by the order that dates
 * and `after` prove. Null where nothing is certain.
 */
function neighboursOf(index: PackIndex, eventId: string, language: Language): Neighbours {
  const event = index.event(eventId);
  const link = (found: PackEvent | null): OutlineLink | null =>
    found === null
      ? null
      : {
          id: found.id,
          text: wordsOf(index.pack, found, language).text,
          date: found.when === null ? null : sayWhen(found.when, language),
        };
  let before: PackEvent | null = null;
  let after: PackEvent | null = null;
  for (const other of toldEvents(index, event.storyline)) {
    const order = index.order(other.id, eventId);
    if (order === 'before' && (before === null || index.order(before.id, other.id) === 'before')) before = other;
    if (order === 'after' && (after === null || index.order(other.id, after.id) === 'before')) after = other;
  }
  return { before: link(before), after: link(after) };
}
