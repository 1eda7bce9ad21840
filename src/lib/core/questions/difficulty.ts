import type { PackEvent } from '../packs/pack';
import { perContext, type Context } from './context';

/**
 * How hard a question is likely to be, 0 … 1, before anybody has answered it: an order, not a measurement.
 *
 * @param closeness how near each distractor lies to the key, 0 (far) … 1 (next to it)
 * @param fame how much the pack makes of the events asked, 0 … 1
 *
 * Rises with every closeness and falls with fame (rule B5).
 */
export function difficultyOf(closeness: readonly number[], fame: number): number {
  const mean = closeness.length === 0 ? 0 : closeness.reduce((sum, one) => sum + one, 0) / closeness.length;
  const crowd = Math.min(1, Math.max(0, closeness.length - 2) / 4);
  const value = 0.15 + 0.55 * mean + 0.1 * crowd + 0.2 * (1 - fame);
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}

/** Closeness of a date that lies so many units off: 1 for a neighbour, a half at two, falling with the logarithm. */
export function closenessOfUnits(units: number): number {
  return 1 / (1 + Math.log2(Math.max(1, Math.abs(units))));
}

/** Closeness of a place so many kilometres off; a half where the distance is not known. */
export function closenessOfKm(km: number | null): number {
  return km === null ? 0.5 : 1 / (1 + Math.log2(1 + km / 10));
}

/** Nothing is offered to choose from, which is as hard as a full list of neighbours of the key. */
const NOTHING_OFFERED = [1, 1, 1, 1, 1, 1] as const;

/** How hard it is to produce the answer instead of choosing it: never easier than the hardest choice. */
export function difficultyOfProducing(fame: number): number {
  return difficultyOf(NOTHING_OFFERED, fame);
}

const mentions = perContext((context) => {
  const counts = new Map<string, number>();
  const count = (id: string, by: number): void => void counts.set(id, (counts.get(id) ?? 0) + by);
  for (const event of context.index.pack.events) {
    count(event.id, event.sources.length);
    if (event.partOf !== null) count(event.partOf, 1);
    for (const twin of event.sameAs) count(twin, 1);
  }
  return counts;
});

/** How much the pack makes of an event: its sources, parts and other tellings, 0 (one mention) … 1 (six or more). */
export function fameOf(context: Context, event: PackEvent): number {
  return Math.min(1, ((mentions(context).get(event.id) ?? 1) - 1) / 5);
}
