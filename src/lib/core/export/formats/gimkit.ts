import { csv } from '../bytes/csv';
import { utf8WithBom } from '../bytes/utf8';
import type { ExportFormat } from '../format';
import { choiceOf, GAME_DROPS, rightFirst } from '../games';
import { preflight } from '../preflight';

const HEADS: readonly (readonly string[])[] = [
  ['Gimkit Spreadsheet Import Template', '', '', '', ''],
  [
    'Question',
    'Correct Answer',
    'Incorrect Answer 1',
    'Incorrect Answer 2 (Optional)',
    'Incorrect Answer 3 (Optional)',
  ],
];

/** Gimkit's spreadsheet of multiple choice: the right answer first, the game shuffles. */
export const gimkit: ExportFormat = {
  id: 'gimkit',
  label: 'Gimkit, multiple choice (CSV)',
  extension: 'csv',
  mimeType: 'text/csv',
  limits: 'multiple choice with 4 answers only; no explanations',
  carries: { shapes: ['choice'], drops: ['explanation', ...GAME_DROPS], options: 4, cells: true, creditInStem: true },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, gimkit, options);
    const rows = items.map(choiceOf).map((item) => [item.stem, ...rightFirst(item, 4)]);
    return Promise.resolve({ bytes: utf8WithBom(csv([...HEADS, ...rows])), losses });
  },
};
