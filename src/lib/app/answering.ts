import type { Response, Verdict } from '$lib/core/answers/response';
import type { Scheduler } from '$lib/core/memory/fsrs';
import { gradeBetween, gradeFact, gradeFirst, gradeLast, gradeOf, gradeOrder } from '$lib/core/memory/grading';
import type { GradedFact, Outcome } from '$lib/core/memory/grading';
import { MOST_MILLISECONDS } from '$lib/core/memory/log';
import type { AnswerEntry, Mark, Mistaken } from '$lib/core/memory/log';
import { memoryKey } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import { review } from '$lib/core/memory/review';
import type { ChooseInterval } from '$lib/core/memory/review';
import { ASK_AGAIN_BELOW } from '$lib/core/memory/weighting';
import type { FormKey, Question } from '$lib/core/questions/question';
import type { EntryStamp } from './entry-stamps';
import type { FactInfo, MemoryChange } from './ports';

/** An answer and the circumstances that the log keeps. */
export interface Answered {
  readonly question: Question;
  readonly info: FactInfo;
  readonly response: Response;
  readonly verdict: Verdict;
  /** What a wrong response stands for; null: nothing of the pack. */
  readonly mistaken: Mistaken | null;
  /** The learner said "too easy". */
  readonly easy: boolean;
  /** Hints that were given before it. */
  readonly hints: number;
  /** Nothing is scheduled: the answer is kept without marks. */
  readonly cram: boolean;
  readonly milliseconds: number;
  readonly stamp: EntryStamp;
  /** How the stamp's study day came about. */
  readonly clock: AnswerEntry['clock'];
}

/** When a fact comes next: after days by the study day, or after minutes by the clock. */
export type NextDue = { readonly days: number } | { readonly minutes: number };

/** What an answer leads to, worked out before anything is stored. */
export interface Consequence {
  readonly entry: AnswerEntry;
  readonly changes: readonly MemoryChange[];
  /** Memories as the answer met them. */
  readonly met: ReadonlyMap<string, MemoryRecord | null>;
  readonly returns: 'no' | 'again' | 'harder';
  /** The earliest of the memories it touched; null where it touched none. */
  readonly next: NextDue | null;
}

/** g of each form: the probability that a learner who knows nothing is right. What is produced and orderings count as recall (study.md §4). */
const GUESS: Record<FormKey, (options: number) => number> = {
  'date/choice': (options) => 1 / options,
  'date/typed': () => 0,
  'place/choice': (options) => 1 / options,
  'place/map': () => 0,
  'place/typed': () => 0,
  'sequence/order': () => 0,
  'sequence/first': (options) => 1 / options,
  'sequence/last': (options) => 1 / options,
  'sequence/between': (options) => 1 / options,
  'event/choice': (options) => 1 / options,
};

/** Works out what an answer does to the log, to memory and to the session. Pure. */
export function consequenceOf(
  answered: Answered,
  recordOf: (key: string) => MemoryRecord | null,
  scheduler: Scheduler,
  choose: ChooseInterval | null = null,
): Consequence {
  const { question, info, verdict, easy, stamp, response, hints } = answered;
  const { id, day, utcMs } = stamp;
  const guess = GUESS[`${question.kind}/${question.form}` as FormKey](Math.max(1, question.options.length));
  const outcome: Outcome = { credit: 'pass' in response ? 0 : verdict.credit, hints, guess, easy };
  const grades = gradesOf(question, info, response, outcome);
  const graded = answered.cram ? [] : grades;
  const marks: Mark[] = [];
  const changes: MemoryChange[] = [];
  const records: MemoryRecord[] = [];
  const metBefore = new Map<string, MemoryRecord | null>();
  for (const { fact, grade, guess: g } of graded) {
    const answer = info.memories.find((memory) => memory.fact === fact)?.answer;
    if (answer === undefined) continue;
    const key = memoryKey(question.pack, fact);
    const met = recordOf(key);
    const reviewed = review(
      met,
      { pack: question.pack, fact, asked: question.fact, answer, grade, guess: g, entry: id, day, utcMs },
      scheduler,
      choose,
    );
    const { weight, before, chosen } = reviewed;
    marks.push({ fact, answer, grade, guess: g, weight, before, ...(chosen === null ? {} : { interval: chosen }) });
    changes.push({ key, basedOn: met?.lastEntry ?? null, record: reviewed.record });
    records.push(reviewed.record);
    metBefore.set(key, met);
  }
  const entry: AnswerEntry = {
    type: 'answer',
    ...stamp,
    fact: question.fact,
    form: question.form,
    language: question.language,
    seed: question.seed,
    options: question.options.map((option) => option.id),
    values: question.options.map((option) => option.value),
    chosen: chosenOf(response),
    ...(answered.mistaken === null ? {} : { mistaken: answered.mistaken }),
    credit: outcome.credit,
    guess,
    milliseconds: Math.max(0, Math.min(Math.round(answered.milliseconds), MOST_MILLISECONDS)),
    hints: outcome.hints,
    grade: gradeOf(outcome),
    marks,
    parameters: scheduler.parameters.id,
    easy,
    clock: answered.clock,
    ...(answered.cram ? { cram: true as const } : {}),
  };
  const failed = grades.some(({ grade }) => grade === 1);
  const guessed = marks.some((mark) => mark.weight < ASK_AGAIN_BELOW);
  const returns = failed ? 'again' : guessed ? 'harder' : 'no';
  return { entry, changes, met: metBefore, returns, next: nextDueOf(records, day, utcMs) };
}

