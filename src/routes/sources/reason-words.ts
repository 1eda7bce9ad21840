import type { RefusalReason } from '$lib/core/questions/question';
import { m } from '$lib/paraglide/messages.js';

/** Why something is not asked, for a reader. */
export const REASON_WORDS: Record<RefusalReason, () => string> = {
  sensitive: m.reason_sensitive,
  duplicate: m.reason_duplicate,
  'not-an-event': m.reason_not_an_event,
  disputed: m.reason_disputed,
  'no-claimant': m.reason_no_claimant,
  'source-conflict': m.reason_source_conflict,
  'no-date': m.reason_no_date,
  'bounded-date': m.reason_bounded_date,
  'approximate-date': m.reason_approximate_date,
  calendar: m.reason_calendar,
  'excluded-by-pack': m.reason_excluded_by_pack,
  'no-place': m.reason_no_place,
  'no-point': m.reason_no_point,
  'no-map': m.reason_no_map,
  'no-wording': m.reason_no_wording,
  leak: m.reason_leak,
  'not-unique': m.reason_not_unique,
  'no-order': m.reason_no_order,
  'too-few-distractors': m.reason_too_few_distractors,
};
