import type { Change, Conflict } from '$lib/core/export/back/reconcile';
import { m } from '$lib/paraglide/messages.js';

/** Which part of which question was changed. */
export function sayPart(part: Change['part'], number: number): string {
  const words = {
    stem: m.return_part_stem,
    explanation: m.return_part_explanation,
    option: m.return_part_option,
    key: m.return_part_key,
    names: m.return_part_names,
  };
  return words[part]({ number });
}

/** Why a question's changes cannot be taken. */
export function sayConflict(conflict: Conflict, number: number): string {
  switch (conflict.why) {
    case 'changed-here-too':
      return m.return_both();
    case 'twice':
      return m.return_twice({ number });
    case 'other-shape':
      return m.return_other_shape({ number });
    case 'other-options':
      return m.return_other_options({ number });
    case 'no-right-answer':
      return m.return_no_right({ number });
    case 'alike':
      return m.return_alike({ number });
    case 'cut-short':
      return m.return_cut_short({ number });
    case 'stray-key':
      return m.return_stray_key({ number });
    case 'empty':
      return m.return_empty({ number });
    case 'not-text':
      return m.return_not_text({ number });
    case 'too-long':
      return m.return_too_long({ number });
    case 'answer-of-the-pack':
      return m.return_of_pack({ number, from: conflict.from, to: conflict.to });
  }
}
