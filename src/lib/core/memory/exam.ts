import { ASKING_SECONDS, follow } from './exam-model';
import type { ExamFact, Expected, Followed } from './exam-model';
import type { Scheduler } from './fsrs';

/** Days until the exam are planned in so many parts at most: today alone, the others in equal spans. */
const MOST_SPANS = 16;
/** An asking that raises the recall of its fact by less than this is not worth anybody's time. */
const LEAST_GAIN = 0.002;
/** Passes over the finished plan that move single askings to better days. */
const MOST_PASSES = 1;

export interface ExamInput {
  readonly facts: readonly ExamFact[];
  /** The study day from which is planned, and the exam's; nothing is asked on the exam's day itself. */
  readonly today: number;
  readonly examDay: number;
  /** Seconds a day; and what of them is left today. */
  readonly secondsADay: number;
  readonly secondsToday: number;
  readonly scheduler: Scheduler;
  /** Whether nothing is asked on a study day to come. Absent: on every day. */
  readonly isFree?: (day: number) => boolean;
}

export interface ExamPlan {
  /** Expected recall on the exam's day over all facts, 0 … 1; 0 of no facts. */
  readonly recall: number;
  /** What to ask today, the most worthwhile first. */
  readonly today: readonly string[];
  /** What else would gain something today, for who has more time than planned. */
  readonly more: readonly string[];
  /** Askings that the rest of today's time has room for: where there is time enough, the plan itself begins late. */
  readonly room: number;
}

/** A span of days that the planner takes for one: all on which something is asked are as good as the one in their middle. */
interface Span {
  readonly day: number;
  readonly seconds: number;
  used: number;
}

interface Planned {
  readonly fact: ExamFact;
  /** Indexes of spans, rising. */
  spans: readonly number[];
  now: Followed;
  /** The next asking that would gain most; null: none is worth it. */
  best: Step | null;
}

interface Step {
  readonly spans: readonly number[];
  readonly then: Followed;
  /** Recall gained for each second it takes. */
  readonly worth: number;
}

/**
 * Plans the askings of all facts until an exam: the highest expected recall on its day that can be reached under a daily cap of time. Step by
 * step the asking that gains most recall a second is added (the greedy rule for knapsacks of Dantzig 1957; each asking changes the worth
 * of the others of its fact only, so one queue of best steps is enough), then single askings are moved to better days. The exact optimum is a
 * hard problem; on small cases, where all plans can be tried, a test holds this one to it.
 *
 * Assumes that a learner answers as FSRS predicts, and that an asking takes `ASKING_SECONDS`. Pauses by yielding, for a caller that must
 * not block; run to its end in one go it is the same. Deterministic.
 */
export function* planExam(input: ExamInput): Generator<undefined, ExamPlan> {
  const spans = spansOf(input);
  const plans: Planned[] = [];
  for (const fact of input.facts) {
    const plan: Planned = { fact, spans: [], now: follow(input.scheduler, fact.known, [], input.examDay), best: null };
    plan.best = bestStep(plan, spans, input);
    plans.push(plan);
    yield;
  }
  const queue = new StepQueue(plans);
  for (;;) {
    yield;
    const plan = queue.take();
    if (plan?.best == null) break;
    if (fits(plan, plan.best, spans)) apply(plan, plan.best, spans);
    plan.best = bestStep(plan, spans, input);
    if (plan.best !== null) queue.put(plan);
  }
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let moved = false;
    for (const plan of plans) {
      yield;
      moved = moveOne(plan, spans, input) || moved;
    }
    if (!moved) break;
  }
  const total = plans.reduce((sum, plan) => sum + plan.now.recall, 0);
  const { today, more } = askedToday(plans, spans, input);
  const [first] = spans;
  const left = first === undefined ? 0 : Math.max(0, first.seconds - first.used);
  const recall = plans.length === 0 ? 0 : total / plans.length;
  return { recall, today, more, room: Math.floor(left / ASKING_SECONDS) };
}

/** Runs a planner to its end without a pause. */
export function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function spansOf({ today, examDay, secondsADay, secondsToday, isFree = () => false }: ExamInput): Span[] {
  const rest = Math.max(0, examDay - today - 1);
  const count = Math.min(rest, MOST_SPANS - 1);
  const spans: Span[] = examDay > today ? [{ day: today, seconds: secondsToday, used: 0 }] : [];
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [Math.floor((i * rest) / count), Math.floor(((i + 1) * rest) / count)];
    const days = Array.from({ length: to - from }, (_, index) => today + 1 + from + index).filter(
      (day) => !isFree(day),
    );
    const middle = days[Math.floor((days.length - 1) / 2)];
    if (middle !== undefined) spans.push({ day: middle, seconds: days.length * secondsADay, used: 0 });
  }
  return spans;
}

function askedToday(plans: readonly Planned[], spans: readonly Span[], input: ExamInput) {
  const byWorth = (facts: readonly { readonly fact: string; readonly worth: number }[]): readonly string[] =>
    [...facts].sort((a, b) => b.worth - a.worth).map(({ fact }) => fact);
  const today = plans.filter((plan) => plan.spans[0] === 0);
  const others = plans.filter((plan) => plan.spans[0] !== 0 && isOpen(plan, 0, input));
  return {
    today: byWorth(
      today.map((plan) => {
        const without = follow(input.scheduler, plan.fact.known, daysOf(plan.spans.slice(1), spans), input.examDay);
        return { fact: plan.fact.fact, worth: (plan.now.recall - without.recall) / (plan.now.seconds[0] ?? 1) };
      }),
    ),
    more: byWorth(
      others.flatMap((plan) => {
        const step = spans.length === 0 ? null : tryStep(plan, [0, ...plan.spans], 0, spans, input);
        const gain = step === null ? 0 : step.then.recall - plan.now.recall;
        return step === null || gain < LEAST_GAIN ? [] : [{ fact: plan.fact.fact, worth: step.worth }];
      }),
    ),
  };
}

