import type { DateOf, Pack, PackEvent, Place, Status } from '../../src/lib/core/packs/pack';
import type { PackIndex } from '../../src/lib/core/packs/pack-index';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { chainsOf } from '../../src/lib/core/questions/chains';
import { mayBeFalseDate } from '../../src/lib/core/questions/distractors/dates';
import { falsePlaces } from '../../src/lib/core/questions/distractors/places';
import { datedEnds } from '../../src/lib/core/questions/facts';
import { createGenerator, type Generator } from '../../src/lib/core/questions/generator';
import { FORMS_OF, type Question } from '../../src/lib/core/questions/question';
import { dayPartOf, writeDate } from '../../src/lib/core/time/date-part';
import { when } from '../samples/build-pack';

/** A pack with all that a trap is looked for in. */
export interface World {
  readonly pack: Pack;
  readonly index: PackIndex;
  readonly generator: Generator;
}

/** What a pack does wrong, in words; empty if it keeps clear of the trap. */
export type Check = (world: World) => readonly string[];
export type Mutation = (pack: Pack) => Pack;

/** A trap of the articles: what keeps clear of it, and a simplified copy of the pack that falls into it. */
export interface Trap {
  readonly id: string;
  readonly story: string;
  readonly check: Check;
  readonly mutate: Mutation;
}

export function worldOf(pack: Pack): World {
  const index = indexPack(pack);
  return { pack, index, generator: createGenerator(index, { language: 'en' }) };
}

type EventKind = 'date' | 'place' | 'event';
const FACTS: Readonly<Record<EventKind, readonly string[]>> = {
  date: ['date', 'date-began', 'date-ended'],
  place: ['place'],
  event: ['event-by-date', 'event-by-place'],
};

/** The questions of a kind about an event, in every form; none if it is refused, which does not hang on the seed. */
export function questionsOn({ generator }: World, kind: EventKind, id: string): Question[] {
  const forms: readonly string[] = FORMS_OF[kind];
  const made = FACTS[kind].flatMap((fact) => forms.map((form) => generator.question(`${id}:${fact}`, form, 1)));
  return made.filter((question): question is Question => question?.type === 'question');
}

const every =
  (test: (world: World, id: string) => string | null) =>
  (...ids: readonly string[]): Check =>
  (world) =>
    ids.flatMap((id) => test(world, id) ?? []);

export const all =
  (...checks: readonly Check[]): Check =>
  (world) =>
    checks.flatMap((check) => check(world));

/** The events bear these dates, to the letter. */
export const dated =
  (dates: Readonly<Record<string, string | null>>): Check =>
  ({ index }) =>
    Object.entries(dates).flatMap(([id, text]) => {
      const found = index.event(id).when?.text ?? null;
      return found === text ? [] : [`${id} is dated ${String(found)}, not ${String(text)}`];
    });

/** Nothing exact is said about when: undated, a bound, uncertain, or a state seen on a day. */
export const inexact = every(({ index }, id) => {
  const { when: date, dates } = index.event(id);
  const exact = date !== null && !date.uncertain && (date.form.kind === 'date' || date.form.kind === 'interval');
  return exact && dates !== 'observation' ? `${id} has an exact date` : null;
});

const notAsked = (kind: EventKind) =>
  every((world, id) => (questionsOn(world, kind, id).length > 0 ? `${id} is asked for its ${kind}` : null));
export const noDate = notAsked('date');
export const noPlace = notAsked('place');

/** Neither when nor where nor which. */
export const neverAsked = (...ids: readonly string[]): Check =>
  all(noDate(...ids), noPlace(...ids), notAsked('event')(...ids), inNoSequence(...ids));

const isAsked = (kind: EventKind) =>
  every((world, id) => (questionsOn(world, kind, id).length === 0 ? `${id} is not asked for its ${kind}` : null));
export const asksDate = isAsked('date');
export const asksPlace = isAsked('place');

/** The chains of all storylines, as event ids. */
export function chainsIn({ pack, generator }: World): string[][] {
  return pack.storylines.flatMap(({ id }) =>
    chainsOf(generator.context, id).chains.map((chain) => chain.map((event) => event.id)),
  );
}
export const inNoSequence =
  (...ids: readonly string[]): Check =>
  (world) => {
    const placed = new Set(chainsIn(world).flat());
    return ids.filter((id) => placed.has(id)).map((id) => `${id} stands in a sequence`);
  };

