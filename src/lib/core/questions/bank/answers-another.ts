import { mayTouch, type Span } from '../../time/span';
import { spanOfDate } from '../../time/read-span';
import { parseDate } from '../../time/parse-date';
import type { Calendar } from '../../time/when';
import type { Context } from '../context';
import { parseFact, type Fact } from '../facts';
import { mentionedPlaces } from '../leaks';
import type { Question } from '../question';
import { shownDate } from '../telling';

/** What a question shows before it is answered, stem, dispatch and options together, read as statements about events. */
export interface Statements {
  /** Event → the time that is shown as its date. */
  readonly dates: ReadonlyMap<string, Span>;
  /** Event → the places that are shown as its place, or that its words name. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
  /** Event → events that are shown to be later. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads what a question states. A date beside an event's words states its date (place questions, events by place); a place beside
 * them, or named in them, its place; `between` states that the one bound came before the other. That an event is one of several
 * options for a date or a place states nothing: it may be the wrong one.
 */
export function statementsOf(context: Context, question: Question): Statements {
  const fact = parseFact(question.fact);
  const dates = new Map<string, Span>();
  const places = new Map<string, Set<string>>();
  const before = new Map<string, Set<string>>();
  if (fact === null) return { dates, places, before };
  const addPlaces = (event: string, ids: Iterable<string>): void => {
    const set = places.get(event) ?? new Set<string>();
    for (const id of ids) set.add(id);
    places.set(event, set);
  };
  const addDate = (event: string): void => {
    const shown = shownDate(context, context.index.event(event));
    if (shown !== null) dates.set(event, shown.span);
  };
  const tell = (event: string, text: string): void =>
    addPlaces(event, mentionedPlaces(context.index, text).map(({ id }) => id)); // prettier-ignore

  if (fact.kind === 'place') addDate(fact.event);
  if (fact.kind === 'place' || fact.kind === 'date') tell(fact.event, question.dispatch?.text ?? '');
  if (fact.kind === 'date' && question.dispatch?.place != null) {
    addPlaces(fact.event, context.index.mostSpecificPlaces(context.index.event(fact.event)));
  }
  if (fact.kind === 'sequence' || fact.kind === 'event') {
    for (const { value, text } of question.options) {
      tell(value, text);
      if (fact.kind === 'event' && fact.by === 'place') addDate(value);
    }
  }
  const [after, earlier] = question.bounds ?? [];
  if (after !== undefined && earlier !== undefined) {
    before.set(after, new Set([earlier]));
    for (const id of [after, earlier]) tell(id, question.stem);
  }
  return { dates, places, before };
}

/** Rule L5: whether what one question shows states another's key. Twins count as one event. */
export function answersAnother(context: Context, statements: Statements, other: Question): boolean {
  const fact = parseFact(other.fact);
  if (fact === null) return false;
  switch (fact.kind) {
    case 'date':
    case 'place':
    case 'event':
      return same(context, fact.event).some((event) => statesOf(context, statements, fact, event, other));
    case 'sequence':
      return keyPairs(other, fact).every(([earlier, later]) => statesOrder(context, statements, earlier, later));
  }
}

function same(context: Context, event: string): readonly string[] {
  return [event, ...context.index.twinsOf(event)];
}

function statesOf(
  context: Context,
  { dates, places }: Statements,
  fact: Exclude<Fact, { kind: 'sequence' }>,
  event: string,
  other: Question,
): boolean {
  const own = context.index.event(fact.event);
  const place = context.index.mostSpecificPlaces(own)[0];
  const placed = place !== undefined && (places.get(event)?.has(place) ?? false);
  const shown = dates.get(event);
  if (fact.kind === 'place') return placed;
  if (fact.kind === 'date')
    return shown !== undefined && mayTouch(shown, keySpan(other, own.when?.calendar ?? 'gregorian') ?? shown);
  return fact.by === 'place' ? placed : shown !== undefined;
}

function keySpan({ options, key }: Question, calendar: Calendar): Span | null {
  const value = options.find(({ id }) => key.includes(id))?.value;
  const date = value === undefined ? null : parseDate(value, calendar);
  return date?.ok === true ? spanOfDate(date.value, calendar) : null;
}

/** The pairs of events, earlier first, that the key of a sequence question rests on. */
function keyPairs(
  { form, options, key, bounds }: Question,
  fact: Extract<Fact, { kind: 'sequence' }>,
): (readonly [string, string])[] {
  const events = key.flatMap((id) => options.find((option) => option.id === id)?.value ?? []);
  const [first] = events;
  if (first === undefined) return [];
  if (form === 'order') return events.slice(1).map((later, i) => [events[i] ?? first, later]);
  const others = fact.events.filter((event) => event !== first);
  if (form === 'first') return others.map((other) => [first, other]);
  if (form === 'last') return others.map((other) => [other, first]);
  const [after, before] = bounds ?? [];
  return after === undefined || before === undefined ? [] : [[after, first], [first, before]]; // prettier-ignore
}

function statesOrder(context: Context, { dates, before }: Statements, earlier: string, later: string): boolean {
  const date = (event: string): Span | undefined => same(context, event).flatMap((id) => dates.get(id) ?? [])[0];
  const [a, b] = [date(earlier), date(later)];
  if (a !== undefined && b !== undefined) return true;
  return same(context, earlier).some((id) => same(context, later).some((other) => before.get(id)?.has(other) ?? false));
}

/** Rule L5 for a set: every pair of which one question answers the other. */
export function answeredInSet(context: Context, questions: readonly Question[]): string[] {
  return questions.flatMap((one) => {
    const statements = statementsOf(context, one);
    return questions
      .filter((other) => other !== one && answersAnother(context, statements, other))
      .map((other) => `${one.id} answers ${other.id}`);
  });
}
