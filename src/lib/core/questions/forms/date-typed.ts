import type { PackEvent } from '../../packs/pack';
import { coarsen, dayPartOf, writeDate } from '../../time/date-part';
import { hasDay, rangeOfDate } from '../../time/read-span';
import type { DatePart } from '../../time/when';
import { assemble, citedSources, explain, type Request } from '../assemble';
import { difficultyOfProducing, fameOf } from '../difficulty';
import type { Objection } from '../eligibility';
import { datedEnds } from '../facts';
import { yearsIn } from '../leaks';
import type { Accept, Question } from '../question';
import type { Flaw } from '../telling';
import { toldAlike } from '../uniqueness';
import { readDate, type DateFact } from './date';

/** The same question with nothing to choose from: the date is typed, at the precision that is known. */
export function dateTyped(request: Request<DateFact>): Question | Objection {
  const { context } = request;
  const asked = readDate(request, answersInPart);
  if ('reason' in asked) return asked;
  const { event, date, told, stem, place } = asked;
  const twin = toldAlike(context, event, told);
  if (twin !== null) return { reason: 'not-unique', detail: `${twin} is told in the same words` };
  const accept = acceptedFor(date);
  if (accept === null) return { reason: 'calendar', detail: `only the Julian calendar has ${writeDate(date)}` };
  return assemble(request, 'date/typed', {
    stem,
    options: [],
    dispatch: { place, date: null, text: told.text },
    key: [],
    accept,
    according: told.according,
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: { key: [{ rule: 'dated', event: event.id, when: event.when?.text ?? writeDate(date) }], others: {} },
    difficulty: difficultyOfProducing(fameOf(context, event)),
  });
}

/** Rule L1 where nothing is offered: a year in the wording that is the date's, or lies in its decade or century, is part of the answer. */
function answersInPart(event: PackEvent): Flaw {
  const dates = datedEnds(event).map(({ date }) => date);
  return ({ text }) => {
    const year = yearsIn(text).find((one) => dates.some((date) => holdsYear(date, one)));
    return year === undefined ? null : { reason: 'leak', detail: `“${String(year)}” tells when it happened` };
  };
}

/** Whether a year is that of a date, or lies in it. */
export function holdsYear(date: DatePart, year: number): boolean {
  const plain: DatePart = { ...date, year, month: null, season: null, day: null, precision: 'year' };
  return coarsen(plain, date.precision).year === date.year;
}

/**
 * The days that answer it, as numbered in the event's own calendar, since that is how a date is typed; null for the one day in a
 * hundred years (29 February 1500) that cannot be written so in the calendar in which answers are read.
 */
function acceptedFor(date: DatePart): Accept | null {
  if (!hasDay(date, 'gregorian')) return null;
  const { first, last } = rangeOfDate(date, 'gregorian');
  return { from: writeDate(dayPartOf(first)), to: writeDate(dayPartOf(last)), unit: date.precision };
}
