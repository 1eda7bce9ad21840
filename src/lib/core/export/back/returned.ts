import type { Shape } from '../format';
import { decodeEntities } from '../import/text/entities';
import { stripTags } from '../import/text/strip-html';
import { EXPORT_WORDS } from '../words';

/** What is wrong with a question's place in the file: its row ends before its last column, or its key names options that it does not have. */
export type ReturnedFault = 'cut-short' | 'stray-key';

/** A question as a file that came back has it: plain texts, on one line each, with whatever characters they came with. */
export interface Returned {
  /** What the file knows it by: the question's id, its short form, or a guid of Anki. */
  readonly id: string;
  readonly shape: Shape;
  readonly stem: string;
  /** Null where the file does not say. */
  readonly explanation: string | null;
  /** Of a choice, in the file's order. */
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
  /** Accepted spellings of a typed answer. */
  readonly answers: readonly string[];
  /** The year, where the answer is typed as a number. */
  readonly year: number | null;
  /** Things of an order, earliest first. */
  readonly things: readonly string[];
  readonly fault: ReturnedFault | null;
}

/** A file read, or why it cannot be; `passed` counts what was read and is no question of ours. */
export type ReadBack =
  | { readonly ok: true; readonly returned: readonly Returned[]; readonly passed: number }
  | { readonly ok: false; readonly message: string };

/** A question without what its shape does not have. */
export function returnedAs(
  shape: Shape,
  { id, stem, explanation, ...more }: Pick<Returned, 'id' | 'stem' | 'explanation'> & Partial<Returned>,
): Returned {
  return { options: [], answers: [], year: null, things: [], fault: null, ...more, id, shape, stem, explanation };
}

/** The words of HTML that our writers made: markup off once, so that a text about tags keeps its tags. */
export function wordsOf(markup: string): string {
  return withoutBreaks(decodeEntities(stripTags(markup)));
}

/** A text on one line. What is no text stays in it, so that whoever takes it home can refuse it. */
export function withoutBreaks(text: string): string {
  return text.replace(/[ \t\r\n\u0085\u2028\u2029]+/gu, ' ').trim();
}

/** The same, a line for each paragraph, break or rule. */
export function linesOf(markup: string): readonly string[] {
  return markup.split(/<br\s*\/?>|<\/p>|<hr\s*\/?>|<\/li>|\n\n/iu).map(wordsOf).filter((line) => line !== ''); // prettier-ignore
}

/** Of lines of feedback, the explanation: sources and licence, which files carry behind it, are no part of it. */
export function explanationOf(lines: readonly string[]): string {
  const others = Object.values(EXPORT_WORDS).flatMap(({ source, madeFrom }) => [`${source}: `, madeFrom]);
  return lines.filter((line) => !others.some((start) => line.startsWith(start))).join(' ');
}

/** The stem without the hint that a year before our era is a negative number. */
export function withoutHint(stem: string): string {
  const hint = Object.values(EXPORT_WORDS).map(({ negativeYears }) => ` (${negativeYears})`).find((each) => stem.endsWith(each)); // prettier-ignore
  return hint === undefined ? stem : stem.slice(0, -hint.length);
}
