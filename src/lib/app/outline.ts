import type { PackIndex } from '$lib/core/packs/pack-index';
import type { DateOf, PackEvent, Source, Status } from '$lib/core/packs/pack';
import { citedSources } from '$lib/core/questions/assemble';
import { createContext } from '$lib/core/questions/context';
import type { CitedSource, Language } from '$lib/core/questions/question';
import { sayWhen } from '$lib/core/time/words';
import { isTold, placeWords, storylineTitles, titleOfPack, wordsOf } from './told-words';

/** An event of a pack as a page shows it. */
export interface OutlineEvent {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly place: string | null;
  readonly according: string | null;
  readonly note: string | null;
  readonly status: Status;
  /** What the date is the date of. */
  readonly dates: DateOf;
  /** Shown and never asked: deaths of civilians and the like. */
  readonly sensitive: boolean;
  /** Other dates that sources give. */
  readonly conflicts: readonly string[];
  readonly sources: readonly CitedSource[];
}

export interface Outline {
  readonly title: string;
  readonly storylines: readonly {
    readonly id: string;
    readonly title: string;
    readonly events: readonly OutlineEvent[];
  }[];
  readonly sources: readonly Source[];
  /** Worked out when an event is looked at: a pack may have thousands. */
  readonly neighbours: (eventId: string) => Neighbours;
}

/** An event named beside another. */
export interface OutlineLink {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
}

/** What certainly came before and after an event in its storyline, the nearest of each; null: nothing is certain. */
export interface Neighbours {
  readonly before: OutlineLink | null;
  readonly after: OutlineLink | null;
}

/** A pack told storyline by storyline, in the learner's language where the pack has the words, else in its own. */
export function outlineOf(index: PackIndex, language: Language): Outline {
  const { pack } = index;
  const titles = storylineTitles(index, language);
  return {
    title: titleOfPack(pack, language),
    storylines: pack.storylines.map((storyline) => ({
      id: storyline.id,
      title: titles.get(storyline.id) ?? storyline.title,
      events: index
        .eventsOf(storyline.id)
        .filter(isTold)
        .map((event) => outlineEvent(index, event, language)),
    })),
    sources: pack.sources,
    neighbours: (eventId) => neighboursOf(index, eventId, language),
  };
}

/** An event with all that is told of it. */
export function outlineEvent(index: PackIndex, event: PackEvent, language: Language): OutlineEvent {
  const context = createContext(index, language);
  return {
    id: event.id,
    ...wordsOf(index.pack, event, language),
    date: event.when === null ? null : sayWhen(event.when, language),
    place: placeWords(index, event, language),
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
export function neighboursOf(index: PackIndex, eventId: string, language: Language): Neighbours {
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
  for (const other of index.eventsOf(event.storyline).filter(isTold)) {
    const order = index.order(other.id, eventId);
    if (order === 'before' && (before === null || index.order(before.id, other.id) === 'before')) before = other;
    if (order === 'after' && (after === null || index.order(other.id, after.id) === 'before')) after = other;
  }
  return { before: link(before), after: link(after) };
}