/** The date question of the event never offers a date that touches one of these. */
export const offersNoDate =
  (id: string, ...dates: readonly string[]): Check =>
  (world) => {
    const event = world.index.event(id);
    if (questionsOn(world, 'date', id).length === 0) return [];
    const days = dates.flatMap((text) => {
      const { earliestStart, latestEnd } = when(text).span;
      return Array.from({ length: latestEnd - earliestStart + 1 }, (_, i) => dayPartOf(earliestStart + i));
    });
    return datedEnds(event).flatMap(({ date }) =>
      days
        .filter((day) => mayBeFalseDate(world.generator.context, { event, date }, day))
        .map((day) => `${writeDate(day)} may be an option for ${id}`),
    );
  };

const offered = new WeakMap<World, Map<string, readonly string[]>>();

/** The place of an event and all places that its place question draws its wrong options from; none if it is not asked. */
function placesOffered(world: World, id: string): readonly string[] {
  const known = offered.get(world) ?? new Map<string, readonly string[]>();
  offered.set(world, known);
  const places = known.get(id) ?? drawnPlaces(world, id);
  known.set(id, places);
  return places;
}
function drawnPlaces(world: World, id: string): readonly string[] {
  const [question] = questionsOn(world, 'place', id);
  const event = world.index.event(id);
  const [key] = world.index.mostSpecificPlaces(event);
  if (question === undefined || key === undefined || event.when === null) return [];
  const { earlier, later } = falsePlaces(world.generator.context, event, world.index.place(key), event.when.span);
  return [key, ...[...earlier, ...later].map(({ value }) => value.place.id)];
}
/** The place question of the event never offers one of these. */
export const offersNoPlace =
  (id: string, ...places: readonly string[]): Check =>
  (world) => {
    const drawn = placesOffered(world, id);
    return places.filter((place) => drawn.includes(place)).map((place) => `${place} may be an option for ${id}`);
  };

/** These places are in no option list at all. */
export const nowhereOffered =
  (...places: readonly string[]): Check =>
  (world) =>
    world.pack.events.flatMap(({ id }) => offersNoPlace(id, ...places)(world));
/** No option list has two of these places. */
export const neverBeside =
  (...places: readonly string[]): Check =>
  (world) =>
    world.pack.events.flatMap(({ id }) => {
      const found = placesOffered(world, id).filter((place) => places.includes(place));
      return found.length > 1 ? [`${found.join(' and ')} may be options for ${id}`] : [];
    });

export const dateOf = (dates: DateOf, ...ids: readonly string[]): Check =>
  every(({ index }, id) => (index.event(id).dates === dates ? null : `${id} is no ${dates}`))(...ids);
export const hasStatus = (status: Status, ...ids: readonly string[]): Check =>
  every(({ index }, id) => (index.event(id).status === status ? null : `${id} is not ${status}`))(...ids);
export const isSensitive = every(({ index }, id) => (index.event(id).sensitive ? null : `${id} is not sensitive`));

/** Each of these certainly came before the next. */
export const inOrder =
  (...ids: readonly string[]): Check =>
  ({ index }) =>
    ids.slice(1).flatMap((id, i) => {
      const before = ids[i] ?? id;
      return index.order(before, id) === 'before' ? [] : [`${before} is not certainly before ${id}`];
    });

/** A claim with this claimant, who also stands in every question on it. */
export const claimed =
  (claimant: RegExp, ...ids: readonly string[]): Check =>
  (world) =>
    ids.flatMap((id) => {
      const { according, status } = world.index.event(id);
      if (status === 'stated' || according === null) return [`${id} is told without its claimant`];
      const silent = questionsOn(world, 'date', id).filter(({ stem }) => !stem.includes(according));
      return [
        ...(claimant.test(according) ? [] : [`${id} is claimed by ${according}`]),
        ...silent.map(({ stem }) => `no claimant in: ${stem}`),
      ];
    });

export const hasConflicts =
  (id: string, ...dates: readonly string[]): Check =>
  ({ index }) => {
    const found = index.event(id).conflicts.map(({ text }) => text);
    return dates.filter((text) => !found.includes(text)).map((text) => `${id} does not tell of ${text}`);
  };

/** The event's places are these and no others. */
export const happenedAt =
  (where: Readonly<Record<string, readonly string[]>>): Check =>
  ({ index }) =>
    Object.entries(where).flatMap(([id, places]) => {
      const found = index.event(id).where;
      return [...found].sort().join() === [...places].sort().join() ? [] : [`${id} is put at ${found.join(', ')}`];
    });

export const liesIn =
  (outer: string, ...inner: readonly string[]): Check =>
  ({ index }) =>
    inner.filter((id) => !index.contains(outer, id)).map((id) => `${id} does not lie in ${outer}`);
