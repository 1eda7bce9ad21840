import { describe, expect, it } from 'vitest';
import { BALANCED_DAYS, balanceInterval } from './balance';
import type { Days } from './balance';
import type { DayEase } from './study-settings';

const TODAY = 1000;
const choose = (low: number, high: number, days: Partial<Days>): number =>
  balanceInterval({ low, high }, { today: TODAY, dueOn: () => 0, easeOf: () => 'usual', siblings: [], ...days }, [
    'k',
    3,
  ]);
const on = (loads: Readonly<Record<number, number>>) => (day: number) => loads[day - TODAY] ?? 9;
const eases = (days: Readonly<Record<number, DayEase>>) => (day: number) => days[day - TODAY] ?? 'usual';

describe('balanceInterval', () => {
  it.each<[string, Partial<Days>, number]>([
    ['the day with the least due', { dueOn: on({ 12: 2 }) }, 12],
    ['a day with fewer reviews only at half the load', { dueOn: on({ 11: 4, 12: 2 }), easeOf: eases({ 12: 'fewer' }) }, 11],
    ['a day with fewer reviews below that', { dueOn: on({ 11: 6, 12: 2 }), easeOf: eases({ 12: 'fewer' }) }, 12],
    ['no day without studying, however empty', { dueOn: on({ 12: 0 }), easeOf: eases({ 10: 'none', 11: 'none', 12: 'none', 13: 'none' }) }, 14],
    ['a day five from a sibling', { siblings: [TODAY + 9] }, 14],
    ['a day without studying last, even before one beside a sibling', { siblings: [TODAY + 12], easeOf: eases({ 10: 'none', 11: 'none', 13: 'none', 14: 'none' }) }, 12],
  ])('takes %s', (_, days, interval) => {
    expect(choose(10, 14, days)).toBe(interval);
  }); // prettier-ignore

  it('takes what there is when no day suits', () => {
    expect(choose(1, 1, { easeOf: () => 'none', siblings: [TODAY] })).toBe(1);
  });

  it('goes by chance alone far ahead, and by chance spreads over all days', () => {
    const far = { low: BALANCED_DAYS + 1, high: BALANCED_DAYS + 9 };
    const chosen = Array.from({ length: 200 }, (_, i) =>
      balanceInterval(far, { today: TODAY, dueOn: (day) => day, easeOf: () => 'usual', siblings: [] }, [
        `k${String(i)}`,
        1,
      ]),
    );
    expect(new Set(chosen).size).toBe(9);
  });
});
