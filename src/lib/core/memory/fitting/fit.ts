import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from '../parameters';
import { descend } from './descend';
import { fillAndOrder, searchFirstStabilities } from './first-stability';
import { byRecency, lessonOf } from './lesson';
import { outliersOf } from './outliers';
import type { Series } from './series';

/** Below so many predicted answers the defaults stay; below the second number only the first stabilities are fitted (as in fsrs-rs). */
export const LEAST_ANSWERS = 8;
export const ANSWERS_FOR_ALL = 64;

export interface Fitted {
  /** 21, inside their bounds, to four decimals: the digits that the published weights have. */
  readonly weights: readonly number[];
  /** `none`: too few answers, the weights are the defaults. `first`: the first four were fitted. */
  readonly what: 'none' | 'first' | 'all';
  /** Predicted answers that it was made from. */
  readonly answers: number;
}

/** Fits the weights to the answers given before a study day. The same answers give the same weights. */
export function fit(series: Series, beforeDay = Infinity): Fitted {
  const whole = lessonOf(series, beforeDay);
  if (whole.answers < LEAST_ANSWERS) return { weights: DEFAULT_WEIGHTS, what: 'none', answers: whole.answers };
  const lesson = lessonOf(series, beforeDay, outliersOf(series, beforeDay));
  const { answers } = lesson;
  const { stabilities, counts } = searchFirstStabilities(lesson);
  const centre = [...stabilities, ...DEFAULT_WEIGHTS.slice(stabilities.length)];
  if (answers < ANSWERS_FOR_ALL) return { weights: rounded(centre), what: 'first', answers };
  const weights = descend(byRecency(lesson), centre);
  const first = fillAndOrder(weights.slice(0, 4), counts);
  return { weights: rounded([...first, ...weights.slice(4)]), what: 'all', answers };
}

function rounded(weights: readonly number[]): readonly number[] {
  return weights.map((weight, index) => {
    const [low, high] = WEIGHT_BOUNDS[index] ?? [0, 0];
    return Math.min(Math.max(Math.round(weight * 1e4) / 1e4, low), high);
  });
}