/** Whether a fact may be asked in a span: not in one that has it already, nor today when it was asked today. */
function isOpen({ fact, spans }: Planned, span: number, { today }: ExamInput): boolean {
  return !spans.includes(span) && (span > 0 || (fact.known?.lastDay ?? -Infinity) < today);
}

function daysOf(indexes: readonly number[], spans: readonly Span[]): readonly number[] {
  return indexes.flatMap((index) => spans[index]?.day ?? []);
}

function bestStep(plan: Planned, spans: readonly Span[], input: ExamInput): Step | null {
  let best: Step | null = null;
  for (const [index, span] of spans.entries()) {
    if (span.used >= span.seconds || !isOpen(plan, index, input)) continue;
    const at = plan.spans.filter((other) => other < index).length;
    const step = tryStep(plan, plan.spans.toSpliced(at, 0, index), at, spans, input);
    if (
      step.then.recall - plan.now.recall >= LEAST_GAIN &&
      (best === null || step.worth > best.worth) &&
      fits(plan, step, spans)
    )
      best = step;
  }
  return best;
}

/** Other spans for a plan. What comes before the first that differs, at position `from`, stays as it is and is not followed again. */
function tryStep(
  { fact, now }: Planned,
  indexes: readonly number[],
  from: number,
  spans: readonly Span[],
  { scheduler, examDay }: ExamInput,
): Step {
  const days = daysOf(indexes.slice(from), spans);
  const start = from === 0 ? fact.known : stateAfter(now, from);
  const rest = follow(scheduler, start, days, examDay);
  const seconds = [...now.seconds.slice(0, from), ...rest.seconds];
  const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
  // An earlier asking makes later ones quicker: it may cost next to nothing, but never nothing.
  const cost = Math.max(1, sum(seconds) - sum(now.seconds));
  const then = {
    recall: rest.recall,
    seconds,
    states: [...now.states.slice(0, from), ...rest.states],
    last: rest.last,
  };
  return { spans: indexes, then, worth: (rest.recall - now.recall) / cost };
}

/** What is expected after so many askings of a plan. */
function stateAfter({ states, last }: Followed, askings: number): Expected | null {
  return askings < states.length ? (states[askings] ?? null) : last;
}

/** Whether the span of a step has room for it, given that the plan's other askings may become longer or shorter. */
function fits(plan: Planned, step: Step, spans: readonly Span[]): boolean {
  return step.spans.every((index, at) => {
    const span = spans[index];
    const before = plan.now.seconds[plan.spans.indexOf(index)] ?? 0;
    const after = step.then.seconds[at] ?? 0;
    return span !== undefined && (after <= before || span.used - before + after <= span.seconds);
  });
}

function apply(plan: Planned, step: Step, spans: readonly Span[]): void {
  for (const [at, index] of plan.spans.entries()) book(spans[index], -(plan.now.seconds[at] ?? 0));
  for (const [at, index] of step.spans.entries()) book(spans[index], step.then.seconds[at] ?? 0);
  plan.spans = step.spans;
  plan.now = step.then;
}

function book(span: Span | undefined, seconds: number): void {
  if (span !== undefined) span.used += seconds;
}

/** Moves one asking of a fact to the day on which it gains most; false: none is better where it might be. */
function moveOne(plan: Planned, spans: readonly Span[], input: ExamInput): boolean {
  let best: Step | null = null;
  for (const [position, from] of plan.spans.entries()) {
    for (const to of spans.keys()) {
      if (!isOpen(plan, to, input)) continue;
      const indexes = plan.spans.map((index) => (index === from ? to : index)).sort((a, b) => a - b);
      const step = tryStep(plan, indexes, Math.min(position, indexes.indexOf(to)), spans, input);
      if (step.then.recall > (best?.then.recall ?? plan.now.recall + LEAST_GAIN / 10) && fits(plan, step, spans))
        best = step;
    }
  }
  if (best !== null) apply(plan, best, spans);
  return best !== null;
}

/** A binary heap of plans, the one with the most worthwhile step first; of equals the first of the pack. */
class StepQueue {
  readonly #heap: { readonly plan: Planned; readonly worth: number; readonly order: number }[] = [];
  readonly #order: ReadonlyMap<Planned, number>;

  constructor(plans: readonly Planned[]) {
    this.#order = new Map(plans.map((plan, index) => [plan, index]));
    for (const plan of plans) if (plan.best !== null) this.put(plan);
  }

  put(plan: Planned): void {
    const heap = this.#heap;
    heap.push({ plan, worth: plan.best?.worth ?? 0, order: this.#order.get(plan) ?? 0 });
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, parent)) break;
      at = parent;
    }
  }

  take(): Planned | null {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const child = this.#isBefore(right, left) ? right : left;
        if (!this.#swapIfBefore(child, at)) break;
        at = child;
      }
    }
    return first.plan;
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return one !== undefined;
    return one.worth > other.worth || (one.worth === other.worth && one.order < other.order);
  }

  #swapIfBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined || !this.#isBefore(a, b)) return false;
    this.#heap[a] = other;
    this.#heap[b] = one;
    return true;
  }
}
