/** Below so many observations a share says next to nothing: it is shown as thin, and no sentence is built on it. */
export const FEWEST = 20;

/** The normal quantile of a two-sided interval of 95 %. */
const Z95 = 1.959963984540054;

/** Bounds, each 0 … 1, low ≤ high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of 95 % for a share: `right` of `total` (E. B. Wilson, JASA 22, 1927). Unlike share ± 2 standard errors it
 * stays within 0 … 1 and keeps its promise when there is little to go by. 0 … 1 for a total of 0.
 */
export function wilson(right: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = right / total;
  const square = (Z95 * Z95) / total;
  const centre = (share + square / 2) / (1 + square);
  const half = (Z95 / (1 + square)) * Math.sqrt((share * (1 - share)) / total + square / total / 4);
  return { low: right === 0 ? 0 : centre - half, high: right === total ? 1 : centre + half };
}

/**
 * The share that was remembered when a share `right` was right and whoever does not remember guesses right with probability `guess`:
 * (c − g)/(1 − g), at least 0. Null where a guess is always right: then nothing can be said.
 */
export function withoutGuesses(right: number, guess: number): number | null {
  return guess >= 1 ? null : Math.max(0, (right - guess) / (1 - guess));
}
