import type { DayPlan } from '$lib/core/memory/queue';
import { m } from '$lib/paraglide/messages.js';

/** Why there is nothing to ask, exactly as it is. */
export function restWords(left: DayPlan, mode: 'study' | 'cram'): string {
  if (mode === 'cram' || (left.untouched && left.heldFresh === 0)) return m.empty_scope();
  if (left.ease === 'none') return m.empty_day_off();
  if (left.untouched) return m.empty_no_new();
  if (left.heldReviews > 0) return m.empty_limit();
  return left.heldFresh > 0 ? m.empty_text() : m.empty_all_learnt();
}
