import type { FsrsMemory, Grade, Scheduler } from './fsrs';

/** Retrievability taken for a first answer, where there is nothing to compute one from. */
export const FIRST_RETRIEVABILITY = 0.5;

/** Below this probability that a right answer was known, the fact comes again in the same session. */
export const ASK_AGAIN_BELOW = 0.6;

/**
 * The probability that a right answer was recalled and not guessed: p = R / (R + (1 − R)·g), Bayes' rule for a learner who
 * recalls with probability R and else guesses right with probability g.
 *
 * @param retrievability R, 0 … 1
 * @param guess g, 0 (typed, ordered) … 1; 1 / options for a choice
 */
export function recalledGivenRight(retrievability: number, guess: number): number {
  if (guess === 0) return 1;
  const known = retrievability + (1 - retrievability) * guess;
  return known === 0 ? 0 : retrievability / known;
}

export interface WeightedMemory {
  readonly memory: FsrsMemory;
  /** p, the weight of the grade against Again; 1 where nothing was guessed. */
  readonly weight: number;
}

/**
 * Memory after an answer, with a right choice weighted by the probability p that it was known:
 * S′ = exp(p·ln S(Good) + (1 − p)·ln S(Again)), D′ linear likewise. Other grades are taken as they are.
 */
export function weightedMemory(
  scheduler: Scheduler,
  memory: FsrsMemory | null,
  elapsedDays: number,
  grade: Grade,
  guess: number,
): WeightedMemory {
  const plain = scheduler.nextMemory(memory, elapsedDays, grade);
  if (grade !== 3 || guess === 0) return { memory: plain, weight: 1 };
  const retrievability = memory === null ? FIRST_RETRIEVABILITY : scheduler.retrievability(memory, elapsedDays);
  const weight = recalledGivenRight(retrievability, guess);
  const forgotten = scheduler.nextMemory(memory, elapsedDays, 1);
  return {
    weight,
    memory: {
      stability: round(Math.exp(weight * Math.log(plain.stability) + (1 - weight) * Math.log(forgotten.stability))),
      difficulty: round(weight * plain.difficulty + (1 - weight) * forgotten.difficulty),
    },
  };
}

/** Eight decimals, as the memory model itself rounds: engines may differ in the last bits of exp and log, stored memory may not. */
function round(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
