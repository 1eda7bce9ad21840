import { MOST_STEPS, STEP_RANGE } from '$lib/core/memory/parameters';

/** Steps as they are typed, minutes with spaces or commas between; null: they may not be used. Nothing typed is no step. */
export function readSteps(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const steps = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  const [low, high] = STEP_RANGE;
  return steps.length <= MOST_STEPS && steps.every((step) => step >= low && step <= high) ? steps : null;
}
