import type { PackEvent } from '../../packs/pack';
import { parseWhen } from '../../time/parse-when';
import type { DatePart } from '../../time/when';
import type { Context } from '../context';
import { parseFact, type Fact } from '../facts';
import type { Option, Question } from '../question';

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
}

/** Reads a question against its pack; null if its fact or one of its events is not the pack's. */
export function readSubject(context: Context, question: Question): Subject | null {
  const fact = parseFact(question.fact);
  if (fact === null) return null;
  const ids = fact.kind === 'sequence' ? fact.events : [fact.event];
  if (!ids.every((id) => context.index.hasEvent(id))) return null;
  const events = ids.map((id) => context.index.event(id));
  const isKey = (option: Option): boolean => question.key.includes(option.id);
  return {
    context,
    question,
    fact,
    events,
    event: fact.kind === 'sequence' ? null : (events[0] ?? null),
    keys: question.options.filter(isKey),
    distractors: question.options.filter((option) => !isKey(option)),
  };
}

/** The date of an option's value; null where it is none. */
export function optionDate(option: Option): DatePart | null {
  const parsed = parseWhen(option.value, null);
  return parsed.ok && parsed.value.form.kind === 'date' ? parsed.value.form.date : null;
}

/** Applies to questions of these kinds only. */
export function ofKind(...kinds: readonly Question['kind'][]): (subject: Subject) => boolean {
  return ({ question }) => kinds.includes(question.kind);
}
