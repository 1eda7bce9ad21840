import { WEIGHT_BOUNDS } from '../parameters';
import { WEIGHT_COUNT } from './branch';
import type { Lesson } from './lesson';
import { totalLoss } from './loss';
import { measure } from './measure';
import type { Measured } from './measure';
import { solve } from './solve';

/**
 * How far each weight lies from the usual one among learners, as standard deviations (published with fsrs-rs, which regularises by them). Two
 * weights of equal use in prediction are told apart by it.
 */
const SPREAD: readonly number[] = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
  0.27,
]; // prettier-ignore

/** First stabilities differ by factors, the other weights by amounts: the first four move on the logarithm. */
const LOGARITHMIC = 4;
/** A step changes a logarithm by no more than this. */
const LONGEST_LOG_STEP = 1;
const MOST_ROUNDS = 8;
/** After a round that gained less than this share of the loss, one more step brings what is left: far less than chance alone moves. */
const NEARLY_THERE = 0.004;

interface Point {
  readonly weights: Float64Array;
  readonly measured: Measured;
  /** Loss and what the distance from `centre` costs. */
  readonly objective: number;
}

/**
 * The weights that predict a lesson best and lie no further from `centre` than the answers speak for: the smallest of Σ ω·surprise + ½ Σ ((w − centre) /
 * spread)². By Gauss–Newton steps with the Fisher information as curvature (for log loss that is Fisher scoring), damped as Levenberg and
 * Marquardt do when a step does not help, inside the bounds: a weight at its bound that wants to leave stays there for that step. No luck in it.
 */
export function descend(lesson: Lesson, centre: readonly number[]): readonly number[] {
  let point = pointAt(lesson, Float64Array.from(centre), centre);
  let damping = 1e-3;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const weights = step(point, centre, damping);
    const next = weights === null ? null : pointAt(lesson, weights, centre);
    if (next === null || !(next.objective < point.objective)) {
      damping *= 16;
      continue;
    }
    const gain = point.objective - next.objective;
    point = next;
    damping /= 8;
    if (gain < NEARLY_THERE * point.objective) break;
  }
  // The last step needs no slopes where it leads.
  const last = step(point, centre, damping);
  const isBetter = last !== null && totalLoss(lesson, last) + distance(last, centre) < point.objective;
  return [...(isBetter ? last : point.weights)];
}

function pointAt(lesson: Lesson, weights: Float64Array, centre: readonly number[]): Point {
  const measured = measure(lesson, weights);
  return { weights, measured, objective: measured.loss + distance(weights, centre) };
}

/** What it costs to be away from the centre. */
function distance(weights: Float64Array, centre: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < WEIGHT_COUNT; k += 1) sum += Math.pow(((weights[k] ?? 0) - (centre[k] ?? 0)) / spread(k), 2);
  return sum / 2;
}

/** One damped step from a point; null when the curvature has no inverse. */
function step({ weights, measured }: Point, centre: readonly number[], damping: number): Float64Array | null {
  const scale = (k: number): number => (k < LOGARITHMIC ? (weights[k] ?? 1) : 1);
  const slopes = new Float64Array(WEIGHT_COUNT);
  for (let k = 0; k < WEIGHT_COUNT; k += 1) {
    const pull = ((weights[k] ?? 0) - (centre[k] ?? 0)) / Math.pow(spread(k), 2);
    slopes[k] = ((measured.gradient[k] ?? 0) + pull) * scale(k);
  }
  const free = [...slopes.keys()].filter((k) => !leaves(weights[k] ?? 0, slopes[k] ?? 0, k));
  const matrix = new Float64Array(free.length * free.length);
  free.forEach((k, row) => {
    free.slice(0, row + 1).forEach((l, column) => {
      let curve = (measured.curvature[k * WEIGHT_COUNT + l] ?? 0) * scale(k) * scale(l);
      if (k === l) curve = (curve + Math.pow(scale(k) / spread(k), 2)) * (1 + damping);
      matrix[row * free.length + column] = curve;
    });
  });
  const move = solve(
    matrix,
    Float64Array.from(free, (k) => -(slopes[k] ?? 0)),
  );
  if (move === null) return null;
  const next = Float64Array.from(weights);
  free.forEach((k, row) => {
    const by = move[row] ?? 0;
    const [low, high] = WEIGHT_BOUNDS[k] ?? [0, 0];
    const from = weights[k] ?? 0;
    const to =
      k < LOGARITHMIC ? from * Math.exp(Math.min(Math.max(by, -LONGEST_LOG_STEP), LONGEST_LOG_STEP)) : from + by;
    next[k] = Math.min(Math.max(to, low), high);
  });
  return next;
}

/** Whether a weight stands at a bound and would go beyond it, downhill. */
function leaves(weight: number, slope: number, k: number): boolean {
  const [low, high] = WEIGHT_BOUNDS[k] ?? [0, 0];
  return (weight <= low && slope > 0) || (weight >= high && slope < 0);
}

function spread(k: number): number {
  return SPREAD[k] ?? 1;
}
