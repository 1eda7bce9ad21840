import { FORMAT_IDS, type ExportFormat, type FormatId } from './format';

/** Where each format is: loaded when it is wanted, so that a page carries none of them. */
const LOADERS: Readonly<Record<FormatId, () => Promise<ExportFormat>>> = {
  apkg: async () => (await import('./formats/apkg')).apkg,
  'anki-text': async () => (await import('./formats/anki-text')).ankiText,
  quizlet: async () => (await import('./formats/quizlet')).quizlet,
  mochi: async () => (await import('./formats/mochi')).mochi,
  moodle: async () => (await import('./formats/moodle')).moodle,
  gift: async () => (await import('./formats/gift')).gift,
  aiken: async () => (await import('./formats/aiken')).aiken,
  kahoot: async () => (await import('./formats/kahoot')).kahoot,
  wayground: async () => (await import('./formats/wayground')).wayground,
  blooket: async () => (await import('./formats/blooket')).blooket,
  gimkit: async () => (await import('./formats/gimkit')).gimkit,
  'gimkit-text': async () => (await import('./formats/gimkit-text')).gimkitText,
  classquiz: async () => (await import('./formats/classquiz')).classquiz,
  blackboard: async () => (await import('./formats/blackboard')).blackboard,
  socrative: async () => (await import('./formats/socrative')).socrative,
  csv: async () => (await import('./formats/csv')).csv,
  qti12: async () => (await import('./formats/qti12')).qti12,
  qti21: async () => (await import('./formats/qti21')).qti21,
  qti30: async () => (await import('./formats/qti30')).qti30,
  cc11: async () => (await import('./formats/cc11')).cc11,
  h5p: async () => (await import('./formats/h5p')).h5p,
  'google-forms': async () => (await import('./formats/google-forms')).googleForms,
  docx: async () => (await import('./formats/docx')).docx,
  timelinejs: async () => (await import('./formats/timelinejs')).timelinejs,
  'timelinejs-csv': async () => (await import('./formats/timelinejs-csv')).timelinejsCsv,
  ics: async () => (await import('./formats/ics')).ics,
  json: async () => (await import('./formats/json')).json,
  markdown: async () => (await import('./formats/markdown')).markdown,
};

/** A format by its id. */
export function loadFormat(id: FormatId): Promise<ExportFormat> {
  return LOADERS[id]();
}

/** All of them, in the order of their ids. */
export function loadFormats(): Promise<readonly ExportFormat[]> {
  return Promise.all(FORMAT_IDS.map(loadFormat));
}

/** Whether a text is the id of a format. */
export function isFormatId(id: string): id is FormatId {
  return FORMAT_IDS.some((known) => known === id);
}
