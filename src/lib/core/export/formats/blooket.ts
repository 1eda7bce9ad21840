import { csv } from '../bytes/csv';
import { utf8WithBom } from '../bytes/utf8';
import type { ExportFormat } from '../format';
import { choiceOf, filledUp, GAME_DROPS, rightNumber, seconds } from '../games';
import { preflight } from '../preflight';

const TIMES = [20, 30, 60, 90, 120, 300];
const HEADS: readonly (readonly string[])[] = [
  ['Blooket\nImport Template', '', '', '', '', '', '', ''],
  [
    'Question #', 'Question Text', 'Answer 1', 'Answer 2', 'Answer 3\n(Optional)', 'Answer 4\n(Optional)', 'Time Limit (sec)\n(Max: 300 seconds)',
    'Correct Answer(s)\n(Only include Answer #)',
  ],
]; // prettier-ignore

/** Blooket's import template as CSV: two rows of heads, then a row a question. */
export const blooket: ExportFormat = {
  id: 'blooket',
  label: 'Blooket (CSV)',
  extension: 'csv',
  mimeType: 'text/csv',
  limits: 'multiple choice with 4 answers only; no explanations',
  carries: { shapes: ['choice'], drops: ['explanation', ...GAME_DROPS], options: 4, cells: true, creditInStem: true },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, blooket, options);
    const rows = items.map(choiceOf).map((item, i) => [
      String(i + 1), item.stem, ...filledUp(item, 4), String(seconds(item, TIMES)), String(rightNumber(item)),
    ]); // prettier-ignore
    return Promise.resolve({ bytes: utf8WithBom(csv([...HEADS, ...rows])), losses });
  },
};
