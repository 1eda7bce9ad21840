import type { Recall } from './history';
import { FEWEST, wilson } from './interval';
import type { Interval } from './interval';

/** Recalls whose predicted chance of a right answer lies between two bounds. */
export interface CalibrationBin {
  /** low ≤ predicted < high; the last bin holds 1 too. */
  readonly low: number;
  readonly high: number;
  readonly total: number;
  readonly right: number;
  /** Means of what was predicted, a right answer and recall; null for none. */
  readonly predicted: number | null;
  readonly recall: number | null;
  /** The share that was right, and its interval of 95 %. */
  readonly actual: number | null;
  readonly interval: Interval;
  readonly thin: boolean;
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  readonly total: number;
  /** Means over all; null for none. */
  readonly predicted: number | null;
  readonly actual: number | null;
  readonly interval: Interval;
  /** Mean of −ln of the chance given to what happened, in nats; 0 is best. Null for none. */
  readonly logLoss: number | null;
  /** Root of the mean squared distance of predicted and actual share over the bins, each weighted by its recalls. Null for none. */
  readonly rmse: number | null;
  /**
   * `thin`: too few to say. Else by whether the mean prediction lies inside the interval of what happened: `fits`, or what happened
   * was `better` or `worse`.
   */
  readonly verdict: 'thin' | 'fits' | 'better' | 'worse';
}

/** Bounds of the bins: fine where most predictions lie. */
const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1] as const;

/** No chance counts as nothing or as certain: one surprise would make the log loss infinite. */
const LEAST = 1e-6;

interface Prediction {
  /** R + (1 − R)·g: recalled, or else guessed. */
  readonly right: number;
  readonly recall: number;
  readonly happened: boolean;
}

/**
 * How well the schedule's predictions came true. It predicts recall; what can be seen is a right answer, which a lucky guess gives
 * too: hence a prediction of R and a guess of g is compared as R + (1 − R)·g. Recalls without a prediction are left out.
 */
export function calibrationOf(recalls: readonly Recall[]): Calibration {
  const predictions = recalls.flatMap(({ predicted, guess, recalled }): Prediction[] =>
    predicted === null ? [] : [{ right: predicted + (1 - predicted) * guess, recall: predicted, happened: recalled }],
  );
  const total = predictions.length;
  const bins = EDGES.slice(0, -1).map((low, index) => {
    const high = EDGES[index + 1] ?? 1;
    return binOf(
      low,
      high,
      predictions.filter(({ right }) => right >= low && (right < high || (high === 1 && right >= 1))),
    );
  });
  const right = predictions.filter(({ happened }) => happened).length;
  const predicted = mean(predictions.map((each) => each.right));
  const interval = wilson(right, total);
  const squares = bins.reduce((sum, bin) => sum + bin.total * ((bin.predicted ?? 0) - (bin.actual ?? 0)) ** 2, 0);
  return {
    bins,
    total,
    predicted,
    actual: total === 0 ? null : right / total,
    interval,
    logLoss: mean(predictions.map(surprise)),
    rmse: total === 0 ? null : Math.sqrt(squares / total),
    verdict:
      predicted === null || total < FEWEST
        ? 'thin'
        : predicted < interval.low
          ? 'better'
          : predicted > interval.high
            ? 'worse'
            : 'fits',
  };
}

function binOf(low: number, high: number, members: readonly Prediction[]): CalibrationBin {
  const total = members.length;
  const right = members.filter(({ happened }) => happened).length;
  return {
    low,
    high,
    total,
    right,
    predicted: mean(members.map((each) => each.right)),
    recall: mean(members.map((each) => each.recall)),
    actual: total === 0 ? null : right / total,
    interval: wilson(right, total),
    thin: total < FEWEST,
  };
}

function surprise({ right, happened }: Prediction): number {
  const chance = Math.min(1 - LEAST, Math.max(LEAST, right));
  return -Math.log(happened ? chance : 1 - chance);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
