import type { ExportSet } from './export-set';
import type { Loss, Part } from './loss';

/** The ids of all formats (formats.md §4), in the order in which they are listed. */
export const FORMAT_IDS = [
  'apkg', 'anki-text', 'quizlet', 'mochi', 'moodle', 'gift', 'aiken', 'qti12', 'qti21', 'qti30', 'cc11', 'h5p', 'kahoot', 'wayground',
  'blooket', 'gimkit', 'gimkit-text', 'classquiz', 'blackboard', 'socrative', 'google-forms', 'docx', 'csv', 'json', 'markdown',
  'timelinejs', 'timelinejs-csv', 'ics',
] as const; // prettier-ignore
export type FormatId = (typeof FORMAT_IDS)[number];

/**
 * What a question comes to in another program: one right option of several, an answer to type, things to put in order, a point on a map,
 * or pairs to match (only ever in place of an order).
 */
export const SHAPES = ['choice', 'typed', 'order', 'map', 'match'] as const;
export type Shape = (typeof SHAPES)[number];

/** What a target takes, so that everything else is known before anything is written. Lengths in characters (UTF-16 code units). */
export interface Carries {
  /** The shapes that it has a task for. Empty for targets that take events, not questions. */
  readonly shapes: readonly Shape[];
  /** Parts of every question that it has no room for. */
  readonly drops: readonly Part[];
  /** Where it marks (drops `near`): answers that are nearly right for which it gives a part of the credit all the same. */
  readonly near?: readonly ('year' | 'order')[];
  /** A typed year is a number there, negative before our era, and no words. */
  readonly numericYears?: boolean;
  /** Its targets on a map are circles or boxes: a region is asked otherwise. */
  readonly noRegions?: boolean;
  /** Most questions in a file. */
  readonly questions?: number;
  readonly stem?: number;
  /** Longest option, thing to order or answer. */
  readonly option?: number;
  readonly explanation?: number;
  readonly title?: number;
  /** Most options of a choice. */
  readonly options?: number;
  /** Most answers that are accepted beside the first. */
  readonly spellings?: number;
  /** Signs that would mean something else in an accepted answer: a spelling with one is not taken. */
  readonly notInAnswers?: RegExp;
  /** Writes a stem that the target would take for something else so that it does not. */
  readonly setOff?: (stem: string) => string;
  /** Texts stand in cells of a table, where a formula must not begin. */
  readonly cells?: boolean;
  /** The licence stands behind the last question's stem for want of another place. */
  readonly creditInStem?: boolean;
}

/** What may stand in for a shape that a target does not have. */
export type Substitute = Shape | 'leave-out';

export interface WriteOptions {
  /** What is wanted in place of a shape, also where the target has it; where that is not possible the next best is taken, unless it is `leave-out`. */
  readonly substitutes: Readonly<Partial<Record<Shape, Substitute>>>;
  /** A question too long for the target is cut (and said so), or left out. */
  readonly tooLong: 'shorten' | 'leave-out';
  /** Where the answers of a printed test stand: all behind it, or each behind its question (as Microsoft Forms reads them). */
  readonly answers: 'end' | 'inline';
  /** Letters of versions, `A`, `B` …, for formats that print several in one file; empty for the set as it is. */
  readonly versions: readonly string[];
}

export const DEFAULT_OPTIONS: WriteOptions = { substitutes: {}, tooLong: 'shorten', answers: 'end', versions: [] };

export interface Written {
  readonly bytes: Uint8Array;
  /** Everything of the set that is not in the bytes as it was; never silently. */
  readonly losses: readonly Loss[];
}

/** A format that a set can be written in. A file of `formats` each. */
export interface ExportFormat {
  readonly id: FormatId;
  /** The name of the target, the same in every language. */
  readonly label: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** What it cannot carry, in a few words. */
  readonly limits: string;
  readonly carries: Carries;
  /** Whether several versions of a test go into one file, each with its key. */
  readonly printsVersions: boolean;
  /** Whether the answers may stand behind each question, `WriteOptions.answers`. */
  readonly answersInline?: boolean;
  /** The same set and options give the same bytes, on any machine and at any time. */
  readonly write: (set: ExportSet, options: WriteOptions) => Promise<Written>;
}