/** What grading needs of an answer besides its credit. */
interface Given {
  readonly question: Question;
  readonly response: Response;
  readonly outcome: Outcome;
  /** The first memory behind the fact: for everything but a sequence the only one. */
  readonly fact: string | null;
  /** The events shown, in the order of the fact's chain. */
  readonly chain: readonly string[];
  /** The event of an option. */
  readonly eventOf: (option: string) => string | undefined;
}

const gradeOne = ({ fact, outcome }: Given): readonly GradedFact[] => (fact === null ? [] : gradeFact(fact, outcome));

/** What an answer in each form says of which memories, exhaustively: a new form does not compile until it is graded. */
const GRADES: Readonly<Record<FormKey, (given: Given) => readonly GradedFact[]>> = {
  'date/choice': gradeOne,
  'date/typed': gradeOne,
  'place/choice': gradeOne,
  'place/map': gradeOne,
  'place/typed': gradeOne,
  'event/choice': gradeOne,
  'sequence/first': ({ chain, outcome }) => gradeFirst(chain, outcome),
  'sequence/last': ({ chain, outcome }) => gradeLast(chain, outcome),
  'sequence/between': ({ question: { key, bounds }, eventOf, outcome }) => {
    const event = eventOf(key[0] ?? '');
    return event === undefined || bounds === undefined ? [] : gradeBetween(bounds, event, outcome);
  },
  'sequence/order': ({ question, response, chain, eventOf, outcome }) => {
    const ties = question.ties.map(([a, b]) => [eventOf(a) ?? a, eventOf(b) ?? b] as const);
    const order = 'order' in response ? response.order.flatMap((id) => eventOf(id) ?? []) : null;
    return gradeOrder(chain, order, outcome, ties);
  },
};

function gradesOf(question: Question, info: FactInfo, response: Response, outcome: Outcome): readonly GradedFact[] {
  const events = new Map(question.options.map(({ id, value }) => [id, value]));
  const shown = new Set(events.values());
  const form = `${question.kind}/${question.form}` as FormKey; // a question's kind and form are those of its maker's key
  return GRADES[form]({
    question,
    response,
    outcome,
    fact: info.memories[0]?.fact ?? null,
    chain: info.events.filter((event) => shown.has(event)),
    eventOf: (option) => events.get(option),
  });
}

function chosenOf(response: Response): AnswerEntry['chosen'] {
  if ('choice' in response) return response.choice;
  if ('order' in response) return response.order;
  if ('typed' in response) return response.typed;
  return 'point' in response ? response.point : null;
}

function nextDueOf(records: readonly MemoryRecord[], day: number, nowMs: number): NextDue | null {
  const clock = records.flatMap((record) => record.dueMs ?? []);
  if (clock.length > 0) return { minutes: Math.max(1, Math.round((Math.min(...clock) - nowMs) / 60_000)) };
  const days = records.flatMap((record) => record.due ?? []);
  return days.length > 0 ? { days: Math.min(...days) - day } : null;
}
