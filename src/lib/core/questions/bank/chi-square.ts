/**
 * Probability that χ² with so many degrees of freedom is at least this large by luck alone (the upper tail, or survival function).
 *
 * Abramowitz & Stegun, Handbook of Mathematical Functions, 1964: 26.4.4 and 26.4.5 as the recurrence
 * Q(x | k) = Q(x | k − 2) + (x/2)^(k/2 − 1) e^(−x/2) / Γ(k/2), from Q(x | 2) = e^(−x/2) and Q(x | 1) = erfc(√(x/2)).
 *
 * @param statistic ≥ 0
 * @param freedom whole number ≥ 1
 * @returns 0 … 1
 */
export function chiSquareTail(statistic: number, freedom: number): number {
  const half = Math.max(0, statistic) / 2;
  const odd = freedom % 2 === 1;
  let tail = odd ? erfc(Math.sqrt(half)) : Math.exp(-half);
  // The term for k = 3 or 4, with Γ(3/2) = √π / 2 and Γ(2) = 1; each next one has x/2 over its k/2 − 1 more.
  let term = odd ? (Math.sqrt(half) * Math.exp(-half) * 2) / Math.sqrt(Math.PI) : half * Math.exp(-half);
  for (let k = odd ? 3 : 4; k <= freedom; k += 2) {
    tail += term;
    term *= half / (k / 2);
  }
  return Math.min(1, Math.max(0, tail));
}

/** Complementary error function for x ≥ 0, off by at most 1.5 × 10⁻⁷ (Abramowitz & Stegun 7.1.26, after C. Hastings, 1955). */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

/** Pearson's statistic against equal shares: Σ (observed − expected)² / expected. */
export function chiSquareOfEven(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return expected === 0 ? 0 : counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
