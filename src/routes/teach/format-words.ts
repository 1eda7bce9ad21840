import type { FormatId } from '$lib/core/export/format';
import { m } from '$lib/paraglide/messages.js';

export type FormatGroup = 'cards' | 'lms' | 'games' | 'paper' | 'data';

/** The formats as teachers look for them: what it is for, then the program they know. */
export const FORMAT_GROUPS: readonly { readonly group: FormatGroup; readonly ids: readonly FormatId[] }[] = [
  { group: 'cards', ids: ['apkg', 'anki-text', 'quizlet', 'mochi'] },
  { group: 'lms', ids: ['moodle', 'gift', 'aiken', 'qti12', 'qti21', 'qti30', 'cc11', 'h5p', 'blackboard'] },
  { group: 'games', ids: ['kahoot', 'wayground', 'blooket', 'gimkit', 'gimkit-text', 'classquiz', 'socrative'] },
  { group: 'paper', ids: ['docx', 'google-forms', 'markdown'] },
  { group: 'data', ids: ['csv', 'json', 'timelinejs', 'timelinejs-csv', 'ics'] },
];

export function sayGroup(group: FormatGroup): string {
  const words = {
    cards: m.export_group_cards,
    lms: m.export_group_lms,
    games: m.export_group_games,
    paper: m.export_group_paper,
    data: m.export_group_data,
  };
  return words[group]();
}

const LIMITS: Readonly<Record<FormatId, () => string>> = {
  apkg: m.export_for_apkg,
  'anki-text': m.export_for_anki_text,
  quizlet: m.export_for_quizlet,
  mochi: m.export_for_mochi,
  moodle: m.export_for_moodle,
  gift: m.export_for_gift,
  aiken: m.export_for_aiken,
  qti12: m.export_for_qti12,
  qti21: m.export_for_qti21,
  qti30: m.export_for_qti30,
  cc11: m.export_for_cc11,
  h5p: m.export_for_h5p,
  blackboard: m.export_for_blackboard,
  kahoot: m.export_for_kahoot,
  wayground: m.export_for_wayground,
  blooket: m.export_for_blooket,
  gimkit: m.export_for_gimkit,
  'gimkit-text': m.export_for_gimkit_text,
  classquiz: m.export_for_classquiz,
  socrative: m.export_for_socrative,
  docx: m.export_for_docx,
  'google-forms': m.export_for_google_forms,
  markdown: m.export_for_markdown,
  csv: m.export_for_csv,
  json: m.export_for_json,
  timelinejs: m.export_for_timelinejs,
  'timelinejs-csv': m.export_for_timelinejs_csv,
  ics: m.export_for_ics,
};

/** What a target is good for and where its limits are, in a few words. */
export function sayFormat(id: FormatId): string {
  return LIMITS[id]();
}