export const apart =
  (a: string, ...others: readonly string[]): Check =>
  ({ index }) =>
    others.filter((b) => index.related(a, b)).map((b) => `${a} and ${b} contain each other`);

const spellings = ({ name, names, aliases }: Place): string[] => [name, ...Object.values(names), ...aliases];
/** All these spellings mean this one place, and no other place bears one of them. */
export const meant =
  (id: string, ...names: readonly string[]): Check =>
  ({ pack, index }) => {
    const own = spellings(index.place(id));
    const rivals = pack.places.filter((place) => place.id !== id && spellings(place).some((name) => names.includes(name)));
    return [
      ...names.filter((name) => !own.includes(name)).map((name) => `${name} is no name of ${id}`),
      ...rivals.map((rival) => `${rival.id} bears a name of ${id}`),
    ];
  };

const words = ({ name, clause, placeless, dateless }: PackEvent): string =>
  [name, clause, placeless, dateless].filter((text) => text !== null).join(' | ');
/** None of these events is told in such words; all events when none is named. */
export const neverSays =
  (pattern: RegExp, ...ids: readonly string[]): Check =>
  ({ pack, index }) =>
    (ids.length === 0 ? pack.events : ids.map((id) => index.event(id))).flatMap((event) =>
      pattern.test(words(event)) ? [`${event.id} says “${pattern.exec(words(event))?.[0] ?? ''}”`] : [],
    );
export const says =
  (pattern: RegExp, ...ids: readonly string[]): Check =>
  ({ index }) =>
    ids.filter((id) => !pattern.test(words(index.event(id)))).map((id) => `${id} does not say ${String(pattern)}`);
export const notes =
  (pattern: RegExp, ...ids: readonly string[]): Check =>
  ({ index }) =>
    ids.filter((id) => !pattern.test(index.event(id).note ?? '')).map((id) => `the note of ${id} does not say ${String(pattern)}`);

/** No event is like this. */
export const noEvent =
  (what: string, test: (event: PackEvent, index: PackIndex) => boolean): Check =>
  ({ pack, index }) =>
    pack.events.filter((event) => test(event, index)).map(({ id }) => `${id} ${what}`);

/** An event's own days are known, and lie on this one. */
export function isOn(event: PackEvent, day: string): boolean {
  return event.when?.form.kind === 'date' && event.when.text === day;
}

// --- Copies that fall into a trap ---

type Patch = Partial<Omit<PackEvent, 'id' | 'when' | 'conflicts' | 'avoid'>> & {
  readonly when?: string | null;
  readonly conflicts?: readonly string[];
  readonly avoid?: Readonly<Partial<Record<'dates' | 'places', readonly string[]>>>;
};

function patched(event: PackEvent, { when: date, conflicts, avoid, ...rest }: Patch): PackEvent {
  return {
    ...event,
    ...rest,
    ...(date === undefined ? {} : { when: date === null ? null : when(date) }),
    ...(conflicts === undefined ? {} : { conflicts: conflicts.map((text) => when(text)) }),
    ...(avoid === undefined
      ? {}
      : { avoid: { dates: (avoid.dates ?? []).map((text) => when(text)), places: avoid.places ?? [], events: [] } }),
  };
}

/** The pack with events told otherwise. */
export const retold =
  (patch: Patch, ...ids: readonly string[]): Mutation =>
  (pack) => {
    const unknown = ids.filter((id) => !pack.events.some((event) => event.id === id));
    if (unknown.length > 0) throw new RangeError(`no event ${unknown.join(', ')}`);
    return { ...pack, events: pack.events.map((event) => (ids.includes(event.id) ? patched(event, patch) : event)) };
  };
/** The pack with everything forgotten that keeps options away from these events. */
export const careless = (...ids: readonly string[]): Mutation => retold({ avoid: {} }, ...ids);
/** The pack with another event, made from one of its own. */
export const added =
  (id: string, from: string, patch: Patch): Mutation =>
  (pack) => ({
    ...pack,
    events: pack.events.flatMap((event) =>
      event.id === from ? [event, { ...patched({ ...event, sameAs: [], after: [], partOf: null }, patch), id }] : [event],
    ),
  });
export const placed =
  (patch: Partial<Omit<Place, 'id'>>, ...ids: readonly string[]): Mutation =>
  (pack) => ({ ...pack, places: pack.places.map((place) => (ids.includes(place.id) ? { ...place, ...patch } : place)) });
export const both =
  (...mutations: readonly Mutation[]): Mutation =>
  (pack) =>
    mutations.reduce((copy, mutate) => mutate(copy), pack);
