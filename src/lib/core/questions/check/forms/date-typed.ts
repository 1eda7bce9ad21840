import { coarsen, dayPartOf, writeDate } from '../../../time/date-part';
import { rangeOfDate } from '../../../time/read-span';
import type { DatePart } from '../../../time/when';
import * as v from 'valibot';
import type { Case } from '../case';
import { checkNoBounds, checkNothingOffered } from '../options';
import { checkProof } from '../proof';
import { checkShownPlace, toldWords } from '../sentence';
import { unless, type Finding } from '../violation';
import { endsOf } from './date-ends';
import { checkDateWords } from './date-words';

const Accept = v.strictObject({
  from: v.string(),
  to: v.string(),
  unit: v.picklist(['day', 'month', 'season', 'year', 'decade', 'century']),
});

/** "On which day did this happen: …?", to be typed. */
export function checkDateTyped(subject: Case): readonly Finding[] {
  const { question } = subject;
  const accept = v.safeParse(Accept, question.accept);
  return [
    ...checkNothingOffered(subject),
    ...checkNoBounds(subject),
    ...unless(accept.success, 'format', 'accept: expected { from, to, unit }'),
    ...(accept.success ? checkAccept(subject, accept.output) : []),
    ...checkShownPlace(subject),
    ...unless(question.dispatch?.date === null, 'wording', 'dispatch.date: the date is what is asked'),
    ...checkDateWords(subject, toldWords(subject), accept.success ? accept.output.unit : 'day'),
    ...checkProof(subject, { key: ['dated'], others: [], shown: null, spanOf: () => null }),
  ];
}

/** Recomputes what is accepted: the days of the event's own date, or of the end that is asked, at a precision that is known. */
function checkAccept({ events: [event], fact }: Case, accept: v.InferOutput<typeof Accept>): readonly Finding[] {
  const ends = endsOf(event, accept.unit);
  if (ends === null || fact.kind !== 'date') return []; // said by the eligibility: there is no date to ask
  const known = ends[fact.end];
  if (known === undefined) {
    return [{ rule: 'K7', detail: `${event.id} is dated ${event.when?.text ?? ''}: expected ${Object.keys(ends).join(' or ')}, received ${fact.end}` }];
  } // prettier-ignore
  const asked = coarsen(known, accept.unit);
  if (asked.precision !== accept.unit) {
    return [{ rule: 'K4', detail: `a ${accept.unit} is finer than ${event.when?.text ?? ''}` }];
  }
  const { from, to } = daysOf(asked);
  return unless(
    accept.from === from && accept.to === to,
    'K1',
    `accepts ${accept.from} to ${accept.to}, the pack says ${from} to ${to}`,
  );
}

/** As numbered in the event's own calendar, since dates are typed as they are written. */
function daysOf(date: DatePart): { readonly from: string; readonly to: string } {
  const { first, last } = rangeOfDate(date, 'gregorian');
  return { from: writeDate(dayPartOf(first)), to: writeDate(dayPartOf(last)) };
}
