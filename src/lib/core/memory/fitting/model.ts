import { recalledGivenRight, FIRST_RETRIEVABILITY } from '../weighting';

/** Stability in days and difficulty 1 … 10, changed in place: fitting and simulating take millions of steps. */
export interface MemoryState {
  stability: number;
  difficulty: number;
}

const LEAST_STABILITY = 0.001;
const MOST_STABILITY = 36_500;
/** The engine lifts a first stability to this. */
const LEAST_FIRST_STABILITY = 0.1;

/** FSRS-6 under one set of weights, with the update for guessed answers of `weightedMemory`. */
export interface Model {
  /** Probability of recall after so many days (≥ 0), 0 … 1. */
  recall(elapsedDays: number, stability: number): number;
  /** Days after which recall falls to `retention`, not rounded. */
  interval(stability: number, retention: number): number;
  /** Sets the state that a first answer leaves. */
  begin(state: MemoryState, grade: number, guess: number): void;
  /** Moves the state over an answer. `elapsedDays` are whole study days since the last one; 0: on the same day. */
  advance(state: MemoryState, elapsedDays: number, grade: number, guess: number): void;
}

/**
 * The memory model once more, small and fast enough for a worker that tries thousands of parameter sets: the same formulas as in
 * the engine that `fsrs.ts` names (FSRS-6, https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm) without its rounding to eight decimals. A test holds
 * the two against each other.
 *
 * @param weights the 21 weights, inside the bounds of `checkParameters`
 */
export function createModel(weights: ArrayLike<number>): Model {
  const w = Float64Array.from(weights);
  const at = (index: number): number => w[index] ?? 0;
  const [w6, w7, w9, w10, w11, w12, w13, w14] = [at(6), at(7), at(9), at(10), at(11), at(12), at(13), at(14)];
  const [w17, w18, w19, w20] = [at(17), at(18), at(19), at(20)];
  const factor = Math.exp(-Math.log(0.9) / w20) - 1;
  const growth = Math.exp(at(8));
  const easiest = firstDifficulty(4);
  const lapseShare = Math.exp(-w17 * w18);
  const bonus = [0, 0, at(15), 1, at(16)];

  function firstDifficulty(grade: number): number {
    return at(4) - Math.exp((grade - 1) * at(5)) + 1;
  }

  function recall(elapsedDays: number, stability: number): number {
    return Math.pow(1 + (factor * elapsedDays) / stability, -w20);
  }

  function nextDifficulty(difficulty: number, grade: number): number {
    const moved = difficulty - (w6 * (grade - 3) * (10 - difficulty)) / 9;
    return clamp(w7 * easiest + (1 - w7) * moved, 1, 10);
  }

  function remembered(state: MemoryState, recalled: number, grade: number): number {
    const { stability: s, difficulty: d } = state;
    const gain = growth * (11 - d) * Math.pow(s, -w9) * (Math.exp((1 - recalled) * w10) - 1) * (bonus[grade] ?? 1);
    return clamp(s * (1 + gain), LEAST_STABILITY, MOST_STABILITY);
  }

  function forgotten(state: MemoryState, recalled: number): number {
    const { stability: s, difficulty: d } = state;
    const after = w11 * Math.pow(d, -w12) * (Math.pow(s + 1, w13) - 1) * Math.exp((1 - recalled) * w14);
    return Math.min(Math.max(s * lapseShare, LEAST_STABILITY), clamp(after, LEAST_STABILITY, MOST_STABILITY));
  }

  function onSameDay(stability: number, grade: number): number {
    const change = Math.pow(stability, -w19) * Math.exp(w17 * (grade - 3 + w18));
    return clamp(stability * (grade >= 2 ? Math.max(change, 1) : change), LEAST_STABILITY, MOST_STABILITY);
  }

  function blend(state: MemoryState, weight: number, good: MemoryState, again: MemoryState): void {
    state.stability = Math.exp(weight * Math.log(good.stability) + (1 - weight) * Math.log(again.stability));
    state.difficulty = weight * good.difficulty + (1 - weight) * again.difficulty;
  }

  function first(grade: number): MemoryState {
    return {
      stability: Math.max(at(grade - 1), LEAST_FIRST_STABILITY),
      difficulty: clamp(firstDifficulty(grade), 1, 10),
    };
  }

  return {
    recall,
    interval(stability, retention) {
      return (stability / factor) * (Math.pow(retention, -1 / w20) - 1);
    },
    begin(state, grade, guess) {
      const plain = first(grade);
      const weight = grade === 3 ? recalledGivenRight(FIRST_RETRIEVABILITY, guess) : 1;
      if (weight < 1) blend(state, weight, plain, first(1));
      else Object.assign(state, plain);
    },
    advance(state, elapsedDays, grade, guess) {
      if (elapsedDays === 0) {
        // Recall is certain on the same day, so that nothing was guessed.
        state.stability = onSameDay(state.stability, grade);
        state.difficulty = nextDifficulty(state.difficulty, grade);
        return;
      }
      const recalled = recall(elapsedDays, state.stability);
      const weight = grade === 3 ? recalledGivenRight(recalled, guess) : 1;
      const stability = grade === 1 ? forgotten(state, recalled) : remembered(state, recalled, grade);
      const difficulty = nextDifficulty(state.difficulty, grade);
      if (weight < 1) {
        const again = { stability: forgotten(state, recalled), difficulty: nextDifficulty(state.difficulty, 1) };
        blend(state, weight, { stability, difficulty }, again);
        return;
      }
      state.stability = stability;
      state.difficulty = difficulty;
    },
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
