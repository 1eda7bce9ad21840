// The only file that names ts-fsrs. Its scheduler counts days by UTC midnight, fuzzes with milliseconds and repairs bad settings
// in silence; so only the memory model is taken from it (`next_state`, the forgetting curve, the interval of a stability), and days,
// fuzz, steps and settings are ours.
import { FSRSAlgorithm, forgetting_curve } from 'ts-fsrs';
import { checkParameters } from './parameters';
import type { ParameterSet } from './parameters';

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Grade = 1 | 2 | 3 | 4;

/** What FSRS knows of one fact. */
export interface FsrsMemory {
  /** Days after which the fact is recalled with probability .9; .001 … 36,500. */
  readonly stability: number;
  /** 1 … 10. */
  readonly difficulty: number;
}

/** The memory model under one parameter set. Pure: same arguments, same result. */
export interface Scheduler {
  readonly parameters: ParameterSet;
  /**
   * Memory after an answer. `elapsedDays` are study days since the last one, whole and not negative (null memory: first answer, 0).
   * A fresh plain object each time.
   */
  nextMemory(memory: FsrsMemory | null, elapsedDays: number, grade: Grade): FsrsMemory;
  /** Probability of recall after that many study days, 0 … 1; 1 on the same day. */
  retrievability(memory: FsrsMemory, elapsedDays: number): number;
  /** Days until recall falls to the desired retention, 1 … maximumIntervalDays, before fuzz. */
  interval(memory: FsrsMemory): number;
}

/** @throws RangeError for a parameter set that `checkParameters` refuses. */
export function createScheduler(parameters: ParameterSet): Scheduler {
  const [first] = checkParameters(parameters);
  if (first)
    throw new RangeError(`${first.field}: ${first.message} (expected ${first.expected}, received ${first.received})`);
  const weights = [...parameters.weights];
  const model = new FSRSAlgorithm({
    w: weights,
    request_retention: parameters.retention,
    maximum_interval: parameters.maximumIntervalDays,
    enable_fuzz: false,
    enable_short_term: true,
    // Steps are ours; with more than one relearning step the library would clip two weights.
    learning_steps: [],
    relearning_steps: [],
  });
  return {
    parameters,
    nextMemory(memory, elapsedDays, grade) {
      const { stability, difficulty } = model.next_state(memory, wholeDays(elapsedDays), grade);
      return { stability, difficulty };
    },
    retrievability(memory, elapsedDays) {
      return forgetting_curve(weights, wholeDays(elapsedDays), memory.stability);
    },
    interval(memory) {
      return Math.min(model.next_interval(memory.stability, 0), parameters.maximumIntervalDays);
    },
  };
}

function wholeDays(elapsedDays: number): number {
  if (!Number.isInteger(elapsedDays) || elapsedDays < 0) {
    throw new RangeError(`elapsed days ${String(elapsedDays)} (expected whole study days from 0)`);
  }
  return elapsedDays;
}
