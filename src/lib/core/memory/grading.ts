import type { Grade } from './fsrs';
import { pairFact, pairsOfChain } from './memory-key';

/** Credit from which a near miss counts as Hard. */
export const NEAR_CREDIT = 0.8;

/** How one question was answered, as plain data: memory knows nothing of questions. */
export interface Outcome {
  /** 0 … 1; 0 for "don't know". */
  readonly credit: number;
  readonly hints: number;
  /** g: probability of a right guess. 1 / options for a choice, 0 where the answer is produced. */
  readonly guess: number;
  /** The learner said "too easy" of a right answer. */
  readonly easy: boolean;
}

export interface GradedFact {
  readonly fact: string;
  readonly grade: Grade;
  readonly guess: number;
}

/**
 * The grade of an answer (study.md §4): right is Good, a near miss from .8 is Hard, all else Again; after a hint Again;
 * Easy only when the learner says so. The time taken has no part in it.
 */
export function gradeOf(outcome: Outcome): Grade {
  if (outcome.hints > 0) return 1;
  if (outcome.credit >= 1) return outcome.easy ? 4 : 3;
  return outcome.credit >= NEAR_CREDIT ? 2 : 1;
}

/** Grades for a question about one fact. */
export function gradeFact(fact: string, outcome: Outcome): readonly GradedFact[] {
  return [{ fact, grade: gradeOf(outcome), guess: outcome.guess }];
}

/**
 * Grades for an ordering, one memory per neighbouring pair: all right, and each pair gets the grade; partly right, and each pair that was
 * put the wrong way round gets Again while the others keep their memory; nothing given, and each pair gets Again.
 *
 * @param chain event ids, earliest first
 * @param given the same ids in the order that the learner gave; null for "don't know"
 * @param tied neighbours whose order does not matter: they prove nothing
 */
export function gradeOrder(
  chain: readonly string[],
  given: readonly string[] | null,
  outcome: Outcome,
  tied: readonly (readonly [string, string])[] = [],
): readonly GradedFact[] {
  const definite = neighbours(chain).filter(
    ([a, b]) => !tied.some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
  );
  const rank = new Map((given ?? []).map((event, index) => [event, index]));
  const complete = given !== null && chain.every((event) => rank.has(event));
  const wrong = definite.filter(([earlier, later]) => !complete || (rank.get(earlier) ?? 0) > (rank.get(later) ?? 0));
  const grade = wrong.length > 0 ? 1 : gradeOf({ ...outcome, credit: 1 });
  const graded = wrong.length > 0 ? wrong : definite;
  return graded.map(([earlier, later]) => ({ fact: pairFact(earlier, later), grade, guess: outcome.guess }));
}

/**
 * Grades for "which came first?": it proves that the first of the chain came before each other, and of those pairs only the first
 * neighbouring one is a memory.
 */
export function gradeFirst(chain: readonly string[], outcome: Outcome): readonly GradedFact[] {
  const grade = gradeOf(outcome);
  return pairsOfChain(chain.slice(0, 2)).map((fact) => ({ fact, grade, guess: outcome.guess }));
}

/** Grades for "which came last?", in the same way: of the pairs that it proves only the last neighbouring one is a memory. */
export function gradeLast(chain: readonly string[], outcome: Outcome): readonly GradedFact[] {
  const grade = gradeOf(outcome);
  return pairsOfChain(chain.slice(-2)).map((fact) => ({ fact, grade, guess: outcome.guess }));
}

/**
 * Grades for "which happened between these two?": it proves that the key came after the one and before the other. Where the three
 * are neighbours in a chain, both pairs are memories; the caller keeps no memory of other pairs.
 *
 * @param bounds the event before the key and the event after it
 */
export function gradeBetween(bounds: readonly [string, string], key: string, outcome: Outcome): readonly GradedFact[] {
  const grade = gradeOf(outcome);
  return pairsOfChain([bounds[0], key, bounds[1]]).map((fact) => ({ fact, grade, guess: outcome.guess }));
}

function neighbours(chain: readonly string[]): readonly (readonly [string, string])[] {
  return chain.flatMap((event, index) => {
    const next = chain[index + 1];
    return next === undefined ? [] : [[event, next] as const];
  });
}
