import { dayPartOf } from '../../time/date-part';
import { rangeOfDate, spanOfRange, type DayRange } from '../../time/read-span';
import { mayTouch } from '../../time/span';
import { readTypedDate } from '../../time/typed-date';
import type { Context } from '../context';
import { eventThereThen } from '../distractors/occupied';
import { parseFact } from '../facts';
import { bearersOf } from '../place-names';
import type { Option, Question } from '../question';
import { optionDate } from '../rules/rule';
import { phrasesOf, shownDate, tellings } from '../telling';
import { foldText } from '../text';

/**
 * What an option that a person has written comes to: right, perhaps right, certainly wrong, or not understood. `maybe` is what the rules
 * refuse in a generated question: it cannot be proved wrong.
 */
export type Meaning = 'right' | 'maybe' | 'wrong' | 'unread';

/** Reads an option's text as what the question asks for (a date, a place, an event) and compares it with what the pack knows. */
export function meaningOf(context: Context, question: Question, text: string): Meaning {
  switch (question.kind) {
    case 'date':
      return dateMeaning(context, question, text);
    case 'place':
      return placeMeaning(context, question, text);
    case 'event':
    case 'sequence':
      return eventMeaning(context, question, text);
  }
}

function dateMeaning(context: Context, question: Question, text: string): Meaning {
  const fact = parseFact(question.fact);
  const key = keyOf(question);
  const date = key === null ? null : optionDate(key);
  if (fact?.kind !== 'date' || date === null) return 'unread';
  const event = context.index.event(fact.event);
  const calendar = event.when?.calendar ?? 'gregorian';
  const asked = rangeOfDate(date, calendar);
  const read = readTypedDate(text, asked.first);
  if (read === null || event.when === null) return 'unread';
  const meant: readonly DayRange[] = read.kind === 'dates' ? read.dates : [...read.dayFirst, ...read.monthFirst];
  const { when } = event;
  // What somebody typed is a day of the Gregorian calendar; the same words are an option in the event's own.
  const said = meant.map((range) => (calendar === 'julian' ? inCalendar(range) : range));
  if (said.some((range) => covers(range, asked))) return 'right';
  return said.some((range) => mayTouch(spanOfRange(range), when.span)) ? 'maybe' : 'wrong';
}

/** The same words, read in the Julian calendar. */
function inCalendar({ first, last }: DayRange): DayRange {
  return {
    first: rangeOfDate(dayPartOf(first), 'julian').first,
    last: rangeOfDate(dayPartOf(last), 'julian').last,
  };
}

function covers(range: DayRange, asked: DayRange): boolean {
  return range.first <= asked.first && range.last >= asked.last;
}

function placeMeaning(context: Context, question: Question, text: string): Meaning {
  const { index } = context;
  const fact = parseFact(question.fact);
  if (fact?.kind !== 'place') return 'unread';
  const event = index.event(fact.event);
  const meant = bearersOf(context, text);
  if (meant.length === 0) return 'unread';
  const where = index.mostSpecificPlaces(event);
  if (meant.some((id) => where.includes(id))) return 'right';
  // What contains the place, or lies in it, answers as well.
  if (meant.some((id) => [...where, ...event.where].some((known) => index.related(known, id)))) return 'maybe';
  const shown = shownDate(context, event);
  const free = shown !== null && meant.every((id) => eventThereThen(context, id, event.id, shown.span) === null);
  return free ? 'wrong' : 'maybe';
}

/** An event is known by the words in which the pack tells it; words of somebody's own tell no event. */
function eventMeaning(context: Context, question: Question, text: string): Meaning {
  const { index } = context;
  const words = foldText(text);
  const key = keyOf(question);
  const phrases = phrasesOf(context);
  const told = index.pack.events.find((event) =>
    tellings(context, event).some((one) => foldText(phrases.option(one)) === words || foldText(one.text) === words),
  );
  if (told === undefined || key === null || question.form === 'order') return 'unread';
  if (told.id === key.value || index.twinsOf(key.value).includes(told.id)) return 'right';
  if (question.form === 'first') return index.order(key.value, told.id) === 'before' ? 'wrong' : 'maybe';
  if (question.form === 'last') return index.order(told.id, key.value) === 'before' ? 'wrong' : 'maybe';
  const [after, before] = question.bounds ?? [];
  if (after !== undefined && before !== undefined)
    return index.order(told.id, after) === 'before' || index.order(before, told.id) === 'before' ? 'wrong' : 'maybe';
  // An event to choose by its date or place: provably another only where it happened at another time.
  const [own, other] = [index.span(index.event(key.value)), index.span(told)];
  const byDate = question.fact.endsWith(':event-by-date');
  return byDate && own !== null && other !== null && !mayTouch(own, other) ? 'wrong' : 'maybe';
}

function keyOf({ options, key }: Question): Option | null {
  return options.find(({ id }) => key.length === 1 && id === key[0]) ?? null;
}
