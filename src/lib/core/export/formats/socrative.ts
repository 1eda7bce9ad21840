import { CELLS, xlsx, type Cell } from '../bytes/xlsx';
import { fullCredit } from '../credit';
import type { ExportFormat } from '../format';
import { choiceOf, filledUp, GAME_DROPS } from '../games';
import { preflight, titleFor } from '../preflight';

const MOST_OPTIONS = 5;
/** The quiz's name stands in B3, the table's head in row 6. */
const [NAME_ROW, HEADER_ROW] = [3, 6];
const HEADER: readonly Cell[] = [
  'Question Type', 'Question', 'Answer A', 'Answer B', 'Answer C', 'Answer D', 'Answer E', 'Correct Answer', 'Correct Answer', 'Correct Answer',
  'Correct Answer', 'Correct Answer', 'Explanation (Optional)',
]; // prettier-ignore

/** Socrative's import template: answers in C to G, letters of the right ones from H on, explanation in M. */
export const socrative: ExportFormat = {
  id: 'socrative',
  label: 'Socrative (XLSX)',
  extension: 'xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  limits: 'multiple choice with 5 answers only',
  carries: { shapes: ['choice'], drops: GAME_DROPS, options: MOST_OPTIONS, ...CELLS },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, socrative, options);
    const rows: Cell[][] = Array.from({ length: HEADER_ROW - 1 }, () => []);
    rows[NAME_ROW - 1] = ['Quiz Name:', titleFor(set, socrative.carries)];
    const questions = items.map(choiceOf).map((item): Cell[] => {
      const right = item.options.flatMap((option, i) => (option.right ? [String.fromCharCode(65 + i)] : []));
      const keys = Array.from({ length: MOST_OPTIONS }, (_, i) => right[i] ?? '');
      return ['Multiple choice', item.stem, ...filledUp(item, MOST_OPTIONS), ...keys, item.explanation];
    });
    const bytes = xlsx({ sheet: 'Sheet1', rows: [...rows, HEADER, ...questions], title: set.title, credit: fullCredit(set) });
    return Promise.resolve({ bytes, losses });
  },
}; // prettier-ignore
