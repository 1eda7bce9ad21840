import { mayTouch, type Span } from '../../time/span';
import { spanOfDate } from '../../time/read-span';
import { parseDate } from '../../time/parse-date';
import type { Calendar } from '../../time/when';
import type { Context } from '../context';
import { parseFact, type Fact } from '../facts';
import { mentionedPlaces } from '../leaks';
import { FORMS_OF, type Question, type SequenceForm } from '../question';
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

type Pairs = readonly (readonly [earlier: string, later: string])[];

/** The pairs that the key of each form rests on: `key` are its events, earliest first; `others` the rest of the fact's. */
const KEY_PAIRS: Readonly<Record<SequenceForm, (key: readonly string[], others: readonly string[], bounds: Question['bounds']) => Pairs>> = {
  order: (key) => key.slice(1).flatMap((later, i) => (key[i] === undefined ? [] : [[key[i], later] as const])),
  first: ([first], others) => (first === undefined ? [] : others.map((other) => [first, other] as const)),
  last: ([last], others) => (last === undefined ? [] : others.map((other) => [other, last] as const)),
  between: ([one], _, bounds) => (one === undefined || bounds === undefined ? [] : [[bounds[0], one], [one, bounds[1]]]),
}; // prettier-ignore

function keyPairs({ form, options, key, bounds }: Question, fact: Extract<Fact, { kind: 'sequence' }>): Pairs {
  const events = key.flatMap((id) => options.find((option) => option.id === id)?.value ?? []);
  const known = FORMS_OF.sequence.find((one) => one === form);
  return known === undefined ? [] : KEY_PAIRS[known](events, fact.events.filter((event) => !events.includes(event)), bounds); // prettier-ignore
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
