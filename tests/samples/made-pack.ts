import type { AskKind, Pack } from '../../src/lib/core/packs/pack';
import { drawFrom, hashParts, type Draw } from '../../src/lib/core/questions/hash';
import { dayPartOf, writeDate } from '../../src/lib/core/time/date-part';
import { toDayNumber } from '../../src/lib/core/time/calendar';
import { buildPack, type EventDraft, type PlaceDraft } from './build-pack';
import { makeName, makeWords } from './made-words';

/** Events of one storyline; places and regions follow from their number. */
const EVENTS_A_STORYLINE = 20;
const EVENTS_A_PLACE = 8;
const PLACES_A_REGION = 12;
const REGIONS_A_COUNTRY = 8;

export interface Making {
  readonly seed: number;
  readonly events: number;
  /** Years of the first and the last storyline, astronomical. Default 480 BC to 1990. */
  readonly years?: readonly [number, number];
  /** Share of events, 0 … 1, that something is wrong with or open: bounds, conflicts, statements, twins … Default 0.25. */
  readonly odd?: number;
}

/**
 * A valid pack made from a seed alone, in English and Ukrainian: several centuries, days to centuries as precisions, places in regions in
 * countries, and among them the oddities that the format has a field for. The same making gives the same pack.
 */
export function makePack({ seed, events, years = [-479, 1990], odd = 0.25 }: Making): Pack {
  const draw = drawFrom(hashParts(['made', String(seed), String(events)]));
  const places = makePlaces(draw, Math.max(12, Math.ceil(events / EVENTS_A_PLACE)));
  const towns = places.filter(({ kind }) => kind === 'town' || kind === 'city' || kind === 'village');
  const storylines = Array.from({ length: Math.max(1, Math.ceil(events / EVENTS_A_STORYLINE)) }, (_, i) => `line-${String(i)}`);
  const begins = storylines.map((_, i) => beginOf(years, (i + draw.below(1000) / 1000) / storylines.length));
  const drafts: EventDraft[] = [];
  for (let i = 0; i < events; i++) {
    const line = Math.floor(i / EVENTS_A_STORYLINE);
    drafts.push(makeEvent(draw, { number: i, line, begin: begins[line] ?? 0, towns, earlier: drafts, odd }));
  }
  const pack = buildPack({ events: drafts, places, storylines });
  return {
    ...pack,
    id: `made-${String(seed)}`,
    storylines: pack.storylines.map((one, i) => {
      const name = makeName(10_000 + i);
      return { ...one, title: name.en, translations: { uk: { title: name.uk } } };
    }),
  };
} // prettier-ignore

function beginOf([from, to]: readonly [number, number], share: number): number {
  return toDayNumber(Math.round(from + (to - from) * share), 1, 1);
}

function makePlaces(draw: Draw, count: number): PlaceDraft[] {
  const regions = Math.ceil(count / PLACES_A_REGION);
  const countries = Math.ceil(regions / REGIONS_A_COUNTRY);
  const named = (number: number): Pick<PlaceDraft, 'name' | 'names'> => {
    const name = makeName(number);
    return { name: name.en, names: { uk: name.uk } };
  };
  const point = (country: number, region: number): readonly [number, number] => [
    -20 + (country % 10) * 8 + (region % 3) * 2 + draw.below(2000) / 1000,
    -40 + (Math.floor(country / 10) % 10) * 8 + (region % 4) + draw.below(1000) / 1000,
  ];
  return [
    ...Array.from({ length: countries }, (_, i): PlaceDraft => ({ id: `country-${String(i)}`, ...named(i), kind: 'country', within: ['land'] })),
    ...Array.from({ length: regions }, (_, i): PlaceDraft => ({ id: `region-${String(i)}`, ...named(200 + i), kind: 'region', within: [`country-${String(i % countries)}`] })),
    ...Array.from({ length: count }, (_, i): PlaceDraft => ({
      id: `town-${String(i)}`, ...named(1000 + i),
      kind: (['town', 'town', 'city', 'village'] as const)[draw.below(4)] ?? 'town',
      within: [`region-${String(i % regions)}`],
      point: draw.below(10) === 0 ? null : point(i % countries, i % regions),
      radiusKm: 3,
    })),
  ]; // prettier-ignore
}

interface Place {
  readonly number: number;
  readonly line: number;
  /** Day number. */
  readonly begin: number;
  readonly towns: readonly PlaceDraft[];
  readonly earlier: readonly EventDraft[];
  readonly odd: number;
}

