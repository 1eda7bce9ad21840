import { parseDate } from '../../../time/parse-date';
import { spanOfDate } from '../../../time/read-span';
import { mayTouch } from '../../../time/span';
import type { Precision, When } from '../../../time/when';
import type { Case } from '../case';
import type { End } from '../fact';
import { monthIn, yearsIn } from '../giveaways';
import { checkStem, type ByLanguage } from '../sentence';
import { unless, type Finding } from '../violation';
import { without } from '../words';

/** How a stem asks for a date of a precision; "when" asks for any. */
const ASKS: Readonly<Record<Precision, ByLanguage<RegExp>>> = {
  day: { en: /\b(?:day|date|when)\b/iu, uk: /дня|день|днем|числа|коли/iu },
  month: { en: /\b(?:month|when)\b/iu, uk: /місяц|коли/iu },
  season: { en: /\b(?:season|when)\b/iu, uk: /пор(?:[аиу]|ою) року|коли/iu },
  year: { en: /\b(?:year|when)\b/iu, uk: /року|році|роком|рік|коли/iu },
  decade: { en: /\b(?:decade|when)\b/iu, uk: /десятиліт|коли/iu },
  century: { en: /\b(?:century|when)\b/iu, uk: /столітт|коли/iu },
};

/** How a stem says which end of a long event it asks for (rule K7). */
const SAYS_END: Readonly<Record<End, ByLanguage<RegExp>>> = {
  whole: { en: /(?:)/u, uk: /(?:)/u },
  began: { en: /\b(?:begin|began|start|started)\b/iu, uk: /поча|розпоч/iu },
  ended: { en: /\b(?:end|ended|finish|finished)\b/iu, uk: /заверш|закінч/iu },
};

/** The words of a date question: what is told, what is asked, and nothing that tells when, nor another event in the same words. */
export function checkDateWords(subject: Case, allowed: readonly string[], unit: Precision): readonly Finding[] {
  const { question, fact } = subject;
  const { stem, language, dispatch } = question;
  const around = without(stem, dispatch?.text ?? '');
  const end = fact.kind === 'date' ? fact.end : 'whole';
  const month = monthIn(stem, language) ?? monthIn(dispatch?.text ?? '', language);
  return [
    ...checkStem(subject, allowed, ASKS[unit]),
    ...unless(SAYS_END[end][language].test(around), 'K7', `the stem does not say which end is asked: ${end}`),
    ...unless(month === null, 'L1', `“${month ?? ''}” tells when`),
    ...yearsIn(`${stem} ${dispatch?.text ?? ''}`).flatMap((year) =>
      unless(!tells(subject, year), 'L1', `${String(year)} tells when`),
    ),
    ...checkUniqueWords(subject),
  ];
}

/** A year tells when the right option lies in it and some other does not; where nothing is offered, when it lies in the answer. */
function tells({ question, keys, distractors, events: [event] }: Case, year: number): boolean {
  if (question.options.length === 0) return event.when !== null && yearLiesIn(year, event.when);
  const liesIn = ({ value }: { readonly value: string }): boolean => {
    const date = parseDate(value, null);
    return date.ok && date.value.year === year;
  };
  return keys.some(liesIn) && !distractors.every(liesIn);
}

/** From the first to the last year of a date, its ends included: none of them may be said. */
function yearLiesIn(year: number, { form }: When): boolean {
  const dates = form.kind === 'date' ? [form.date] : form.kind === 'interval' ? [form.from, form.to] : [];
  return dates.some((date) => {
    const width = date.precision === 'century' ? 100 : date.precision === 'decade' ? 10 : 1;
    return year >= date.year && year < date.year + width;
  });
}

/** Another event in the same words at the same place, or at a place that may be the same and at the time of an option (rule K2). */
function checkUniqueWords({ question, events: [event], evidence, distractors }: Case): readonly Finding[] {
  const text = question.dispatch?.text ?? '';
  const own = evidence.specific(event);
  const spans = distractors.flatMap(({ value }) => {
    const date = parseDate(value, event.when?.calendar ?? null);
    return date.ok ? [spanOfDate(date.value, event.when?.calendar ?? event.calendar)] : [];
  });
  const tellings = evidence.tellings(event.id);
  return evidence.toldAs(text, 'told', question.language).flatMap((other) => {
    if (tellings.includes(other.id)) return [];
    const places = evidence.specific(other);
    const same = places.length === 1 && own.length === 1 && places[0] === own[0];
    const apart = own.length > 0 && places.length > 0 && !own.some((a) => places.some((b) => evidence.related(a, b)));
    const when = other.when;
    // What is typed may be any date.
    const then = when === null || question.options.length === 0 || spans.some((span) => mayTouch(span, when.span));
    return unless(!same && (apart || !then), 'K2', `${other.id} is told in the same words`);
  });
}
