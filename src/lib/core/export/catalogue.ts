import { FORMAT_IDS, type ExportFormat, type FormatId } from './format';

/** Where each format is: loaded when it is wanted, so that a page carries none of them. */
const LOADERS: Readonly<Partial<Record<FormatId, () => Promise<ExportFormat>>>> = {
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
  json: async () => (await import('./formats/json')).json,
  markdown: async () => (await import('./formats/markdown')).markdown,
};

/** A format by its id. */
export async function loadFormat(id: FormatId): Promise<ExportFormat> {
  const load = LOADERS[id];
  if (load === undefined) throw new Error(`the format ${id} is not there yet`);
  return load();
}

/** All of them, in the order of their ids. */
export async function loadFormats(): Promise<readonly ExportFormat[]> {
  return Promise.all(FORMAT_IDS.filter((id) => LOADERS[id] !== undefined).map(loadFormat));
}

/** Whether a text is the id of a format. */
export function isFormatId(id: string): id is FormatId {
  return FORMAT_IDS.some((known) => known === id);
}
