import { createModel } from './fitting/model';
import type { MemoryState } from './fitting/model';

/** Memories as columns: what a learner knows today. */
export interface KnownMemories {
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  /** Study days since the last answer. */
  readonly elapsed: Int32Array;
  /** Study days until the next review; 0: today or overdue. */
  readonly dueIn: Int32Array;
}

/** How a learner answers. */
export interface Pace {
  readonly secondsRight: number;
  readonly secondsWrong: number;
  /** Share of new facts that are answered right at once. */
  readonly firstRight: number;
  /** Probability that a forgotten fact is answered right nevertheless. */
  readonly guess: number;
}

/** Facts of a pack that have not been begun, and how many of them are begun a day while there are any. */
export interface FreshFacts {
  readonly facts: number;
  readonly perDay: number;
}

export interface SimulationInput {
  readonly memories: KnownMemories;
  readonly weights: readonly number[];
  /** Pack by pack, what is new in it. */
  readonly fresh: readonly FreshFacts[];
  readonly pace: Pace;
  readonly days: number;
  readonly maximumIntervalDays: number;
  /** Any number: the luck of the simulated learner hangs on it. */
  readonly seed: number;
}

export interface Workload {
  readonly retention: number;
  /** Answers a day on average, new facts and repeated ones included. */
  readonly answersPerDay: number;
  readonly minutesPerDay: number;
  /** Facts that would be recalled on the day after the last. */
  readonly known: number;
  /** Facts begun by then. */
  readonly begun: number;
  /** Reviews by study day: how many, the share truly recalled, and the share answered right. */
  readonly reviews: number;
  readonly recalled: number;
  readonly right: number;
}

/** Luck that is the same every time: mulberry32 (T. Ettinger), 0 ≤ x < 1. */
function luckOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * A learner's next days under one desired retention. Each fact has a memory as it is, and one as the app believes it to be: a forgotten fact that is guessed
 * right weakens the one and strengthens the other, by the weighted update. Without guesses the two are one. A fact that was answered wrong is asked again on
 * the same day until it is right. Intervals are not fuzzed, and nobody skips a day.
 */
export function simulate(input: SimulationInput, retention: number): Workload {
  const { memories, fresh, pace, days, maximumIntervalDays } = input;
  const model = createModel(input.weights);
  const luck = luckOf(input.seed);
  const started = memories.stability.length;
  const most = started + begunBefore(fresh, days);
  const belief = new States(most);
  const truth = new States(most);
  const last = new Int32Array(most);
  const queue = new DueQueue(days, most);
  for (let i = 0; i < started; i += 1) {
    belief.put(i, memories.stability[i] ?? 1, memories.difficulty[i] ?? 5);
    truth.put(i, memories.stability[i] ?? 1, memories.difficulty[i] ?? 5);
    last[i] = -(memories.elapsed[i] ?? 0);
    queue.add(i, memories.dueIn[i] ?? 0);
  }

  const tally = { right: 0, wrong: 0, reviews: 0, recalled: 0, reviewsRight: 0 };
  const schedule = (fact: number, day: number): void => {
    const interval = Math.round(model.interval(belief.stability[fact] ?? 1, retention));
    last[fact] = day;
    queue.add(fact, day + Math.min(Math.max(1, interval), maximumIntervalDays));
  };
  /** Forgotten: asked again on the same day, and then right. */
  const relearn = (states: States, fact: number): void => states.change(fact, (state) => model.advance(state, 0, 3, 0));
  let begun = started;
  for (let day = 0; day < days; day += 1) {
    for (let fact = queue.take(day); fact !== -1; fact = queue.take(day)) {
      const elapsed = day - (last[fact] ?? 0);
      const recalled = elapsed === 0 || luck() < model.recall(elapsed, truth.stability[fact] ?? 1);
      const right = recalled || luck() < pace.guess;
      truth.change(fact, (state) => model.advance(state, elapsed, recalled ? 3 : 1, 0));
      belief.change(fact, (state) => model.advance(state, elapsed, right ? 3 : 1, pace.guess));
      tally.reviews += 1;
      tally.recalled += recalled ? 1 : 0;
      tally.reviewsRight += right ? 1 : 0;
      tally.right += 1;
      if (!right) {
        tally.wrong += 1;
        relearn(truth, fact);
        relearn(belief, fact);
      }
      schedule(fact, day);
    }
    for (const until = started + begunBefore(fresh, day + 1); begun < until; begun += 1) {
      const known = luck() < pace.firstRight;
      truth.change(begun, (state) => model.begin(state, known ? 3 : 1, 0));
      belief.change(begun, (state) => model.begin(state, known ? 3 : 1, pace.guess));
      tally.right += 1;
      if (!known) {
        tally.wrong += 1;
        relearn(truth, begun);
        relearn(belief, begun);
      }
      schedule(begun, day);
    }
  }

  let known = 0;
  for (let fact = 0; fact < begun; fact += 1)
    known += model.recall(days - (last[fact] ?? 0), truth.stability[fact] ?? 1);
  const { right, wrong, reviews, recalled, reviewsRight } = tally;
  const seconds = right * pace.secondsRight + wrong * pace.secondsWrong;
  return {
    retention,
    answersPerDay: (right + wrong) / days,
    minutesPerDay: seconds / 60 / days,
    known,
    begun,
    reviews,
    recalled: reviews === 0 ? 0 : recalled / reviews,
    right: reviews === 0 ? 0 : reviewsRight / reviews,
  };
}

