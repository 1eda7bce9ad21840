import { fraction } from '$lib/core/memory/hash';
import { DEFAULT_WEIGHTS } from '$lib/core/memory/parameters';
import { createModel } from '$lib/core/memory/fitting/model';
import type { Series } from '$lib/core/memory/fitting/series';

/** Weights of a made-up learner, far from the defaults. */
export const OTHER_WEIGHTS: readonly number[] = [
  0.5, 1.1, 1.6, 14, 6.8, 0.6, 2.2, 0.03, 1.4, 0.25, 1.1, 1.9, 0.1, 0.35, 1.3, 0.45, 2.2, 0.7, 0.2, 0.1, 0.25,
]; // prettier-ignore

export interface MadeUp {
  /** Weights by which the learner forgets; the app schedules by the defaults. */
  readonly truth: readonly number[];
  readonly facts: number;
  readonly days: number;
  /** Probability of a right guess where a fact is forgotten. */
  readonly guess?: number;
  readonly seed?: number;
}

interface Step {
  readonly day: number;
  readonly elapsed: number;
  readonly grade: number;
  readonly guess: number;
}

/**
 * The log of a made-up learner as series: facts are begun over the first two thirds of the days, reviewed when the app asks, and answered by a memory of which the app
 * knows nothing. The same arguments make the same log.
 */
export function madeUpSeries({ truth, facts, days, guess = 0, seed = 1 }: MadeUp): Series {
  const real = createModel(truth);
  const app = createModel(DEFAULT_WEIGHTS);
  const all = Array.from({ length: facts }, (_, fact): readonly Step[] => {
    const luck = (what: string, n: number): number => fraction(seed, fact, what, n);
    const [mind, belief] = [
      { stability: 1, difficulty: 5 },
      { stability: 1, difficulty: 5 },
    ];
    const steps: Step[] = [];
    let day = Math.floor(luck('begins', 0) * days * 0.66);
    let last = day;
    const answer = (grade: number, recalled: boolean, chance: number): void => {
      const elapsed = steps.length === 0 ? 0 : day - last;
      const trueGrade = recalled ? Math.max(grade, 2) : 1;
      if (steps.length === 0) {
        real.begin(mind, trueGrade, 0);
        app.begin(belief, grade, chance);
      } else {
        real.advance(mind, elapsed, trueGrade, 0);
        app.advance(belief, elapsed, grade, chance);
      }
      steps.push({ day, elapsed, grade, guess: chance });
      last = day;
      if (grade === 1) {
        real.advance(mind, 0, 3, 0);
        app.advance(belief, 0, 3, 0);
        steps.push({ day, elapsed: 0, grade: 3, guess: 0 });
      }
    };
    const drawn = luck('first', 0);
    const first = drawn < 0.35 ? 1 : drawn < 0.42 ? 2 : drawn < 0.96 ? 3 : 4;
    // Of the first answers that are right so many were known, as the weighted update takes them.
    answer(first, first > 1 && (first !== 3 || luck('knew', 0) < 1 / (1 + guess)), guess);
    for (let n = 1; ; n += 1) {
      const planned = app.interval(belief.stability, 0.9) * (0.9 + 0.2 * luck('fuzz', n));
      day += Math.max(1, Math.round(planned));
      if (day >= days) return steps;
      const recalled = luck('recalled', n) < real.recall(day - last, mind.stability);
      const right = recalled || luck('guessed', n) < guess;
      answer(right ? (luck('hard', n) < 0.05 ? 2 : 3) : 1, recalled, guess);
    }
  });
  return columns(all);
}

function columns(all: readonly (readonly Step[])[]): Series {
  const steps = all.flatMap((each, series) => each.map((step, at) => ({ ...step, series, at })));
  const inTime = [...steps.keys()].sort((a, b) => {
    const [one, other] = [steps[a], steps[b]];
    if (one === undefined || other === undefined) return 0;
    return one.day - other.day || one.series - other.series || one.at - other.at;
  });
  const order = new Int32Array(steps.length);
  inTime.forEach((step, index) => {
    order[step] = index;
  });
  const starts = new Int32Array(all.length + 1);
  all.forEach((each, series) => {
    starts[series + 1] = (starts[series] ?? 0) + each.length;
  });
  return {
    starts,
    days: Int32Array.from(steps, ({ day }) => day),
    elapsed: Int32Array.from(steps, ({ elapsed }) => elapsed),
    grades: Uint8Array.from(steps, ({ grade }) => grade),
    guesses: Float64Array.from(steps, ({ guess }) => guess),
    order,
  };
}
