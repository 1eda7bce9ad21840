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
import { factsWithin } from '../scope';
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
  /** The narrowest part of the pack that can be studied with it; null: nothing of it is asked. */
  readonly scope: Scope | null;
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
  for (const { fact } of records.value.filter((record) => eventsOfFact(record.fact).includes(event.id))) {
    const found = await store.entriesOf(memoryKey(pack, fact));
    if (!found.ok) return found;
    entries.push(...found.value);
  }
  return { ok: true, value: { facts: known, last: lastAnswer(entries), scope: scopeOf(event, facts, index) } };
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

/** Its storyline at its place, where that asks something of it; else its storyline. */
function scopeOf(event: EventCard, facts: readonly FactInfo[], index: PackIndex): Scope | null {
  const [place] = event.places;
  const wide: Scope = { storyline: event.storyline.id, place: null };
  const narrow: Scope = { ...wide, place: place?.id ?? null };
  for (const scope of place === undefined ? [wide] : [narrow, wide])
    if (facts.some(factsWithin(index, scope))) return scope;
  return null;
}
