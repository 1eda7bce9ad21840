import { xlsx, type Cell } from '../bytes/xlsx';
import { fullCredit } from '../credit';
import type { ExportFormat } from '../format';
import { choiceOf, filledUp, GAME_DROPS, rightNumber, seconds } from '../games';
import { preflight } from '../preflight';

const TIMES = [5, 10, 20, 30, 60, 90, 120, 240];
const HEADER: readonly Cell[] = [
  null, 'Question - max 120 characters', 'Answer 1 - max 75 characters', 'Answer 2 - max 75 characters', 'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters', 'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs', 'Correct answer(s) - choose at least one',
]; // prettier-ignore
/** Rows of the template before the header, which stands in row 8. */
const ROWS_BEFORE = 7;

/** Kahoot!'s own spreadsheet: the header in row 8, questions from row 9 to 108. */
export const kahoot: ExportFormat = {
  id: 'kahoot',
  label: 'Kahoot! (XLSX)',
  extension: 'xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  limits: 'multiple choice only; 100 questions of 120 characters, 4 answers of 75',
  carries: {
    shapes: ['choice'],
    drops: ['explanation', ...GAME_DROPS],
    questions: 100,
    stem: 120,
    option: 75,
    options: 4,
  },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, kahoot, options);
    const before = Array.from({ length: ROWS_BEFORE }, (_, i): Cell[] => (i === 1 ? [null, 'Quiz template'] : []));
    const rows = items.map(choiceOf).map((item, i): Cell[] => [
      i + 1, item.stem, ...filledUp(item, 4), seconds(item, TIMES), String(rightNumber(item)),
    ]); // prettier-ignore
    const bytes = xlsx({ sheet: 'Sheet1', rows: [...before, HEADER, ...rows], title: set.title, credit: fullCredit(set) });
    return Promise.resolve({ bytes, losses });
  },
}; // prettier-ignore
