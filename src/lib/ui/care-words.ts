import type { Flag, ReportReason } from '$lib/core/memory/log';
import { m } from '$lib/paraglide/messages.js';

export const FLAG_WORDS: Record<Flag, () => string> = {
  red: m.flag_red,
  amber: m.flag_amber,
  green: m.flag_green,
  blue: m.flag_blue,
};

export const REASON_WORDS: Record<ReportReason, () => string> = {
  'wrong-key': m.report_wrong_key,
  unclear: m.report_unclear,
  typo: m.report_typo,
  giveaway: m.report_giveaway,
  other: m.report_other,
};
