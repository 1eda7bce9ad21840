import { standingEntries } from '../log';
import type { LogEntry } from '../log';
import { memoryKey } from '../memory-key';

/**
 * A learner's answers memory by memory, as columns: a worker takes them over without a copy. Step i belongs to series k where
 * `starts[k] ≤ i < starts[k + 1]`; within a series steps are in the order in which the log is replayed.
 */
export interface Series {
  /** First step of each series, and behind the last one the number of steps. */
  readonly starts: Int32Array;
  /** Study day of the answer. */
  readonly days: Int32Array;
  /** Study days since the answer before it in the series; 0 at the first one and on the same day. */
  readonly elapsed: Int32Array;
  /** 1 Again … 4 Easy. */
  readonly grades: Uint8Array;
  /** g, the probability of a right guess. */
  readonly guesses: Float64Array;
  /** Place of the answer in the whole log, from 0: what is later weighs more. */
  readonly order: Int32Array;
}

interface Step {
  readonly day: number;
  readonly elapsed: number;
  readonly grade: number;
  readonly guess: number;
  readonly order: number;
}

interface Open {
  steps: Step[];
  answer: string;
  lastDay: number;
}

/**
 * Sorts a log by memory. As in the replay, what was taken back does not count, and a fact whose answer became another one begins a new
 * series. The log may come in any order.
 */
export function seriesOf(log: readonly LogEntry[]): Series {
  const open = new Map<string, Open>();
  const all: Step[][] = [];
  const begin = (key: string, answer: string, lastDay: number): Open => {
    const fresh: Open = { steps: [], answer, lastDay };
    open.set(key, fresh);
    all.push(fresh.steps);
    return fresh;
  };
  standingEntries(log).forEach((entry, order) => {
    const { pack, day } = entry;
    if (entry.type === 'change') {
      for (const { fact, answer } of entry.changes) {
        const key = memoryKey(pack, fact);
        const known = open.get(key);
        if (known !== undefined && answer !== null && answer !== known.answer) begin(key, answer, day);
      }
      return;
    }
    for (const { fact, answer, grade, guess } of entry.marks) {
      const key = memoryKey(pack, fact);
      const known = open.get(key);
      const memory = known?.answer === answer ? known : begin(key, answer, day);
      const elapsed = memory.steps.length === 0 ? 0 : Math.max(0, day - memory.lastDay);
      memory.steps.push({ day, elapsed, grade, guess, order });
      memory.lastDay = day;
    }
  });
  return columnsOf(all);
}

function columnsOf(all: readonly (readonly Step[])[]): Series {
  const filled = all.filter((steps) => steps.length > 0);
  const steps = filled.flat();
  const starts = new Int32Array(filled.length + 1);
  let next = 0;
  filled.forEach((each, index) => {
    starts[index] = next;
    next += each.length;
  });
  starts[filled.length] = next;
  return {
    starts,
    days: Int32Array.from(steps, ({ day }) => day),
    elapsed: Int32Array.from(steps, ({ elapsed }) => elapsed),
    grades: Uint8Array.from(steps, ({ grade }) => grade),
    guesses: Float64Array.from(steps, ({ guess }) => guess),
    order: Int32Array.from(steps, ({ order }) => order),
  };
}
