import { DEFAULT_WEIGHTS } from '../parameters';
import { isPredicted } from './lesson';
import type { Lesson } from './lesson';
import { chanceRight, follow } from './loss';
import { createModel } from './model';

/** Range of a first stability in days (as in fsrs-rs, and from .1 on because the engine lifts it there). */
export const FIRST_STABILITY_RANGE = [0.1, 100] as const;

/** What a day of distance from the default costs, so that a handful of answers moves little (as in fsrs-rs). */
const DISTANCE_COST = 1 / 16;
const SEARCH_STEPS = 40;
const GRADES = [1, 2, 3, 4] as const;

/** First reviews that are alike: the same answers up to there, and the same wait. */
interface Group {
  /** The first step and the reviewed one, of any of them. */
  readonly start: number;
  readonly step: number;
  right: number;
  count: number;
}

export interface FirstStabilities {
  /** By first grade, Again to Easy, never falling. */
  readonly stabilities: readonly number[];
  /** First reviews behind each. */
  readonly counts: readonly number[];
}

/**
 * Searches the first stability of each grade by itself: the one under which the first review after such an answer is best predicted, all else
 * by default. After fsrs-rs (Laplace smoothing with the average, a cost for distance), with the whole way to the first review in it, steps on the same day
 * and guesses included. Good is found after Again, of which a guessed Good has a part.
 */
export function searchFirstStabilities(lesson: Lesson): FirstStabilities {
  const groups = groupFirstReviews(lesson);
  const weights = [...DEFAULT_WEIGHTS];
  const all = groups.flat();
  const average =
    sum(all, ({ right }) => right) /
    Math.max(
      1,
      sum(all, ({ count }) => count),
    );
  const counts = groups.map((members) => sum(members, ({ count }) => count));
  GRADES.forEach((grade, index) => {
    const members = groups[index] ?? [];
    if (members.length > 0) weights[index] = searchOne(lesson, members, weights, grade, average);
  });
  return { stabilities: fillAndOrder(weights.slice(0, 4), counts), counts };
}

function groupFirstReviews({ series, from, to, weights }: Lesson): readonly (readonly Group[])[] {
  const byKey = new Map<string, Group>();
  const groups: Group[][] = GRADES.map(() => []);
  for (let k = 0; k < from.length; k += 1) {
    const start = from[k] ?? 0;
    const end = to[k] ?? 0;
    let key = '';
    let step = start;
    for (; step < end && !isPredicted(series, step); step += 1)
      key += `${String(series.grades[step])}/${String(series.guesses[step])} `;
    if (step >= end || (weights[step] ?? 0) === 0) continue;
    key += `${String(series.elapsed[step])}/${String(series.guesses[step])}`;
    let group = byKey.get(key);
    if (group === undefined) {
      group = { start, step, right: 0, count: 0 };
      byKey.set(key, group);
      groups[(series.grades[start] ?? 1) - 1]?.push(group);
    }
    group.count += 1;
    if ((series.grades[step] ?? 1) > 1) group.right += 1;
  }
  return groups;
}

/** Golden-section search over the logarithm. */
function searchOne(
  lesson: Lesson,
  groups: readonly Group[],
  weights: readonly number[],
  grade: number,
  average: number,
): number {
  const standard = weights[grade - 1] ?? 1;
  const cost = (logStability: number): number => {
    const stability = Math.exp(logStability);
    const tried = weights.with(grade - 1, stability);
    return lossOfGroups(lesson, groups, tried, average) + Math.abs(stability - standard) * DISTANCE_COST;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = FIRST_STABILITY_RANGE.map(Math.log) as [number, number];
  let [inner, outer] = [high - golden * (high - low), low + golden * (high - low)];
  let [costInner, costOuter] = [cost(inner), cost(outer)];
  for (let i = 0; i < SEARCH_STEPS; i += 1) {
    if (costInner < costOuter) {
      high = outer;
      [outer, costOuter] = [inner, costInner];
      inner = high - golden * (high - low);
      costInner = cost(inner);
    } else {
      low = inner;
      [inner, costInner] = [outer, costOuter];
      outer = low + golden * (high - low);
      costOuter = cost(outer);
    }
  }
  return Math.exp((low + high) / 2);
}

function lossOfGroups(
  { series }: Lesson,
  groups: readonly Group[],
  weights: readonly number[],
  average: number,
): number {
  const model = createModel(weights);
  const state = { stability: 1, difficulty: 5 };
  let loss = 0;
  for (const { start, step, right, count } of groups) {
    for (let i = start; i < step; i += 1)
      follow(model, state, i === start, series.elapsed[i] ?? 0, series.grades[i] ?? 1, series.guesses[i] ?? 0);
    const chance = chanceRight(model.recall(series.elapsed[step] ?? 0, state.stability), series.guesses[step] ?? 0);
    const share = (right + average) / (count + 1);
    loss -= count * (share * Math.log(chance) + (1 - share) * Math.log(1 - chance));
  }
  return loss;
}

/**
 * A grade without data takes over how far its neighbours are from their defaults (on the logarithm, linearly between two of them). Then they are put into
 * order, for a better answer never leaves the weaker memory: of two that are the wrong way round the one with more data behind it stays.
 */
export function fillAndOrder(stabilities: readonly number[], counts: readonly number[]): readonly number[] {
  const shifts = stabilities.map((each, index) => Math.log(each / (DEFAULT_WEIGHTS[index] ?? 1)));
  const known = [...counts.keys()].filter((index) => (counts[index] ?? 0) > 0);
  const filled = stabilities.map((each, index) => {
    if (known.length === 0 || known.includes(index)) return each;
    const below = known.findLast((other) => other < index);
    const above = known.find((other) => other > index);
    const left = below ?? above ?? index;
    const right = above ?? left;
    const part = right === left ? 0 : (index - left) / (right - left);
    const shift = (1 - part) * (shifts[left] ?? 0) + part * (shifts[right] ?? 0);
    return (DEFAULT_WEIGHTS[index] ?? 1) * Math.exp(shift);
  });
  const [least, most] = FIRST_STABILITY_RANGE;
  const ordered = filled.map((each) => Math.min(Math.max(each, least), most));
  for (const distance of [1, 2, 3]) {
    for (let low = 0; low + distance < ordered.length; low += 1) {
      const high = low + distance;
      const [smaller, larger] = [ordered[low] ?? 0, ordered[high] ?? 0];
      if (smaller <= larger) continue;
      if ((counts[low] ?? 0) > (counts[high] ?? 0)) ordered[high] = smaller;
      else ordered[low] = larger;
    }
  }
  return ordered;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
