import { SIBLING_SPREAD_DAYS } from './due-facts';
import { fraction } from './hash';
import type { IntervalRange } from './fuzz';
import type { DayEase } from './study-settings';

/** How far ahead days are compared by how much is due on them, as in Anki: beyond, too much will change until then. */
export const BALANCED_DAYS = 90;

/** What is known of the days to come. */
export interface Days {
  /** The study day of the answer. */
  readonly today: number;
  /** Reviews due on a study day, of all packs. */
  readonly dueOn: (day: number) => number;
  readonly easeOf: (day: number) => DayEase;
  /** Study days on which siblings are due or were answered. */
  readonly siblings: readonly number[];
}

const WEIGHT: Readonly<Record<DayEase, number>> = { usual: 1, fewer: 2, none: 2 };

/**
 * The day for a review, of those that do it no harm: not one without studying, then none less than `SIBLING_SPREAD_DAYS` from a sibling,
 * then the one with the least due, a day with fewer counted double. What is equal is settled by chance.
 *
 * @param seed what the chance hangs on: the memory key and the repetition
 * @returns days from today, within the range
 */
export function balanceInterval(
  { low, high }: IntervalRange,
  { today, dueOn, easeOf, siblings }: Days,
  seed: readonly (string | number)[],
): number {
  let best = low;
  let least: readonly number[] | null = null;
  for (let interval = low; interval <= high; interval += 1) {
    const day = today + interval;
    const ease = easeOf(day);
    const near = siblings.some((other) => Math.abs(other - day) < SIBLING_SPREAD_DAYS);
    const load = interval <= BALANCED_DAYS ? dueOn(day) : 0;
    const cost = [ease === 'none' ? 1 : 0, near ? 1 : 0, (load + 1) * WEIGHT[ease], fraction('day', ...seed, interval)];
    if (least === null || isLess(cost, least)) {
      least = cost;
      best = interval;
    }
  }
  return best;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}
