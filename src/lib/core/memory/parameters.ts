import { checksum } from './hash';

/** What the scheduler may be told. Every log entry names the set it was scheduled with, so that a replay uses the same one. */
export interface Parameters {
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[];
  /** Desired retention: the recall probability at which a review falls due, .7 … .99. */
  readonly retention: number;
  /** Longest interval in days, 1 … 36,500. */
  readonly maximumIntervalDays: number;
  /** Minutes by the clock, each below a day, before a new fact is reviewed by study day; may be empty. */
  readonly learningSteps: readonly number[];
  /** The same after a lapse. */
  readonly relearningSteps: readonly number[];
}

export interface ParameterSet extends Parameters {
  /** Made from the content: equal sets have equal ids, on every device. */
  readonly id: string;
}

/** What is wrong with a setting, in words for a person. */
export interface SettingProblem {
  readonly field: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
}

/** Published default weights of FSRS-6 (open-spaced-repetition, as in fsrs-rs and ts-fsrs 5.4; a test compares them). */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
  1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]; // prettier-ignore

export const DEFAULT_PARAMETERS: Parameters = {
  weights: DEFAULT_WEIGHTS,
  retention: 0.9,
  maximumIntervalDays: 36_500,
  learningSteps: [10],
  relearningSteps: [10],
};

export const RETENTION_RANGE = [0.7, 0.99] as const;
export const MAXIMUM_INTERVAL_RANGE = [1, 36_500] as const;
export const STEP_RANGE = [1, 1439] as const;
export const MOST_STEPS = 10;

/** Bounds of each weight, as fsrs-rs clips them; weights 0–3 from .1 on, because the engine lifts a first stability to .1. */
export const WEIGHT_BOUNDS: readonly (readonly [number, number])[] = [
  [0.1, 100], [0.1, 100], [0.1, 100], [0.1, 100], [1, 10], [0.001, 4], [0.001, 4], [0.001, 0.75], [0, 4.5], [0, 0.8],
  [0.001, 3.5], [0.001, 5], [0.001, 0.25], [0.001, 0.9], [0, 4], [0, 1], [1, 6], [0, 2], [0, 2], [0.01, 0.8], [0.1, 0.8],
]; // prettier-ignore

/** Every problem of a parameter set; an empty list means that the scheduler will use it exactly as it stands. */
export function checkParameters(parameters: Parameters): readonly SettingProblem[] {
  const problems: SettingProblem[] = [];
  const { weights, retention, maximumIntervalDays } = parameters;
  if (weights.length !== WEIGHT_BOUNDS.length) {
    problems.push(problem('weights', 'the wrong number of weights', '21 numbers', String(weights.length)));
  }
  WEIGHT_BOUNDS.forEach(([low, high], index) => {
    const weight = weights[index];
    if (weight !== undefined && !(weight >= low && weight <= high)) {
      problems.push(
        problem(`weights[${String(index)}]`, 'out of bounds', `${String(low)} to ${String(high)}`, String(weight)),
      );
    }
  });
  const [leastRetention, mostRetention] = RETENTION_RANGE;
  if (!(retention >= leastRetention && retention <= mostRetention)) {
    problems.push(problem('retention', 'desired retention is out of range', '0.7 to 0.99', String(retention)));
  }
  const [shortest, longest] = MAXIMUM_INTERVAL_RANGE;
  if (!Number.isInteger(maximumIntervalDays) || maximumIntervalDays < shortest || maximumIntervalDays > longest) {
    problems.push(
      problem(
        'maximumIntervalDays',
        'the longest interval is out of range',
        'whole days from 1 to 36500',
        String(maximumIntervalDays),
      ),
    );
  }
  for (const field of ['learningSteps', 'relearningSteps'] as const) {
    const steps: unknown = parameters[field];
    if (!Array.isArray(steps) || steps.length > MOST_STEPS || !steps.every(isStep)) {
      problems.push(
        problem(
          field,
          'steps are minutes',
          `at most ${String(MOST_STEPS)} whole numbers from 1 to 1439`,
          JSON.stringify(steps),
        ),
      );
    }
  }
  return problems;
}

/**
 * Names a parameter set by its content.
 *
 * @throws RangeError for a set that `checkParameters` refuses: a bad set must never reach the log.
 */
export function nameParameters(parameters: Parameters): ParameterSet {
  const [first] = checkParameters(parameters);
  if (first)
    throw new RangeError(`${first.field}: ${first.message} (expected ${first.expected}, received ${first.received})`);
  const { weights, retention, maximumIntervalDays, learningSteps, relearningSteps } = parameters;
  const content = {
    weights: [...weights],
    retention,
    maximumIntervalDays,
    learningSteps: [...learningSteps],
    relearningSteps: [...relearningSteps],
  };
  return { id: `fsrs6-${checksum(JSON.stringify(content))}`, ...content };
}

function isStep(step: unknown): boolean {
  return typeof step === 'number' && Number.isInteger(step) && step >= STEP_RANGE[0] && step <= STEP_RANGE[1];
}

function problem(field: string, message: string, expected: string, received: string): SettingProblem {
  return { field, message, expected, received };
}