function makeEvent(draw: Draw, { number, line, begin, towns, earlier, odd }: Place): EventDraft {
  // The places of a storyline lie together in the list, and a few elsewhere.
  const near = (line * 3 + draw.below(10)) % towns.length;
  const town = towns[draw.below(6) === 0 ? draw.below(towns.length) : near];
  const words = makeWords(draw, town === undefined ? null : { en: town.name ?? '', uk: town.names?.uk ?? '' });
  const when = makeWhen(draw, begin + draw.below(120), odd);
  const plain: EventDraft = {
    id: `event-${String(number)}`,
    clause: words.clause.en,
    placeless: words.placeless.en,
    name: draw.below(3) === 0 ? words.name.en : null,
    when,
    calendar: begin < toDayNumber(1582, 10, 15) ? 'julian' : 'gregorian',
    where: town === undefined ? [] : [town.id],
    storyline: `line-${String(line)}`,
    sources: Array.from({ length: 1 + draw.below(5) }, (_, i) => ({ source: 'book', section: null, paragraph: i + 1 })),
    translations: { uk: { clause: words.clause.uk, placeless: words.placeless.uk, name: words.name.uk } },
  };
  return draw.below(1000) < odd * 1000 ? oddOne(draw, plain, earlier) : plain;
}

function makeWhen(draw: Draw, day: number, odd: number): string {
  const written = (at: number): string => writeDate(dayPartOf(at));
  const year = written(day).slice(0, day < toDayNumber(0, 1, 1) ? 5 : 4);
  // Days 1 to 28 only, and no day of the gap: every one exists in either calendar.
  const safe = (at: number): string => written(at).replace(/-(?:29|30|31)$/u, '-28');
  switch (draw.below(odd === 0 ? 12 : 20)) {
    case 10:
      return `${year}-${String(1 + draw.below(12)).padStart(2, '0')}`;
    case 11:
      return year;
    case 12:
      return `${safe(day)}/${safe(day + 31 + draw.below(40))}`;
    case 13:
      return year.startsWith('-') ? year : `${year}-2${String(1 + draw.below(4))}`;
    case 14:
      return year.startsWith('-') ? year : `${year.slice(0, 3)}X`;
    case 15:
      return year.startsWith('-') ? year : `${year.slice(0, 2)}XX`;
    default:
      return safe(day);
  }
}

/** The (first) date of a draft without what surrounds it. */
function dateOf({ when }: EventDraft): string {
  return /-?\d[\dX]+(?:-\d\d)*/u.exec(when ?? '')?.[0] ?? '1701';
}

/** Something that the format has a field for, drawn. */
function oddOne(draw: Draw, plain: EventDraft, earlier: readonly EventDraft[]): EventDraft {
  const other = earlier[draw.below(Math.max(1, earlier.length))];
  const claim = {
    according: 'a chronicler',
    translations: { uk: { ...plain.translations?.uk, according: 'літописець' } },
  };
  const asks: readonly (readonly AskKind[])[] = [[], ['date'], ['place'], ['sequence', 'event']];
  const kinds: readonly (() => Partial<EventDraft>)[] = [
    () => ({ status: 'attributed', ...claim }),
    () => ({ status: 'attributed', ...claim, dates: 'statement' }),
    () => ({ status: 'reported', ...(draw.below(2) === 0 ? claim : {}) }),
    () => ({ status: 'disputed' }),
    () => ({ dates: 'observation' }),
    () => ({ dates: 'plan' }),
    () => ({ sensitive: true }),
    () => ({ when: null }),
    () => ({ when: `../${dateOf(plain)}` }),
    () => ({ when: `${dateOf(plain)}~` }),
    () => ({ when: `${dateOf(plain)}?` }),
    () => ({ conflicts: ['1700-01-01', '1700-01-02'].filter((date) => date !== plain.when) }),
    () => ({ ask: asks[draw.below(asks.length)] ?? [] }),
    () => ({ where: [] }),
    () => ({ placeless: null }),
    () => ({ clause: null, name: plain.name ?? 'a council' }),
    () => ({ clause: `${plain.clause ?? ''} again` }),
    () => (other === undefined ? {} : { sameAs: [other.id] }),
    () => (other === undefined ? {} : { partOf: other.id, when: other.when ?? null, calendar: other.calendar ?? 'gregorian' }),
    () => (other === undefined ? {} : { avoid: { dates: [dateOf(other)], places: other.where ?? [], events: [other.id] } }),
  ]; // prettier-ignore
  return { ...plain, ...kinds[draw.below(kinds.length)]?.() };
}
