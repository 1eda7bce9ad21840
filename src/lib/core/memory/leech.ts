/** Lapses from which a fact is called hard to keep, as in Anki; a learner may set another number. */
export const DEFAULT_LEECH_LAPSES = 8;

/**
 * Whether the learner is told of a fact at its n-th lapse: at the threshold, and then at every further half of it (8, 12, 16 …), as Anki does.
 *
 * @param threshold lapses, 1 or more
 */
export function isLeechAt(lapses: number, threshold: number): boolean {
  return lapses >= threshold && (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0;
}
