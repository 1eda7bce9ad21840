import { askOn, recallOn } from './exam-model';
import type { Expected } from './exam-model';
import { planExam } from './exam';
import type { ExamInput } from './exam';

/** Minutes a day that are compared before one is chosen. */
export const COMPARED_MINUTES = [0, 5, 10, 15, 20, 30, 45, 60] as const;

export interface CurvePoint {
  /** A day. */
  readonly minutes: number;
  /** Expected recall on the exam's day with the plan, and by the ordinary schedule in the same time; 0 … 1. */
  readonly planned: number;
  readonly ordinary: number;
}

/** What an ordinary schedule would do until the exam. */
export interface Ordinary {
  readonly newPerDay: number;
  /** Study day on which a fact is due; null: it was never learnt. */
  readonly dueOf: (fact: string) => number | null;
}

/** Expected recall on an exam's day for several caps of time, the plan beside the ordinary schedule. Pauses like `planExam`. */
export function* examCurve(
  input: Omit<ExamInput, 'secondsADay' | 'secondsToday'>,
  ordinary: Ordinary,
  minutes: readonly number[] = COMPARED_MINUTES,
): Generator<undefined, readonly CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const cap of minutes) {
    const secondsADay = cap * 60;
    const secondsToday = input.isFree?.(input.today) === true ? 0 : secondsADay;
    const plan = yield* planExam({ ...input, secondsADay, secondsToday });
    const usual = yield* recallByOrdinary({ ...input, secondsADay, secondsToday }, ordinary);
    points.push({ minutes: cap, planned: plan.recall, ordinary: usual });
  }
  return points;
}

interface Card {
  expected: Expected | null;
  due: number | null;
}

/** Expected recall on the exam's day by the ordinary schedule: what is due, the longest first, then new facts, while there is time. */
export function* recallByOrdinary(input: ExamInput, { newPerDay, dueOf }: Ordinary): Generator<undefined, number> {
  const { facts, today, examDay, scheduler, secondsADay, secondsToday, isFree = () => false } = input;
  const cards = facts.map((fact): Card => ({ expected: fact.known, due: dueOf(fact.fact) }));
  for (let day = today; day < examDay; day += 1) {
    yield;
    let left = day === today ? secondsToday : isFree(day) ? 0 : secondsADay;
    let fresh = newPerDay;
    const due = cards.filter((card) => card.expected !== null && card.due !== null && card.due <= day);
    due.sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
    const unseen = cards.filter((card) => card.expected === null);
    for (const card of [...due, ...unseen]) {
      const isNew = card.expected === null;
      if (isNew && fresh === 0) break;
      const asked = askOn(scheduler, card.expected, day);
      if (asked.seconds > left) break;
      left -= asked.seconds;
      if (isNew) fresh -= 1;
      card.expected = asked.after;
      card.due = day + Math.max(1, scheduler.interval(asked.after.memory));
    }
  }
  const total = cards.reduce((sum, { expected }) => sum + recallOn(scheduler, expected, examDay), 0);
  return cards.length === 0 ? 0 : total / cards.length;
}
