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

/** Retention of some recalls. */
export function retentionOf(recalls: readonly Recall[]): Retention {
  const total = recalls.length;
  const right = recalls.reduce((sum, recall) => sum + (recall.recalled ? 1 : 0), 0);
  const guess = total === 0 ? 0 : recalls.reduce((sum, recall) => sum + recall.guess, 0) / total;
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

/** Retention of facts reviewed by study day: young ones, mature ones, and both. Facts in their steps are in none. */
export interface RetentionByAge {
  readonly young: Retention;
  readonly mature: Retention;
  readonly both: Retention;
}

export function retentionByAge(recalls: readonly Recall[]): RetentionByAge {
  const young = recalls.filter(({ maturity }) => maturity === 'young');
  const mature = recalls.filter(({ maturity }) => maturity === 'mature');
  return { young: retentionOf(young), mature: retentionOf(mature), both: retentionOf([...young, ...mature]) };
}

/** The same group by group, the largest first. A recall whose group is null is left out. */
export function retentionBy<Group extends string>(
  recalls: readonly Recall[],
  groupOf: (recall: Recall) => Group | null,
): readonly (RetentionByAge & { readonly group: Group })[] {
  const groups = new Map<Group, Recall[]>();
  for (const recall of recalls) {
    const group = recall.maturity === 'steps' ? null : groupOf(recall);
    if (group === null) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [recall]);
    else members.push(recall);
  }
  return [...groups]
    .map(([group, members]) => ({ group, ...retentionByAge(members) }))
    .sort((a, b) => b.both.total - a.both.total || (a.group < b.group ? -1 : 1));
}
