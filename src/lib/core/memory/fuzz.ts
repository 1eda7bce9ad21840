import { fraction } from './hash';

/** How far fuzz may move an interval: .15, .1 and .05 of the part of it between 2.5, 7, 20 days and beyond, and one day more (the ranges Anki uses). */
const FUZZ_BANDS = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
] as const;

/** Days to either side of an interval within which a review does no harm; 0 below 2.5 days. */
export function fuzzDays(interval: number): number {
  if (interval < 2.5) return 0;
  return FUZZ_BANDS.reduce((sum, { from, to, share }) => sum + share * Math.max(Math.min(interval, to) - from, 0), 1);
}

/** Days among which one may be chosen; both are included. */
export interface IntervalRange {
  readonly low: number;
  readonly high: number;
}

/** The whole days that may stand for an interval, 1 … maximumIntervalDays: more than what has passed, where the interval is. */
export function fuzzRange(interval: number, elapsedDays: number, maximumIntervalDays: number): IntervalRange {
  const reach = fuzzDays(interval);
  if (reach === 0) {
    const only = Math.min(Math.max(1, Math.round(interval)), maximumIntervalDays);
    return { low: only, high: only };
  }
  const high = Math.min(Math.round(interval + reach), maximumIntervalDays);
  const floor = interval > elapsedDays ? elapsedDays + 1 : 2;
  return { low: Math.min(Math.max(2, Math.round(interval - reach), floor), high), high };
}

/**
 * Spreads intervals, so that facts learnt on one day do not fall due on one day for ever. Seeded by the memory key and the
 * repetition alone: the interval shown before an answer is the one applied after it, and a replay finds it again.
 */
export function fuzzInterval({ low, high }: IntervalRange, key: string, repetition: number): number {
  return low + Math.floor(fraction('fuzz', key, repetition) * (high - low + 1));
}
