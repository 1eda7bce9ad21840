import { DEFAULT_PARAMETERS, DEFAULT_WEIGHTS, checkParameters } from './parameters';
import type { SettingProblem } from './parameters';

/** Weights fitted to a learner; what was in use before stays beside them, so that one tap goes back. */
export interface FittedWeights {
  readonly weights: readonly number[];
  /** In use before; null: the published defaults. */
  readonly previous: readonly number[] | null;
  /** False: the learner went back to what was before. */
  readonly inUse: boolean;
  /** UTC milliseconds at which they were put to use. */
  readonly sinceMs: number;
  /** Held-out answers of the check, and the log loss on them before and after. */
  readonly heldOut: number;
  readonly lossBefore: number;
  readonly lossAfter: number;
}

/** What the settings keep about fitting. */
export interface OwnWeights {
  /** UTC milliseconds of the last try, whatever came of it, and how many answers could be predicted then. */
  readonly triedMs: number;
  readonly answers: number;
  readonly fitted: FittedWeights | null;
}

/** The weights that schedule from now on. */
export function weightsInUse(own: OwnWeights | null): readonly number[] {
  const fitted = own?.fitted ?? null;
  if (fitted === null) return DEFAULT_WEIGHTS;
  return fitted.inUse ? fitted.weights : (fitted.previous ?? DEFAULT_WEIGHTS);
}

const NEW_ANSWERS = 64;
const A_MONTH_MS = 30 * 86_400_000;

/**
 * Whether a fit is worth proposing: so many answers more than at the last try, and a month after it. Nothing is ever fitted unasked.
 *
 * @param answers that can be predicted by now
 */
export function shouldPropose(own: OwnWeights | null, answers: number, nowMs: number): boolean {
  if (own === null) return answers >= NEW_ANSWERS;
  return answers - own.answers >= NEW_ANSWERS && nowMs - own.triedMs >= A_MONTH_MS;
}

/** What is wrong with a stored value; null when it is `OwnWeights | null` and may be used as it stands. */
export function checkOwnWeights(value: unknown): SettingProblem | null {
  if (value === null) return null;
  if (!isObject(value)) return refused('nothing about fitting', 'an object or null', value);
  const problem = checkNumbers(value, ['triedMs', 'answers']);
  if (problem !== null || value.fitted === null) return problem;
  const { fitted } = value;
  if (!isObject(fitted)) return refused('no fitted weights', 'an object or null', fitted);
  if (typeof fitted.inUse !== 'boolean') return refused('in use or not', 'true or false', fitted.inUse);
  return (
    checkNumbers(fitted, ['sinceMs', 'heldOut', 'lossBefore', 'lossAfter']) ??
    checkWeights(fitted.weights) ??
    (fitted.previous === null ? null : checkWeights(fitted.previous))
  );
}

function checkWeights(value: unknown): SettingProblem | null {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'number'))
    return refused('no weights', '21 numbers', value);
  const [problem] = checkParameters({ ...DEFAULT_PARAMETERS, weights: value });
  return problem === undefined ? null : { ...problem, field: `fitting.${problem.field}` };
}

function checkNumbers(value: Readonly<Record<string, unknown>>, fields: readonly string[]): SettingProblem | null {
  for (const field of fields) {
    const number = value[field];
    if (typeof number !== 'number' || !(number >= 0)) return refused(`no ${field}`, 'a number from 0', number);
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(message: string, expected: string, received: unknown): SettingProblem {
  return {
    field: 'fitting',
    message,
    expected,
    received: received === undefined ? 'nothing' : JSON.stringify(received),
  };
}
