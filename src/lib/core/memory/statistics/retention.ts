import type { Recall } from './history';
import { FEWEST, wilson, withoutGuesses } from './interval';
import type { Interval } from './interval';

/** What share of a group of recalls succeeded. */
export interface Retention {
  readonly total: number;
  readonly right: number;
  /** `right / total` and its interval of 95 %; null for none. */
  readonly share: number | null;
  readonly interval: Interval;
  /** The mean probability of a right guess. */
  readonly guess: number;
  /** The same with lucky guesses taken out; null for none, or where a guess is always right. */
  readonly remembered: number | null;
  readonly rememberedInterval: Interval;
  /** Too few to say anything. */
  readonly thin: boolean;
}

/** Counted up: a long history is gone through once, and nothing of it is copied. */
interface Tally {
  total: number;
  right: number;
  /** Sum of the probabilities of a right guess. */
  guesses: number;
}

const emptyTally = (): Tally => ({ total: 0, right: 0, guesses: 0 });

function count(tally: Tally, { recalled, guess }: Recall): void {
  tally.total += 1;
  if (recalled) tally.right += 1;
  tally.guesses += guess;
}

function retentionFrom({ total, right, guesses }: Tally): Retention {
  const guess = total === 0 ? 0 : guesses / total;
  const interval = wilson(right, total);
  return {
    total,
    right,
    share: total === 0 ? null : right / total,
    interval,
    guess,
    remembered: total === 0 ? null : withoutGuesses(right / total, guess),
    rememberedInterval: {
      low: withoutGuesses(interval.low, guess) ?? 0,
      high: withoutGuesses(interval.high, guess) ?? 1,
    },
    thin: total < FEWEST,
  };
}

/** Retention of some recalls. */
export function retentionOf(recalls: readonly Recall[]): Retention {
  const tally = emptyTally();
  for (const recall of recalls) count(tally, recall);
  return retentionFrom(tally);
}

/** Retention of facts reviewed by study day: young ones, mature ones, and both. Facts in their steps are in none. */
export interface RetentionByAge {
  readonly young: Retention;
  readonly mature: Retention;
  readonly both: Retention;
}

interface AgeTallies {
  readonly young: Tally;
  readonly mature: Tally;
}

function byAge({ young, mature }: AgeTallies): RetentionByAge {
  const both = {
    total: young.total + mature.total,
    right: young.right + mature.right,
    guesses: young.guesses + mature.guesses,
  };
  return { young: retentionFrom(young), mature: retentionFrom(mature), both: retentionFrom(both) };
}

export function retentionByAge(recalls: readonly Recall[]): RetentionByAge {
  const tallies: AgeTallies = { young: emptyTally(), mature: emptyTally() };
  for (const recall of recalls) if (recall.maturity !== 'steps') count(tallies[recall.maturity], recall);
  return byAge(tallies);
}

/** The same group by group, the largest first. A recall whose group is null is left out. */
export function retentionBy<Group extends string>(
  recalls: readonly Recall[],
  groupOf: (recall: Recall) => Group | null,
): readonly (RetentionByAge & { readonly group: Group })[] {
  const groups = new Map<Group, AgeTallies>();
  for (const recall of recalls) {
    if (recall.maturity === 'steps') continue;
    const group = groupOf(recall);
    if (group === null) continue;
    let tallies = groups.get(group);
    if (tallies === undefined) groups.set(group, (tallies = { young: emptyTally(), mature: emptyTally() }));
    count(tallies[recall.maturity], recall);
  }
  return [...groups]
    .map(([group, tallies]) => ({ group, ...byAge(tallies) }))
    .sort((a, b) => b.both.total - a.both.total || (a.group < b.group ? -1 : 1));
}
