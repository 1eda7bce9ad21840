import type { Response } from '$lib/core/answers/response';
import { SWAPPED } from '$lib/core/memory/confusion';
import type { Confusion } from '$lib/core/memory/confusion';
import type { Mistaken } from '$lib/core/memory/log';
import { eventsOfFact } from '$lib/core/memory/memory-key';
import type { PackEvent } from '$lib/core/packs/pack';
import type { PackIndex } from '$lib/core/packs/pack-index';
import { distanceKm } from '$lib/core/places/distance';
import { foldName } from '$lib/core/places/fold';
import { createContext } from '$lib/core/questions/context';
import { datedEnds, parseFact } from '$lib/core/questions/facts';
import type { Language, Question } from '$lib/core/questions/question';
import { writeDate } from '$lib/core/time/date-part';
import { parseDate } from '$lib/core/time/parse-date';
import { rangeOfDate } from '$lib/core/time/read-span';
import { readTypedDate } from '$lib/core/time/typed-date';
import type { DatePart } from '$lib/core/time/when';
import { sayDate, sayWhen } from '$lib/core/time/words';
import { wordsOf } from './told-words';
import type { Confused, Lore, Side } from './ports';

/** A tap this near to a place's own circle, in kilometres, is taken for that place. */
const NEAR_KM = 5;

/** A date that an event of the pack has of its own. */
interface Dated {
  readonly event: PackEvent;
  readonly date: DatePart;
  /** As an option's value. */
  readonly value: string;
}

/** What a session tells of a pack besides its questions: what a wrong answer stands for, and the two sides of a confusion. */
export function createLore(index: PackIndex, language: Language): Lore {
  const context = createContext(index, language);
  const asked = index.pack.events.filter((event) => !event.sensitive && event.sameAs.length === 0);
  const dated: readonly Dated[] = asked.flatMap((event) =>
    datedEnds(event).map(({ date }) => ({ event, date, value: writeDate(date) })),
  );

  const sideOfEvent = (event: PackEvent): Side => {
    const places = event.where.length === 0 ? [] : index.mostSpecificPlaces(event);
    return {
      text: wordsOf(index.pack, event, language).text,
      date: event.when === null || event.conflicts.length > 0 ? null : sayWhen(event.when, language),
      place: places.length === 0 ? null : places.map((id) => nameOf(id)).join(', '),
    };
  };
  const nameOf = (place: string): string => context.placeName(place) ?? index.place(place).name;

  /** The event with that date: of the question's own storyline before all others; null where several have it there. */
  const eventOn = (value: string, storyline: string | null): string | null => {
    const there = dated.filter((one) => one.value === value);
    const near = there.filter(({ event }) => event.storyline === storyline);
    const [only, another] = near.length > 0 ? near : there;
    return only === undefined || another !== undefined ? null : only.event.id;
  };
  const eventAt = (place: string): string | null => {
    const [only, another] = asked.filter((event) => index.mostSpecificPlaces(event).join('+') === place);
    return only === undefined || another !== undefined ? null : only.id;
  };
  const taken = (question: Question, value: string): Mistaken => {
    if (question.kind === 'date') return { value, event: eventOn(value, storylineOf(index, question.fact)) };
    return { value, event: question.kind === 'place' ? eventAt(value) : value };
  };

  return {
    mistakenFor(question, response) {
      if ('choice' in response) {
        const option = question.options.find(({ id }) => id === response.choice);
        return option === undefined || question.key.includes(option.id) ? null : taken(question, option.value);
      }
      const value = producedValue(index, dated, question, response);
      return value === null ? null : taken(question, value);
    },
    sidesOf(fact, confusion): Confused {
      const [first = '', second = ''] = eventsOfFact(fact);
      const other = confusion.value === SWAPPED ? second : confusion.event;
      return {
        by: whatIsTaken(fact),
        asked: index.hasEvent(first) ? sideOfEvent(index.event(first)) : null,
        taken: other !== null && index.hasEvent(other) ? sideOfEvent(index.event(other)) : bare(confusion),
      };
    },
  };

  /** A date or a place by itself. */
  function bare({ value }: Confusion): Side {
    const date = dated.find((one) => one.value === value)?.date;
    const place = index.pack.places.some(({ id }) => id === value) ? nameOf(value) : null;
    const read = place === null && date === undefined ? parseDate(value, 'gregorian') : null;
    const said = date ?? (read?.ok === true ? read.value : undefined);
    return { text: null, date: said === undefined ? null : sayDate(said, language), place };
  }
}

/** What was typed or tapped, as an option would have it; null: nothing of the pack. */
function producedValue(
  index: PackIndex,
  dated: readonly Dated[],
  { kind, accept }: Question,
  response: Response,
): string | null {
  if (kind === 'place' && 'typed' in response) return placeCalled(index, response.typed);
  if (kind === 'place' && 'point' in response) return placeNear(index, response.point);
  if (kind !== 'date' || !('typed' in response) || accept === null || !('from' in accept)) return null;
  const key = parseDate(accept.from, 'gregorian');
  const read = key.ok ? readTypedDate(response.typed, rangeOfDate(key.value, 'gregorian').first) : null;
  if (read?.kind !== 'dates') return null;
  const meant = dated.find(({ date }) => {
    const { first, last } = rangeOfDate(date, 'gregorian');
    return read.dates.some((typed) => typed.first === first && typed.last === last);
  });
  return meant?.value ?? null;
}

function placeCalled(index: PackIndex, typed: string): string | null {
  const folded = foldName(typed);
  const called = index.pack.places.filter(({ name, names, aliases }) =>
    [name, ...Object.values(names), ...aliases].some((one) => foldName(one) === folded),
  );
  const [only, another] = called;
  return only === undefined || another !== undefined ? null : only.id;
}

/** The place whose circle a tap is in or nearly in, the nearest of several. */
function placeNear(index: PackIndex, tapped: readonly [number, number]): string | null {
  let best: { readonly id: string; readonly away: number } | null = null;
  for (const { id, point, radiusKm } of index.pack.places) {
    if (point === null) continue;
    const away = distanceKm(point, tapped);
    if (away <= radiusKm + NEAR_KM && (best === null || away < best.away)) best = { id, away };
  }
  return best?.id ?? null;
}

function whatIsTaken(fact: string): Confused['by'] {
  const kind = parseFact(fact)?.kind;
  return kind === undefined || kind === 'sequence' ? 'order' : kind;
}

function storylineOf(index: PackIndex, fact: string): string | null {
  const [event = ''] = eventsOfFact(fact);
  return index.hasEvent(event) ? index.event(event).storyline : null;
}
