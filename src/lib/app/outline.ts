import type { PackIndex } from '$lib/core/packs/pack-index';
import type { PackEvent } from '$lib/core/packs/pack';
import { citedSources } from '$lib/core/questions/assemble';
import { createContext } from '$lib/core/questions/context';
import { LANGUAGES } from '$lib/core/questions/question';
import type { Language } from '$lib/core/questions/question';
import { isPackLanguage, spokenEvent, spokenStoryline } from '$lib/core/questions/wording';
import { sayWhen } from '$lib/core/time/words';
import type { Outline, OutlineEvent } from './ports';

/** A pack told storyline by storyline, in the learner's language where the pack has the words, else in its own. */
export function outlineOf(index: PackIndex, language: Language): Outline {
  const { pack } = index;
  const own = LANGUAGES.find((one) => isPackLanguage(pack, one)) ?? language;
  return {
    title: (isPackLanguage(pack, language) ? null : pack.translations[language]?.title) ?? pack.title,
    storylines: pack.storylines.map((storyline) => ({
      id: storyline.id,
      title: spokenStoryline(pack, storyline, language) ?? storyline.title,
      // Twins are tellings of one event: the one that is asked stands for them, and brings their sources.
      events: index
        .eventsOf(storyline.id)
        .filter((event) => event.sameAs.length === 0)
        .map((event) => outlineEvent(index, event, language, own)),
    })),
    sources: pack.sources,
  };
}

function outlineEvent(index: PackIndex, event: PackEvent, language: Language, own: Language): OutlineEvent {
  const [words, ownWords] = [spokenEvent(index.pack, event, language), spokenEvent(index.pack, event, own)];
  const context = createContext(index, language);
  const places = event.where.length === 0 ? [] : index.mostSpecificPlaces(event);
  return {
    id: event.id,
    text: words.clause ?? words.name ?? ownWords.clause ?? ownWords.name ?? event.clause ?? event.name ?? event.id,
    date: event.when === null ? null : sayWhen(event.when, language),
    place: places.length === 0 ? null : places.map((id) => context.placeName(id) ?? index.place(id).name).join(', '),
    according: words.according ?? ownWords.according,
    note: words.note ?? ownWords.note,
    sensitive: event.sensitive,
    conflicts: event.conflicts.map((when) => sayWhen(when, language)),
    sources: citedSources(context, event),
  };
}
