import { csv } from '../bytes/csv';
import { utf8WithBom } from '../bytes/utf8';
import type { ExportFormat } from '../format';
import { GAME_DROPS } from '../games';
import { preflight } from '../preflight';

const HEADS: readonly (readonly string[])[] = [
  ['Gimkit Spreadsheet Import Template 2', ''],
  ['Question', 'Correct Answer'],
];

/** Gimkit's other spreadsheet, for answers that are typed. It takes one spelling. */
export const gimkitText: ExportFormat = {
  id: 'gimkit-text',
  label: 'Gimkit, text input (CSV)',
  extension: 'csv',
  mimeType: 'text/csv',
  limits: 'typed answers in one spelling only; no explanations',
  carries: {
    shapes: ['typed'],
    drops: ['explanation', 'near', ...GAME_DROPS],
    spellings: 0,
    cells: true,
    creditInStem: true,
  },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, gimkitText, options);
    const rows = items.map((item) => [item.stem, item.answer]);
    return Promise.resolve({ bytes: utf8WithBom(csv([...HEADS, ...rows])), losses });
  },
};
