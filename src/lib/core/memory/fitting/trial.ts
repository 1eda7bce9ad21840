import { isPredicted } from './lesson';
import { chanceRight, follow, surprise } from './loss';
import { createModel } from './model';
import type { Series } from './series';

/** How well weights predicted answers that they had not seen. */
export interface Trial {
  /** Predicted answers. */
  readonly answers: number;
  /** Share of them that were right. */
  readonly right: number;
  /** Mean predicted probability of a right answer. */
  readonly expected: number;
  /** Log loss: the mean of −ln of the probability given to what happened. */
  readonly loss: number;
}

/** Share of the study days, the latest, that a fit does not see. */
const HELD_OUT = 0.2;

/** The first study day of the latest fifth of the days on which something was answered; null: fewer than two days. */
export function heldOutFrom(series: Series): number | null {
  const days = [...new Set(series.days)].sort((a, b) => a - b);
  return days.length < 2 ? null : (days[Math.min(days.length - 1, Math.floor(days.length * (1 - HELD_OUT)))] ?? null);
}

/**
 * Predicts the answers from a study day on as the app would, with these weights in use: every memory is worked out from its first answer under them, as the
 * replay of the log does when weights change, and then lives on answer by answer.
 */
export function tryOut(series: Series, weights: readonly number[], fromDay: number): Trial {
  const model = createModel(weights);
  const state = { stability: 1, difficulty: 5 };
  const sums = { answers: 0, right: 0, expected: 0, loss: 0 };
  for (let k = 0; k + 1 < series.starts.length; k += 1) {
    const start = series.starts[k] ?? 0;
    const end = series.starts[k + 1] ?? 0;
    for (let step = start; step < end; step += 1) {
      const grade = series.grades[step] ?? 1;
      const guess = series.guesses[step] ?? 0;
      const days = series.elapsed[step] ?? 0;
      if ((series.days[step] ?? 0) >= fromDay && isPredicted(series, step)) {
        const chance = chanceRight(model.recall(days, state.stability), guess);
        sums.answers += 1;
        sums.right += grade > 1 ? 1 : 0;
        sums.expected += chance;
        sums.loss += surprise(chance, grade);
      }
      follow(model, state, step === start, days, grade, guess);
    }
  }
  const { answers } = sums;
  if (answers === 0) return { answers, right: 0, expected: 0, loss: 0 };
  return { answers, right: sums.right / answers, expected: sums.expected / answers, loss: sums.loss / answers };
}
