import type { Pack, PackEvent, Place } from '../../src/lib/core/packs/pack';
import { parseWhen } from '../../src/lib/core/time/parse-when';
import type { Calendar, When } from '../../src/lib/core/time/when';

/** A date in a test: throws where a test's own date is wrong. */
export function when(text: string, calendar: Calendar | null = null): When {
  const parsed = parseWhen(text, calendar);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
  return parsed.value;
}

/** An event as a test writes it: dates as text, the rest as in a pack; what is left out takes the format's default. */
export type EventDraft = Partial<Omit<PackEvent, 'id' | 'when' | 'conflicts' | 'avoid'>> & {
  readonly id: string;
  readonly when?: string | null;
  readonly conflicts?: readonly string[];
  readonly avoid?: {
    readonly dates?: readonly string[];
    readonly places?: readonly string[];
    readonly events?: readonly string[];
  };
};

export type PlaceDraft = Partial<Omit<Place, 'id'>> & { readonly id: string };

export function buildEvent(draft: EventDraft): PackEvent {
  const calendar = draft.calendar ?? null;
  const date = draft.when == null ? null : when(draft.when, calendar);
  return {
    name: null,
    clause: `something happened to ${draft.id.replaceAll('-', ' ')}`,
    placeless: null,
    dateless: null,
    dates: 'event',
    where: [],
    storyline: 'story',
    status: 'stated',
    according: null,
    sensitive: false,
    partOf: null,
    after: [],
    sameAs: [],
    ask: null,
    sources: [{ source: 'book', section: 'Chapter', paragraph: 1 }],
    note: null,
    translations: {},
    ...draft,
    calendar: calendar ?? date?.calendar ?? 'gregorian',
    when: date,
    conflicts: (draft.conflicts ?? []).map((text) => when(text)),
    avoid: {
      dates: (draft.avoid?.dates ?? []).map((text) => when(text)),
      places: draft.avoid?.places ?? [],
      events: draft.avoid?.events ?? [],
    },
  };
}

export function buildPlace(draft: PlaceDraft): Place {
  const name = draft.id.charAt(0).toUpperCase() + draft.id.slice(1);
  return {
    name,
    names: {},
    aliases: [],
    kind: 'town',
    within: ['land'],
    point: null,
    radiusKm: 2,
    area: null,
    ...draft,
  };
}

/** A small pack of an invented land: whatever a test does not name is ordinary. */
export function buildPack(draft: {
  readonly events: readonly EventDraft[];
  readonly places?: readonly PlaceDraft[];
  readonly storylines?: readonly string[];
  readonly language?: string;
  readonly map?: Pack['map'];
}): Pack {
  const storylines = draft.storylines ?? ['story'];
  return {
    format: 'dateline-pack/1',
    id: 'sample',
    version: 1,
    title: 'Sample',
    language: draft.language ?? 'en',
    licence: 'CC0',
    tone: 'plain',
    map: draft.map ?? null,
    method: [],
    translations: {},
    sources: [{ id: 'book', title: 'A Book', publisher: 'A Press', url: null, licence: 'CC0' }],
    storylines: storylines.map((id) => ({ id, title: id, translations: {} })),
    places: [
      buildPlace({ id: 'land', kind: 'country', within: [] }),
      ...(
        draft.places ?? ['Arden', 'Birk', 'Corva', 'Dorn', 'Elm', 'Farrow'].map((n) => ({ id: n.toLowerCase() }))
      ).map(buildPlace),
    ],
    events: draft.events.map(buildEvent),
  };
}