/** How many new facts are begun in the first so many days. */
function begunBefore(fresh: readonly FreshFacts[], days: number): number {
  return fresh.reduce((sum, { facts, perDay }) => sum + Math.min(facts, perDay * days), 0);
}

/** Stability and difficulty of many facts. */
class States {
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  readonly #state: MemoryState = { stability: 1, difficulty: 5 };

  constructor(count: number) {
    this.stability = new Float64Array(count);
    this.difficulty = new Float64Array(count);
  }

  put(fact: number, stability: number, difficulty: number): void {
    this.stability[fact] = stability;
    this.difficulty[fact] = difficulty;
  }

  change(fact: number, by: (state: MemoryState) => void): void {
    this.#state.stability = this.stability[fact] ?? 1;
    this.#state.difficulty = this.difficulty[fact] ?? 5;
    by(this.#state);
    this.put(fact, this.#state.stability, this.#state.difficulty);
  }
}

/** Facts by the day on which they fall due, as linked lists; what is due later than the last day is not kept. */
class DueQueue {
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(days: number, facts: number) {
    this.#first = new Int32Array(days).fill(-1);
    this.#next = new Int32Array(facts);
  }

  add(fact: number, day: number): void {
    if (day >= this.#first.length) return;
    this.#next[fact] = this.#first[day] ?? -1;
    this.#first[day] = fact;
  }

  /** A fact that is due on that day, each once; −1: none left. */
  take(day: number): number {
    const fact = this.#first[day] ?? -1;
    if (fact !== -1) this.#first[day] = this.#next[fact] ?? -1;
    return fact;
  }
}

/** Desired retentions that are compared. */
export const COMPARED_RETENTIONS: readonly number[] = [0.7, 0.75, 0.8, 0.84, 0.87, 0.9, 0.92, 0.94, 0.96, 0.97];

/** Within so much of the best yield a retention is as good as the best. */
const NEARLY_BEST = 0.95;

/** The desired retentions that teach most for the time, from the lowest to the highest: facts known a minute within 5 % of the best. */
export function worthwhile(workloads: readonly Workload[]): readonly [low: number, high: number] | null {
  const yields = workloads.map(({ known, minutesPerDay }) => (minutesPerDay > 0 ? known / minutesPerDay : 0));
  const best = Math.max(...yields);
  const good = workloads.filter((_, index) => best > 0 && (yields[index] ?? 0) >= NEARLY_BEST * best);
  const [low, high] = [good[0], good.at(-1)];
  return low === undefined || high === undefined ? null : [low.retention, high.retention];
}
