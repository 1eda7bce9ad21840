import type { Spot } from './address';
import { m } from '$lib/paraglide/messages.js';

/** What stands behind an event: what a filter by it is called. */
export const STATUS_WORDS: Record<NonNullable<Spot['status']>, () => string> = {
  stated: m.explore_status_stated,
  attributed: m.explore_status_attributed,
  reported: m.explore_status_reported,
  disputed: m.explore_status_disputed,
  conflict: m.explore_status_conflict,
};
