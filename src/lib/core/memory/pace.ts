import { standingEntries } from './log';
import type { AnswerEntry, LogEntry } from './log';
import type { MemoryRecord } from './record';
import type { KnownMemories, Pace } from './simulate';

/** Before anybody answered: a quarter of a minute for a question, half of the new facts known, guesses among four. */
const USUAL: Pace = { secondsRight: 15, secondsWrong: 15, firstRight: 0.5, guess: 0.25 };
/** Fewer answers of a kind say nothing. */
const ENOUGH = 20;
/** The latest answers are the learner of today. */
const LATEST = 1000;

/** How a learner answers, from the log: medians and shares over the latest thousand answers, the usual where there are too few. */
export function paceOf(log: readonly LogEntry[]): Pace {
  const answers = standingEntries(log)
    .filter((entry): entry is AnswerEntry => entry.type === 'answer')
    .slice(-LATEST);
  const seconds = (right: boolean): number | null =>
    median(answers.filter(({ grade }) => grade > 1 === right).map(({ milliseconds }) => milliseconds / 1000));
  const firsts = answers.flatMap(({ marks }) => marks.filter(({ before }) => before === null));
  const guesses = answers.flatMap(({ marks }) => marks.filter(({ before }) => before !== null));
  return {
    secondsRight: seconds(true) ?? USUAL.secondsRight,
    secondsWrong: seconds(false) ?? USUAL.secondsWrong,
    firstRight: share(firsts, ({ grade }) => (grade > 1 ? 1 : 0)) ?? USUAL.firstRight,
    guess: share(guesses, ({ guess }) => guess) ?? USUAL.guess,
  };
}

/** Records as columns for the simulation, as they stand on a study day. What is not asked any more, or is to be learnt anew, is left out. */
export function memoriesOf(records: readonly MemoryRecord[], day: number): KnownMemories {
  const standing = records.flatMap(({ memory, due, lastDay }) =>
    memory === null || due === null ? [] : [{ memory, due, lastDay }],
  );
  return {
    stability: Float64Array.from(standing, ({ memory }) => memory.stability),
    difficulty: Float64Array.from(standing, ({ memory }) => memory.difficulty),
    elapsed: Int32Array.from(standing, ({ lastDay }) => Math.max(0, day - lastDay)),
    dueIn: Int32Array.from(standing, ({ due }) => Math.max(0, due - day)),
  };
}

function median(values: readonly number[]): number | null {
  if (values.length < ENOUGH) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
  return (low + high) / 2;
}

function share<T>(items: readonly T[], of: (item: T) => number): number | null {
  if (items.length < ENOUGH) return null;
  return items.reduce((sum, item) => sum + of(item), 0) / items.length;
}
