import { CSS, TEMPLATES } from './templates';

/** The note types that questions become. */
export const NOTE_TYPES = ['choice', 'typed', 'order', 'map'] as const;
export type NoteType = (typeof NOTE_TYPES)[number];

/**
 * Their ids and fields, frozen for ever: Anki takes a note for another one when either changes, refuses to update it, and the learner's
 * schedule stays with a card that nobody corrects any more. What a later version needs goes into the spare fields.
 */
const SPARE = ['Extra1', 'Extra2', 'Extra3'];
export const FIELDS: Readonly<Record<NoteType, readonly string[]>> = {
  choice: ['Question', 'Options', 'Answer', 'Explanation', 'Source', 'Id', ...SPARE],
  typed: ['Question', 'Answer', 'Accepted', 'Explanation', 'Source', 'Id', ...SPARE],
  order: ['Question', 'Shown', 'Answer', 'Explanation', 'Source', 'Id', ...SPARE],
  map: ['Question', 'Picture', 'Left', 'Top', 'Width', 'Answer', 'Explanation', 'Source', 'Id', ...SPARE],
};
export const NOTE_TYPE_IDS: Readonly<Record<NoteType, number>> = {
  choice: 1_600_000_000_101,
  typed: 1_600_000_000_102,
  order: 1_600_000_000_103,
  map: 1_600_000_000_104,
};

/** Raised when a template changes, so that Anki takes the new one over. Seconds. */
const TEMPLATES_CHANGED = 1_600_000_002;

/** The note types as the legacy collection holds them: JSON by id. */
export function modelsJson(deckId: number): string {
  return JSON.stringify(Object.fromEntries(NOTE_TYPES.map((type) => [String(NOTE_TYPE_IDS[type]), modelOf(type, deckId)])));
} // prettier-ignore

function modelOf(type: NoteType, deckId: number) {
  const { front, back } = TEMPLATES[type];
  return {
    id: NOTE_TYPE_IDS[type],
    name: `Dateline ${type}`,
    type: 0,
    mod: TEMPLATES_CHANGED,
    usn: -1,
    sortf: 0,
    did: deckId,
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: front, afmt: back, did: null, bqfmt: '', bafmt: '', bfont: '', bsize: 0 }],
    flds: FIELDS[type].map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] })),
    css: CSS,
    latexPre: '',
    latexPost: '',
    latexsvg: false,
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
} // prettier-ignore
