import type { FsrsMemory, Scheduler } from './fsrs';
import { FIRST_RETRIEVABILITY } from './weighting';

/** Seconds that one asking takes, the reading of its verdict included. */
export const ASKING_SECONDS = 15;

/** A fact as an exam plan sees it: what is remembered, and when it was asked last. Null: it was never learnt. */
export interface ExamFact {
  readonly fact: string;
  readonly known: { readonly memory: FsrsMemory; readonly lastDay: number } | null;
}

/** What is expected of a fact after it was asked on some days. */
export interface Expected {
  readonly memory: FsrsMemory;
  readonly lastDay: number;
}

/** Recall on a day, 0 … 1; 0 for a fact that was never learnt: what could be guessed is not counted. */
export function recallOn(scheduler: Scheduler, expected: Expected | null, day: number): number {
  return expected === null ? 0 : scheduler.retrievability(expected.memory, Math.max(0, day - expected.lastDay));
}

/**
 * What is expected after asking on a day, and the seconds it takes. Nobody knows how the answer will be; the memory is taken to be the mean
 * of what Good and Again lead to, weighted by the probability R of recall (stability as a geometric mean, as `weightedMemory` has it), and
 * a forgotten fact is asked a second time. At a first answer R = .5.
 */
export function askOn(
  scheduler: Scheduler,
  expected: Expected | null,
  day: number,
): { readonly after: Expected; readonly seconds: number } {
  const elapsed = expected === null ? 0 : Math.max(0, day - expected.lastDay);
  const before = expected?.memory ?? null;
  const recall = before === null ? FIRST_RETRIEVABILITY : scheduler.retrievability(before, elapsed);
  const [good, again] = [scheduler.nextMemory(before, elapsed, 3), scheduler.nextMemory(before, elapsed, 1)];
  const stability = Math.exp(recall * Math.log(good.stability) + (1 - recall) * Math.log(again.stability));
  const difficulty = recall * good.difficulty + (1 - recall) * again.difficulty;
  return { after: { memory: { stability, difficulty }, lastDay: day }, seconds: ASKING_SECONDS * (2 - recall) };
}

/** What comes of asking one fact on some days. */
export interface Followed {
  /** Expected recall on the exam's day. */
  readonly recall: number;
  /** Of each asking. */
  readonly seconds: readonly number[];
  /** Before each asking. */
  readonly states: readonly (Expected | null)[];
  /** After the last asking. */
  readonly last: Expected | null;
}

/** Follows a fact, of which `expected` is remembered, through askings on those days (rising). */
export function follow(
  scheduler: Scheduler,
  expected: Expected | null,
  days: readonly number[],
  examDay: number,
): Followed {
  let state = expected;
  const seconds: number[] = [];
  const states: (Expected | null)[] = [];
  for (const day of days) {
    states.push(state);
    const asked = askOn(scheduler, state, day);
    state = asked.after;
    seconds.push(asked.seconds);
  }
  return { recall: recallOn(scheduler, state, examDay), seconds, states, last: state };
}
