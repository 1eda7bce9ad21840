import { parseWhen } from '../time/parse-when';
import type { Calendar, When } from '../time/when';
import type { Pack, PackEvent, Place, Wording } from './pack';
import {
  isAbsent,
  type EventSource,
  type PackSource,
  type PlaceSource,
  type StorylineSource,
  type WordingSource,
} from './pack-source';
import { DEFAULT_RADIUS_KM } from './place-radius';

/** Events that are turned at a time: a few milliseconds on a slow phone. */
const A_TURN = 64;

/**
 * Turns the document of a pack that has been checked (`readPack`, at build or at import) into a pack: defaults filled in,
 * dates read. Cheap, and free of the schema, so that studying need not load it. What was not checked must not come here:
 * a document of another shape throws.
 */
export function revivePack(json: unknown): Pack {
  const steps = reviveInTurns(json);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same as `revivePack`, with pauses in which something more urgent may have its turn. */
export function* reviveInTurns(json: unknown): Generator<undefined, Pack> {
  const source = json as PackSource; // checked before it was stored or built
  const events: PackEvent[] = [];
  for (const [at, event] of (source.events ?? []).entries()) {
    if (at % A_TURN === A_TURN - 1) yield;
    events.push(reviveEvent(event));
  }
  return {
    format: source.format,
    id: source.id,
    version: source.version,
    title: source.title,
    language: source.language,
    licence: source.licence,
    // What does not say how it wants to be told is told calmly.
    tone: source.tone ?? 'grave',
    map: isAbsent(source.map) ? null : { file: source.map.file, frames: source.map.frames ?? {} },
    method: (source.method ?? []).map(asOneLine),
    translations: headWords(source.translations),
    sources: (source.sources ?? []).map(({ id, title, publisher, url, licence }) => ({
      id,
      title,
      publisher: publisher ?? null,
      url: url ?? null,
      licence: licence ?? null,
    })),
    storylines: (source.storylines ?? []).map(({ id, title, translations }) => ({
      id,
      title,
      translations: titles(translations),
    })),
    places: (source.places ?? []).map(revivePlace),
    events,
  };
}

function revivePlace(source: PlaceSource): Place {
  return {
    id: source.id,
    name: source.name,
    names: source.names ?? {},
    aliases: source.aliases ?? [],
    kind: source.kind,
    within: source.within ?? [],
    point: source.point ?? null,
    radiusKm: source.radiusKm ?? DEFAULT_RADIUS_KM[source.kind],
    area: source.area ?? null,
  };
}

function reviveEvent(source: EventSource): PackEvent {
  const given = source.calendar ?? null;
  const when = isAbsent(source.when) ? null : reviveDate(source.when, given);
  const dates = (texts: readonly string[] | undefined): readonly When[] =>
    (texts ?? []).map((text) => reviveDate(text, given));
  return {
    id: source.id,
    name: source.name ?? null,
    clause: source.clause ?? null,
    placeless: source.placeless ?? null,
    dateless: source.dateless ?? null,
    when,
    calendar: given ?? when?.calendar ?? 'gregorian',
    dates: source.dates ?? 'event',
    where: source.where ?? [],
    storyline: source.storyline,
    status: source.status,
    according: source.according ?? null,
    sensitive: source.sensitive ?? false,
    partOf: source.partOf ?? null,
    after: source.after ?? [],
    sameAs: source.sameAs ?? [],
    conflicts: dates(source.conflicts),
    avoid: {
      dates: dates(source.avoid?.dates),
      places: source.avoid?.places ?? [],
      events: source.avoid?.events ?? [],
    },
    ask: source.ask ?? null,
    sources: source.sources.map(({ source: id, section, paragraph }) => ({
      source: id,
      section: section ?? null,
      paragraph: paragraph ?? null,
    })),
    note: oneLine(source.note),
    translations: mapValues(source.translations ?? {}, reviveWording),
  };
}

function reviveDate(text: string, calendar: Calendar | null): When {
  const parsed = parseWhen(text, calendar);
  if (!parsed.ok) throw new TypeError(`a pack that was not checked: ${text} is no date`);
  return parsed.value;
}

function reviveWording(source: WordingSource): Wording {
  const note = oneLine(source.note);
  return {
    ...(isAbsent(source.name) ? {} : { name: source.name }),
    ...(isAbsent(source.clause) ? {} : { clause: source.clause }),
    ...(isAbsent(source.placeless) ? {} : { placeless: source.placeless }),
    ...(isAbsent(source.dateless) ? {} : { dateless: source.dateless }),
    ...(isAbsent(source.according) ? {} : { according: source.according }),
    ...(note === null ? {} : { note }),
  };
}

/** Notes may be written over several lines; they are shown as one paragraph. */
function oneLine(text: string | null | undefined): string | null {
  return isAbsent(text) ? null : asOneLine(text);
}

function asOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function headWords(source: PackSource['translations']): Pack['translations'] {
  return mapValues(source ?? {}, ({ title, method }) => ({
    ...(isAbsent(title) ? {} : { title }),
    ...(isAbsent(method) ? {} : { method: method.map(asOneLine) }),
  }));
}

function titles(source: StorylineSource['translations']): Readonly<Record<string, { readonly title?: string }>> {
  return mapValues(source ?? {}, ({ title }) => (isAbsent(title) ? {} : { title }));
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
