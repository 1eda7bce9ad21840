import { foldName } from '../places/fold';
import { distanceKm } from '../places/distance';
import { distanceToAreaKm, readArea } from '../places/area';
import type { Context } from '../questions/context';
import { civilOf, reasonIn } from '../questions/distractors/reasons';
import { parseFact } from '../questions/facts';
import { bearersOf } from '../questions/place-names';
import type { Accept, Question } from '../questions/question';
import { phrasesOf, plainTelling, shownDate } from '../questions/telling';
import { coarsen, dayPartOf, PRECISIONS, unitIndex } from '../time/date-part';
import { parseDate } from '../time/parse-date';
import type { Precision } from '../time/when';
import { sayDate } from '../time/words';
import { dateMiss, type DateMiss } from './judge-typed-date';
import type { Response } from './response';

/** What an answer that was produced had to do with the right one. */
export type Miss =
  /** `off`: units of what was asked between the two, 0 where they touch. `understood`: the date that was read; null: none. */
  | {
      readonly is: 'date';
      readonly understood: string | null;
      readonly off: number;
      readonly unit: Precision;
      readonly early: boolean;
      readonly coarser: boolean;
      /** What of the pack happened at the time that was typed, as a sentence without its stop; null: nothing that may be told. */
      readonly then: string | null;
    }
  /** The name is right, though it is spelled otherwise. */
  | { readonly is: 'spelling' }
  /** The name of another place of the pack, so many kilometres from the right one; null: nobody knows. */
  | { readonly is: 'elsewhere'; readonly place: string; readonly km: number | null }
  /** Kilometres from the place, or to the border of its area; 0 inside. */
  | { readonly is: 'map'; readonly km: number };

/** What a question's answer is called once it may be told, and how far off the answer given was. */
export interface Reveal {
  /** The right answer in words; null where it is an order. */
  readonly answer: string | null;
  /** Of a question about events: the options from the earliest to the latest, with the dates that can be shown. */
  readonly timeline: readonly { readonly option: string; readonly date: string | null }[];
  readonly miss: Miss | null;
}

/** Puts the answer of a question into words, now that it is given. */
export function revealOf(context: Context, question: Question, response: Response): Reveal {
  const { options, key, form, kind, accept } = question;
  const right = options.find(({ id }) => key.includes(id))?.text ?? producedAnswer(context, question);
  return {
    answer: form === 'order' ? null : right,
    timeline: kind === 'sequence' ? timelineOf(context, question) : [],
    miss: accept === null ? null : missOf(context, question, accept, response),
  };
}

function timelineOf(context: Context, { options }: Question): Reveal['timeline'] {
  const { index } = context;
  return options
    .filter(({ value }) => index.hasEvent(value))
    .toSorted((a, b) => (index.order(a.value, b.value) === 'before' ? -1 : 1))
    .map(({ id, value }) => ({ option: id, date: shownDate(context, index.event(value))?.label ?? null }));
}

function producedAnswer(context: Context, { accept, proof, language }: Question): string | null {
  if (accept === null) return null;
  if ('from' in accept) {
    const from = parseDate(accept.from, 'gregorian');
    const unit = PRECISIONS.find((precision) => precision === accept.unit);
    return from.ok && unit !== undefined ? sayDate(coarsen(from.value, unit), language) : null;
  }
  const located = proof.key.find((step) => step.rule === 'located');
  return located === undefined ? null : context.placeName(located.place);
}

function missOf(context: Context, question: Question, accept: Accept, response: Response): Miss | null {
  if ('point' in accept) {
    if (!('point' in response)) return null;
    const area = readArea(accept.area);
    const polygons = area.ok ? area.polygons : null;
    const km = distanceKm(accept.point, response.point);
    return { is: 'map', km: polygons === null ? km : Math.min(km, distanceToAreaKm(response.point, polygons)) };
  }
  if (!('typed' in response)) return null;
  if ('names' in accept) return nameMiss(context, question, accept.names, response.typed);
  const miss = dateMiss(accept, response.typed);
  if (miss === null) return null;
  const { read, ...rest } = miss;
  const understood = read === null ? null : sayDate(coarsen(dayPartOf(read.first), read.precision), question.language);
  return { is: 'date', understood, ...rest, then: thenHappened(context, question, miss) };
}

/** As with a false option: what is sensitive, disputed or dated differently by its sources is no reason, and is not told here either. */
function thenHappened(context: Context, { fact }: Question, { read, off, unit, coarser }: DateMiss): string | null {
  const asked = parseFact(fact);
  if (read === null || off === 0 || coarser || asked?.kind !== 'date') return null;
  const event = context.index.event(asked.event);
  const civil = civilOf(event.when?.calendar ?? 'gregorian');
  const index = unitIndex(coarsen(dayPartOf(read.first), unit), civil);
  const reason = reasonIn(context, event, { index, precision: unit }, civil);
  const told = reason === null ? null : plainTelling(context, reason);
  return told === null ? null : phrasesOf(context).happenedThen(told, unit);
}

function nameMiss(context: Context, question: Question, names: readonly string[], typed: string): Miss | null {
  const folded = foldName(typed);
  if (names.some((name) => foldName(name) === folded)) return null;
  const [bearer] = bearersOf(context, typed);
  const place = bearer === undefined ? null : context.placeName(bearer);
  if (bearer === undefined || place === null) return { is: 'spelling' };
  const key = question.proof.key.find((step) => step.rule === 'located')?.place;
  const [here, there] = [bearer, key].map((id) => (id === undefined ? null : context.index.place(id).point));
  return { is: 'elsewhere', place, km: here == null || there == null ? null : distanceKm(here, there) };
}
