import type { PackEvent } from '../../packs/pack';
import { parseDate } from '../../time/parse-date';
import type { DatePart } from '../../time/when';
import type { Context } from '../context';
import { parseFact, type Fact } from '../facts';
import { formKey, type FormKey, type Option, type Question } from '../question';
import { remembered } from '../text';

/**
 * One rule of a good question: a named function that returns what a question does against it, in words, and nothing when it keeps it.
 * `applies` says whether the rule has anything to say about the question at all, so that a test can count its applications.
 */
export interface Rule {
  readonly id: string;
  /** What the rule demands, in one line. */
  readonly title: string;
  applies(subject: Subject): boolean;
  violations(subject: Subject): string[];
}

/** A question read against its pack. */
export interface Subject {
  readonly context: Context;
  readonly question: Question;
  readonly fact: Fact;
  /** The events asked about: one, or all of a sequence. */
  readonly events: readonly PackEvent[];
  /** The event asked about; null for a sequence. */
  readonly event: PackEvent | null;
  readonly keys: readonly Option[];
  readonly distractors: readonly Option[];
  /** The events that the options are, where they are events. */
  readonly optionEvents: readonly PackEvent[];
  /** The two events that bound a `between`; else empty. */
  readonly bounds: readonly PackEvent[];
  /** `kind/form`. */
  readonly form: FormKey;
}

/** Reads a question against its pack; null if its fact or one of its events is not the pack's. */
export function readSubject(context: Context, question: Question): Subject | null {
  const fact = parseFact(question.fact);
  return fact === null ? null : subjectOf(context, question, fact);
}

/** The same of a question whose fact has been read. */
export function subjectOf(context: Context, question: Question, fact: Fact): Subject | null {
  const ids = fact.kind === 'sequence' ? fact.events : [fact.event];
  const bounds = question.bounds ?? [];
  const ofEvents = question.kind === 'sequence' || question.kind === 'event';
  const optionIds = ofEvents ? question.options.map(({ value }) => value) : [];
  if (![...ids, ...bounds, ...optionIds].every((id) => context.index.hasEvent(id))) return null;
  if (fact.kind !== question.kind) return null;
  const form = formKey(question.kind, question.form);
  if (form === null) return null;
  const events = ids.map((id) => context.index.event(id));
  const keys: Option[] = [];
  const distractors: Option[] = [];
  for (const option of question.options) (question.key.includes(option.id) ? keys : distractors).push(option);
  return {
    context,
    question,
    fact,
    events,
    event: fact.kind === 'sequence' ? null : (events[0] ?? null),
    keys,
    distractors,
    optionEvents: optionIds.map((id) => context.index.event(id)),
    bounds: bounds.map((id) => context.index.event(id)),
    form,
  };
}

/** The date of an option's value; null where it is none. */
export function optionDate(option: Option): DatePart | null {
  return dateIn(option.value);
}

/** Several rules ask for the date of one option: it is read once. */
const dateIn = remembered((value): DatePart | null => {
  const parsed = parseDate(value, null);
  return parsed.ok ? parsed.value : null;
});

/** Applies to questions of these forms only. */
export function ofForm(...forms: readonly FormKey[]): (subject: Subject) => boolean {
  return ({ form }) => forms.includes(form);
}

/** Applies where there is something to choose from: typed and map questions have no options. */
export function withOptions({ question }: Subject): boolean {
  return question.accept === null;
}

/** Applies to questions of these kinds only. */
export function ofKind(...kinds: readonly Question['kind'][]): (subject: Subject) => boolean {
  return ({ question }) => kinds.includes(question.kind);
}
