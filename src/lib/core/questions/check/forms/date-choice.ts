import type { PackEvent } from '../../../packs/pack';
import { coarsen, PRECISIONS, writeDate } from '../../../time/date-part';
import { parseDate } from '../../../time/parse-date';
import { spanOfDate } from '../../../time/read-span';
import type { Span } from '../../../time/span';
import type { DatePart, Precision } from '../../../time/when';
import { sayDate } from '../../../time/words';
import type { Case } from '../case';
import { checkNoBounds, checkOneKey, checkOptions } from '../options';
import { checkProof } from '../proof';
import { checkShownPlace, toldWords } from '../sentence';
import { unless, type Finding } from '../violation';
import { endsOf } from './date-ends';
import { checkDateOption } from './date-distractor';
import { checkDateWords } from './date-words';

/** "On which day did this happen: …?" with dates as options. */
export function checkDateChoice(subject: Case): readonly Finding[] {
  const { question, keys, events, distractors } = subject;
  const [event] = events;
  const key = keys[0] === undefined ? null : readOption(keys[0].value, event);
  return [
    ...checkOptions(subject, 3, 4),
    ...checkOneKey(subject),
    ...checkNoBounds(subject),
    ...question.options.flatMap(({ text, value }) => {
      const date = readOption(value, event);
      if (date === null) return [{ rule: 'format', detail: `${value}: no date, such as 2022-03-02` } as const];
      return [
        ...unless(text === sayDate(date, question.language), 'wording', `${value} is said “${text}”`),
        ...unless(
          key === null || date.precision === key.precision,
          'O1',
          `${value} is of another precision than the key`,
        ),
      ];
    }),
    ...(key === null ? [] : checkKey(subject, key)),
    ...distractors.flatMap(({ value }) => {
      const date = readOption(value, event);
      return date === null ? [] : checkDateOption(subject, value, date);
    }),
    ...checkShownPlace(subject),
    ...unless(question.dispatch?.date === null, 'wording', 'dispatch.date: the date is what is asked'),
    ...checkDateWords(subject, toldWords(subject), key?.precision ?? 'day'),
    ...checkProof(subject, {
      key: ['dated'],
      others: ['disjoint-date'],
      shown: null,
      spanOf: (value) => spanOfOption(value, event),
    }),
  ];
}

/** The date of an option, read in the calendar of the event; null where it is none, or not exact. */
function readOption(value: string, { when, calendar }: PackEvent): DatePart | null {
  const parsed = parseDate(value, when?.calendar ?? calendar);
  return parsed.ok && !parsed.value.approximate && !parsed.value.uncertain ? parsed.value : null;
}

function spanOfOption(value: string, event: PackEvent): Span | null {
  const date = readOption(value, event);
  return date === null ? null : spanOfDate(date, event.when?.calendar ?? event.calendar);
}

/** Recomputes the key: the event's own date, or that of the end which is asked, at the precision of the options (K1, K4, K7). */
function checkKey({ events: [event], fact }: Case, key: DatePart): readonly Finding[] {
  const ends = endsOf(event, key.precision);
  if (ends === null || fact.kind !== 'date') return []; // said by the eligibility: there is no date to ask
  const known = ends[fact.end];
  if (known === undefined) {
    return [{ rule: 'K7', detail: `${event.id} is dated ${event.when?.text ?? ''}: expected ${Object.keys(ends).join(' or ')}, received ${fact.end}` }];
  } // prettier-ignore
  if (isFiner(key.precision, known.precision)) {
    return [{ rule: 'K4', detail: `${writeDate(key)} is finer than ${event.when?.text ?? ''}` }];
  }
  const right = writeDate(coarsen(known, key.precision));
  return unless(writeDate(key) === right, 'K1', `the key is ${writeDate(key)}, the pack says ${right}`);
}

function isFiner(a: Precision, b: Precision): boolean {
  return PRECISIONS.indexOf(a) < PRECISIONS.indexOf(b);
}
