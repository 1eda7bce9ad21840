import type { Series } from './series';

/** Beyond so many answers to one fact nothing more is learnt from it (as in fsrs-rs). */
const LONGEST_SERIES = 64;

/** Which answers a fit is to predict, and how much each counts. */
export interface Lesson {
  readonly series: Series;
  /** First step and the step behind the last one to look at, of each series that has something to predict. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Weight of the prediction at each step of `series`; 0: not predicted. */
  readonly weights: Float64Array;
  /** How many are predicted. */
  readonly answers: number;
}

/** Whether a step can be predicted: not a first answer, and not on the day of the one before, when recall is certain. */
export function isPredicted(series: Series, step: number): boolean {
  return (series.elapsed[step] ?? 0) > 0;
}

/**
 * The lesson of the answers before a study day, each as heavy as the next.
 *
 * @param dropped series to leave out
 */
export function lessonOf(series: Series, beforeDay: number, dropped: ReadonlySet<number> = new Set()): Lesson {
  const weights = new Float64Array(series.days.length);
  const from: number[] = [];
  const to: number[] = [];
  let answers = 0;
  for (let k = 0; k + 1 < series.starts.length; k += 1) {
    const start = series.starts[k] ?? 0;
    const end = Math.min(series.starts[k + 1] ?? 0, start + LONGEST_SERIES);
    let behind = start;
    if (dropped.has(k)) continue;
    for (let step = start; step < end && (series.days[step] ?? 0) < beforeDay; step += 1) {
      if (!isPredicted(series, step)) continue;
      weights[step] = 1;
      answers += 1;
      behind = step + 1;
    }
    if (behind === start) continue;
    from.push(start);
    to.push(behind);
  }
  return { series, from: Int32Array.from(from), to: Int32Array.from(to), weights, answers };
}

/**
 * Makes late answers count more: the first of n predicted answers weighs .25, the last 1, by .25 + .75·(i / (n − 1))³ (as in fsrs-rs). A
 * learner of last year is not quite the one of today.
 */
export function byRecency(lesson: Lesson): Lesson {
  const { series, weights } = lesson;
  // One number each, order before step, because numbers sort many times faster than anything with a comparison of ours.
  const later = weights.length;
  const keys = new Float64Array(lesson.answers);
  let count = 0;
  for (let step = 0; step < later; step += 1) {
    if ((weights[step] ?? 0) === 0) continue;
    keys[count] = (series.order[step] ?? 0) * later + step;
    count += 1;
  }
  keys.sort();
  const recent = new Float64Array(later);
  keys.forEach((key, index) => {
    recent[key % later] = 0.25 + 0.75 * Math.pow(index / Math.max(1, count - 1), 3);
  });
  return { ...lesson, weights: recent };
}
