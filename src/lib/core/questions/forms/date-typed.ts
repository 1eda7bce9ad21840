import type { PackEvent } from '../../packs/pack';
import { coarsen, dayPartOf, writeDate } from '../../time/date-part';
import { hasDay, rangeOfDate } from '../../time/read-span';
import type { DatePart } from '../../time/when';
import { assemble, citedSources, explain, type Request } from '../assemble';
import { difficultyOfProducing, fameOf } from '../difficulty';
import type { Objection } from '../eligibility';
import { datedEnds } from '../facts';
import type { Foresight } from '../foresight';
import { yearsIn } from '../calendar-words';
import type { Accept, Question } from '../question';
import type { Flaw } from '../telling';
import { dateOutline, namesYear, readDate, type DateFact } from './date';

/** The same question with nothing to choose from: the date is typed, at the precision that is known. */
export function dateTyped(request: Request<DateFact>): Question | Objection {
  const { context } = request;
  const asked = readDate(request, answersInPart);
  if ('reason' in asked) return asked;
  const { event, date } = asked;
  const accept = acceptedFor(date);
  if (accept === null) return noSuchDay(date);
  return assemble(request, 'date/typed', {
    ...dateOutline(asked),
    options: [],
    key: [],
    accept,
    explanation: explain(context, event, true),
    sources: citedSources(context, event),
    proof: { key: [{ rule: 'dated', event: event.id, when: event.when?.text ?? writeDate(date) }], others: {} },
    difficulty: difficultyOfProducing(fameOf(context, event)),
  });
}

/** Whether it can be asked: all but the days that are accepted is in the outline. */
export function foreseeDateTyped(request: Request<DateFact>): Foresight {
  const asked = readDate(request, answersInPart);
  if ('reason' in asked) return asked;
  if (!hasDay(asked.date, 'gregorian')) return noSuchDay(asked.date);
  return namesYear(asked) ? null : dateOutline(asked);
}

function noSuchDay(date: DatePart): Objection {
  return { reason: 'calendar', detail: `only the Julian calendar has ${writeDate(date)}` };
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
