import type { CurvePoint } from '$lib/core/memory/exam-curve';

/** Expected recall at some minutes a day, between two points of the curve in proportion; null: the curve has no points. */
export function recallAt(curve: readonly CurvePoint[], minutes: number): Omit<CurvePoint, 'minutes'> | null {
  const after = curve.findIndex((point) => point.minutes >= minutes);
  const [high, low] = [curve.at(after), after > 0 ? curve[after - 1] : undefined];
  if (high === undefined) return null;
  if (low === undefined || after === -1) return { planned: high.planned, ordinary: high.ordinary };
  const share = (minutes - low.minutes) / (high.minutes - low.minutes);
  const between = (a: number, b: number): number => a + share * (b - a);
  return { planned: between(low.planned, high.planned), ordinary: between(low.ordinary, high.ordinary) };
}
