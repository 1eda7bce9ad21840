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

/** Counted up: a long history is gone through once, and nothing of it is copied. */
interface Tally {
  total: number;
  right: number;
  /** Sums of what was predicted: R + (1 − R)·g, recalled or else guessed; and R. */
  predicted: number;
  recall: number;
}

const emptyTally = (): Tally => ({ total: 0, right: 0, predicted: 0, recall: 0 });

function count(tally: Tally, predicted: number, recall: number, happened: boolean): void {
  tally.total += 1;
  if (happened) tally.right += 1;
  tally.predicted += predicted;
  tally.recall += recall;
}

/**
 * How well the schedule's predictions came true. It predicts recall; what can be seen is a right answer, which a lucky guess gives
 * too: hence a prediction of R and a guess of g is compared as R + (1 − R)·g. Recalls without a prediction are left out.
 */
export function calibrationOf(recalls: readonly Recall[]): Calibration {
  const all = emptyTally();
  const tallies = EDGES.slice(1).map(emptyTally);
  let surprises = 0;
  for (const { predicted: recall, guess, recalled } of recalls) {
    if (recall === null) continue;
    const predicted = recall + (1 - recall) * guess;
    surprises += surprise(predicted, recalled);
    count(all, predicted, recall, recalled);
    const above = EDGES.findIndex((edge) => predicted < edge);
    const tally = tallies[(above === -1 ? EDGES.length - 1 : above) - 1];
    if (tally !== undefined) count(tally, predicted, recall, recalled);
  }
  const { total, right } = all;
  const bins = tallies.map((tally, index) => binOf(EDGES[index] ?? 0, EDGES[index + 1] ?? 1, tally));
  const predicted = mean(all.predicted, total);
  const interval = wilson(right, total);
  const squares = bins.reduce((sum, bin) => sum + bin.total * ((bin.predicted ?? 0) - (bin.actual ?? 0)) ** 2, 0);
  return {
    bins,
    total,
    predicted,
    actual: mean(right, total),
    interval,
    logLoss: mean(surprises, total),
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

function binOf(low: number, high: number, { total, right, predicted, recall }: Tally): CalibrationBin {
  return {
    low,
    high,
    total,
    right,
    predicted: mean(predicted, total),
    recall: mean(recall, total),
    actual: mean(right, total),
    interval: wilson(right, total),
    thin: total < FEWEST,
  };
}

function surprise(predicted: number, happened: boolean): number {
  const chance = Math.min(1 - LEAST, Math.max(LEAST, predicted));
  return -Math.log(happened ? chance : 1 - chance);
}

function mean(sum: number, total: number): number | null {
  return total === 0 ? null : sum / total;
}
