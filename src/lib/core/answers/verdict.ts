import type { Verdict } from './response';

/** From this credit on an answer that is not right counts as near (rule C4). */
export const NEAR_FROM = 0.8;

/** A verdict, or why the response is no answer to the question at all: the caller's mistake, not the learner's. */
export type Judged =
  { readonly ok: true; readonly verdict: Verdict } | { readonly ok: false; readonly message: string };

/** The verdict for a credit from 0 to 1, which is rounded to six digits: transcendental functions differ in the last ones. */
export function verdictOf(credit: number): Verdict {
  const rounded = Math.round(Math.min(1, Math.max(0, credit)) * 1e6) / 1e6;
  const correct = rounded === 1;
  return { credit: rounded, correct, band: correct ? 'full' : rounded >= NEAR_FROM ? 'near' : 'wrong' };
}

export function judgedAs(credit: number): Judged {
  return { ok: true, verdict: verdictOf(credit) };
}

export function unfit(message: string): Judged {
  return { ok: false, message };
}
