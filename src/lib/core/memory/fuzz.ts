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

/**
 * Spreads an interval, so that facts learnt on one day do not fall due on one day for ever. Seeded by the memory key and the
 * repetition alone: the interval shown before an answer is the one applied after it, and a replay finds it again.
 *
 * @returns whole days, 1 … maximumIntervalDays
 */
export function fuzzInterval(
  interval: number,
  elapsedDays: number,
  maximumIntervalDays: number,
  key: string,
  repetition: number,
): number {
  const reach = fuzzDays(interval);
  if (reach === 0) return Math.min(Math.max(1, Math.round(interval)), maximumIntervalDays);
  const high = Math.min(Math.round(interval + reach), maximumIntervalDays);
  const floor = interval > elapsedDays ? elapsedDays + 1 : 2;
  const low = Math.min(Math.max(2, Math.round(interval - reach), floor), high);
  return low + Math.floor(fraction('fuzz', key, repetition) * (high - low + 1));
}
