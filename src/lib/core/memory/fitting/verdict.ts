import { fit } from './fit';
import type { Fitted } from './fit';
import type { Series } from './series';
import { heldOutFrom, tryOut } from './trial';
import type { Trial } from './trial';

/** With fewer held-out answers nobody can tell luck from a better fit. */
export const LEAST_HELD_OUT = 16;

/** What a fit came to. Only `better` may be put to use. */
export type Verdict =
  /** Too few answers to fit, or to check the fit. */
  | { readonly is: 'too-few'; readonly answers: number; readonly heldOut: number }
  /** The weights in use predict the held-out answers at least as well. */
  | { readonly is: 'no-better'; readonly fitted: Fitted; readonly before: Trial; readonly after: Trial }
  | { readonly is: 'better'; readonly fitted: Fitted; readonly before: Trial; readonly after: Trial };

export interface Question {
  readonly series: Series;
  /** Weights in use. */
  readonly current: readonly number[];
}

/**
 * Fits the weights to the first four fifths of the study days and holds them against the weights in use on the last fifth, which the fit has not seen.
 * The weights that were checked are the ones to use: no second fit over everything afterwards, of which nobody would know how good it is.
 */
export function judgeFit({ series, current }: Question): Verdict {
  const from = heldOutFrom(series);
  if (from === null) return { is: 'too-few', answers: 0, heldOut: 0 };
  const fitted = fit(series, from);
  const before = tryOut(series, current, from);
  if (fitted.what === 'none' || before.answers < LEAST_HELD_OUT)
    return { is: 'too-few', answers: fitted.answers, heldOut: before.answers };
  const after = tryOut(series, fitted.weights, from);
  return { is: after.loss < before.loss ? 'better' : 'no-better', fitted, before, after };
}
