// FSRS-6 as its paper has it (open-spaced-repetition, "The algorithm"), written down once more, so that nothing of the program is in it.

/** The published default weights. */
const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014,
  1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]; // prettier-ignore
const w = (index: number): number => W[index] ?? NaN;

/** Stability in days and difficulty 1 … 10. */
export interface Knowing {
  readonly s: number;
  readonly d: number;
}

/** The forgetting curve. */
export function recallAfter(s: number, days: number): number {
  return (1 + (0.9 ** (-1 / w(20)) - 1) * (days / s)) ** -w(20);
}

/** D₀ of a first grade, not yet held between 1 and 10. */
const firstDifficulty = (grade: number): number => w(4) - Math.exp(w(5) * (grade - 1)) + 1;
const held = (d: number): number => Math.min(10, Math.max(1, d));

function after(met: Knowing | null, days: number, grade: number): Knowing {
  if (met === null) return { s: w(grade - 1), d: held(firstDifficulty(grade)) };
  const { s, d } = met;
  const eased = d - w(6) * (grade - 3) * ((10 - d) / 9);
  const next = held(w(7) * firstDifficulty(4) + (1 - w(7)) * eased);
  if (days === 0) {
    const growth = Math.exp(w(17) * (grade - 3 + w(18))) * s ** -w(19);
    return { s: s * (grade > 1 ? Math.max(1, growth) : growth), d: next };
  }
  const r = recallAfter(s, days);
  if (grade === 1) {
    const forgotten = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r));
    return { s: Math.min(forgotten, s / Math.exp(w(17) * w(18))), d: next };
  }
  const weight = grade === 2 ? w(15) : grade === 4 ? w(16) : 1;
  const gain = Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(w(10) * (1 - r)) - 1) * weight;
  return { s: s * (1 + gain), d: next };
}

/** Memory after an answer; a right choice is as much Good as it was known, by Bayes, and as much Again as it was guessed. */
export function knowingAfter(met: Knowing | null, days: number, grade: number, guess: number): Knowing {
  const good = after(met, days, grade);
  if (grade !== 3 || guess === 0) return good;
  const r = met === null ? 0.5 : recallAfter(met.s, days);
  const p = r / (r + (1 - r) * guess);
  const again = after(met, days, 1);
  return { s: good.s ** p * again.s ** (1 - p), d: p * good.d + (1 - p) * again.d };
}
