import type { PackEvent } from '../../../packs/pack';
import { PRECISIONS } from '../../../time/date-part';
import { spanOfDate } from '../../../time/read-span';
import { mayTouch, type Span } from '../../../time/span';
import type { DatePart, When } from '../../../time/when';
import type { Case } from '../case';
import { unless, type Finding } from '../violation';

/** Why a date is false for the event, and why nothing else makes it true for somebody who remembers the place (K2, K5, K6, K10). */
export function checkDateOption(
  { events: [event], evidence }: Case,
  value: string,
  date: DatePart,
): readonly Finding[] {
  const span = spanOfDate(date, event.when?.calendar ?? event.calendar);
  const tellings = evidence.tellings(event.id).flatMap((id) => evidence.events.get(id) ?? []);
  const touched = (dates: readonly When[]): When | undefined => dates.find((when) => mayTouch(when.span, span));
  const own = event.when === null ? undefined : touched([event.when]);
  const twin = touched(tellings.flatMap(({ when }) => (when === null || isHalfOpen(when) ? [] : [when])));
  const conflict = touched(tellings.flatMap(({ conflicts }) => conflicts).filter((when) => !isHalfOpen(when)));
  const avoided = touched(tellings.flatMap(({ avoid }) => avoid.dates));
  const there = own === undefined ? othersThere(event, date, span, evidence) : [];
  return [
    ...unless(own === undefined && twin === undefined, 'K2', `${value} may be true: ${(own ?? twin)?.text ?? ''}`),
    ...unless(conflict === undefined, 'K6', `${value} is what some source says: ${conflict?.text ?? ''}`),
    ...unless(avoided === undefined, 'K10', `${value} is to be avoided: ${avoided?.text ?? ''}`),
    ...unless(there.length === 0, 'K10', `${value} is a date of ${there.join(', ')} at the place`),
    ...unless(!isOfTwoCalendars(event, date), 'K5', `${value} lies before 15 October 1582: in which calendar?`),
  ];
}

function othersThere(event: PackEvent, date: DatePart, span: Span, evidence: Case['evidence']): readonly string[] {
  const others = event.where
    .flatMap((place) => evidence.occupancy.around(place, span))
    .filter(({ precision }) => PRECISIONS.indexOf(precision) <= PRECISIONS.indexOf(date.precision))
    .map((dated) => dated.event.id)
    .filter((id) => id !== event.id && !evidence.kin(id, event.id));
  return [...new Set(others)];
}

/** Such a date of another telling or source would forbid half of all time. */
function isHalfOpen({ form }: When): boolean {
  return (
    form.kind === 'until' ||
    form.kind === 'since' ||
    (form.kind === 'within' && (form.from === null || form.to === null))
  );
}

/** A day before the Gregorian calendar, beside one after it: nobody says in which calendar it is meant. */
function isOfTwoCalendars({ when }: PackEvent, date: DatePart): boolean {
  const form = when?.form;
  const own = form?.kind === 'interval' ? form.from : form?.kind === 'date' ? form.date : null;
  if (own === null || when?.calendar !== 'gregorian' || date.precision !== 'day') return false;
  return numbered(own) >= 1582_10_15 && numbered(date) < 1582_10_15;
}

function numbered({ year, month, day }: DatePart): number {
  return year * 10_000 + (month ?? 12) * 100 + (day ?? 31);
}
