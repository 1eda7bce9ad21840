import type { Scheduler } from '$lib/core/memory/fsrs';
import type { AnswerEntry, LogEntry } from '$lib/core/memory/log';
import { eventsOfFact, memoryKey } from '$lib/core/memory/memory-key';
import { pointInside } from '$lib/core/places/area';
import type { MapShapes } from '$lib/core/places/map-shapes';
import type { Point } from '$lib/core/places/point';
import { createContext } from '$lib/core/questions/context';
import { citedSources } from '$lib/core/questions/assemble';
import type { CitedSource, Language } from '$lib/core/questions/question';
import type { PackIndex } from '$lib/core/packs/pack-index';
import type { PackEvent } from '$lib/core/packs/pack';
import type { Scope } from '$lib/core/memory/session-state';
import { sayWhen } from '$lib/core/time/words';
import { knowPack, type KnownFact } from '../knowing';
import { neighboursOf, outlineEvent } from '../outline';
import { placeName, storylineTitles, wordsOf } from '../told-words';
import type { FactInfo, Stored, StudyStore } from '../ports';
import type { Neighbours, OutlineEvent } from '../outline';

/** Where an event happened, for a small map: `area` alone where no source confirms a point. */
export interface CardPlace {
  readonly id: string;
  readonly name: string;
  readonly point: Point | null;
  readonly radiusKm: number;
  /** A shape of the base map, `layer/name`; null: none. */
  readonly area: string | null;
}

/** Another telling of the same event, with its own date and sources. */
export interface Telling {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly according: string | null;
  readonly sources: readonly CitedSource[];
}

/** Everything that is told of one event. */
export interface EventCard extends OutlineEvent {
  readonly storyline: { readonly id: string; readonly title: string };
  readonly places: readonly CardPlace[];
  /** Where a point lies in no place's own list: the middle of the places' areas, to look at. */
  readonly middle: Point | null;
  readonly neighbours: Neighbours;
  /** Other tellings of it; empty: there is one. */
  readonly tellings: readonly Telling[];
}

/** The card of an event, in the learner's language where the pack has the words. */
export function cardOf(index: PackIndex, event: PackEvent, shapes: MapShapes | null, language: Language): EventCard {
  const places = index.mostSpecificPlaces(event).map((id): CardPlace => {
    const { point, radiusKm, area } = index.place(id);
    return { id, name: placeName(index, id, language), point, radiusKm, area };
  });
  const point = places.find((place) => place.point !== null)?.point ?? null;
  const [area] = places.flatMap((place) => (place.area === null ? [] : (shapes?.area(place.area) ?? [])));
  return {
    ...outlineEvent(index, event, language),
    storyline: { id: event.storyline, title: storylineTitles(index, language).get(event.storyline) ?? event.storyline },
    places,
    middle: point ?? (area === undefined ? null : pointInside(area.coordinates)),
    neighbours: neighboursOf(index, event.id, language),
    tellings: tellingsOf(index, event, language),
  };
}

/** A twin's own date and words, beside those of the event that stands for it. */
function tellingsOf(index: PackIndex, event: PackEvent, language: Language): readonly Telling[] {
  const context = createContext(index, language);
  const own = (one: PackEvent): readonly CitedSource[] =>
    citedSources(context, { ...one, id: event.id }).filter(({ source, section, paragraph }) =>
      one.sources.some((ref) => ref.source === source && ref.section === section && ref.paragraph === paragraph),
    );
  return index.twinsOf(event.id).map((id) => {
    const twin = index.event(id);
    const { text, according } = wordsOf(index.pack, twin, language);
    const date = twin.when === null ? null : sayWhen(twin.when, language);
    return { id, text, according, date, sources: own(twin) };
  });
}

/** What a learner remembers of an event. */
export interface Recalled {
  /** What is asked of it by itself, then the orders it is asked in, and how well each sits. */
  readonly facts: readonly KnownFact[];
  /** The last answer about it; null: there was none. */
  readonly last: { readonly utcMs: number; readonly right: boolean } | null;
  /** What "study this" asks; null: nothing of it is asked, or all of that was set aside. */
  readonly study: StudyThis | null;
}

/** Exactly what is asked of an event; `cram` where nothing of it waits today, so that it can only be gone over. */
export interface StudyThis {
  readonly scope: Scope;
  readonly mode: 'study' | 'cram';
}

export interface RecallParts {
  readonly index: PackIndex;
  readonly facts: readonly FactInfo[];
  readonly store: StudyStore;
  readonly scheduler: Scheduler;
  /** Study day of today. */
  readonly day: number;
}

/** Reads what a learner remembers of an event. */
export async function recallOf(event: EventCard, parts: RecallParts): Promise<Stored<Recalled>> {
  const { index, store, scheduler, day } = parts;
  const pack = index.pack.id;
  const facts = parts.facts.filter(({ events }) => events.includes(event.id));
  const [records, care] = [await store.recordsOf(pack), await store.careOf(pack)];
  if (!records.ok) return records;
  if (!care.ok) return care;
  const { storyline } = event;
  const outline = { title: '', sources: [], neighbours: () => event.neighbours };
  const known = knowPack(
    { ...outline, storylines: [{ ...storyline, events: [event] }] },
    facts,
    records.value,
    care.value,
    scheduler,
    day,
  ).storylines.flatMap(({ events, sequences }) => [...events.flatMap((each) => each.facts), ...sequences]);
  const entries: LogEntry[] = [];
  const about = records.value.filter((record) => eventsOfFact(record.fact).includes(event.id));
  for (const { fact } of about) {
    const found = await store.entriesOf(memoryKey(pack, fact));
    if (!found.ok) return found;
    entries.push(...found.value);
  }
  const askedToday = about.some(({ lastDay }) => lastDay === day);
  return { ok: true, value: { facts: known, last: lastAnswer(entries), study: studyThis(known, askedToday) } };
}

function lastAnswer(entries: readonly LogEntry[]): Recalled['last'] {
  const revoked = new Set(entries.flatMap((entry) => (entry.type === 'revoke' ? [entry.revokes] : [])));
  const answers = entries.filter((entry): entry is AnswerEntry => entry.type === 'answer' && !revoked.has(entry.id));
  const last = answers.reduce<AnswerEntry | null>(
    (late, each) => (late === null || each.utcMs > late.utcMs ? each : late),
    null,
  );
  return last === null ? null : { utcMs: last.utcMs, right: last.credit === 1 };
}

/**
 * What is asked of the event by itself; the orders that it is asked in, where that is nothing. What was set aside is left out. What is new
 * does not come on the day on which something else of the event was asked: a session keeps them apart.
 */
function studyThis(known: readonly KnownFact[], askedToday: boolean): StudyThis | null {
  const own = known.filter(({ kind }) => kind !== 'sequence');
  const asked = (own.length > 0 ? own : known).filter(({ aside }) => !aside.suspended && !aside.buried);
  if (asked.length === 0) return null;
  const waits = asked.some(({ dueIn }) => (dueIn === null ? !askedToday : dueIn <= 0));
  return {
    scope: { storyline: null, place: null, facts: [...new Set(asked.map(({ fact }) => fact))] },
    mode: waits ? 'study' : 'cram',
  };
}
