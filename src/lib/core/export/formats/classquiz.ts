import { xlsx, type Cell } from '../bytes/xlsx';
import { fullCredit, shortCredit } from '../credit';
import type { ExportFormat } from '../format';
import { choiceOf, filledUp, GAME_DROPS, rightNumber, seconds } from '../games';
import { preflight, titleFor } from '../preflight';
import { shorten } from '../text/clean';

const TIMES = [20, 30, 60, 90, 120];
/** Title in C5, description in C6, the table's head in row 13. */
const [TITLE_ROW, ABOUT_ROW, HEADER_ROW] = [5, 6, 13];
const HEADER: readonly Cell[] = [
  null,
  'Question',
  'Answer 1',
  'Answer 2',
  'Answer 3',
  'Answer 4',
  'Time (sec)',
  'Correct answers',
];
const LONGEST_ABOUT = 500;

/** ClassQuiz's template. Every answer is text: a year as a number used to break its import. */
export const classquiz: ExportFormat = {
  id: 'classquiz',
  label: 'ClassQuiz (XLSX)',
  extension: 'xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  limits: 'multiple choice only; questions of 300 characters, 4 answers of 150',
  carries: { shapes: ['choice'], drops: ['explanation', ...GAME_DROPS], stem: 300, option: 150, title: 100, options: 4 },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, classquiz, options);
    const rows: Cell[][] = Array.from({ length: HEADER_ROW - 1 }, () => []);
    rows[TITLE_ROW - 1] = [null, 'Title', titleFor(set, classquiz.carries)];
    rows[ABOUT_ROW - 1] = [null, 'Description', shorten(shortCredit(set), LONGEST_ABOUT)];
    const questions = items.map(choiceOf).map((item): Cell[] => [
      null, item.stem, ...filledUp(item, 4), String(seconds(item, TIMES)), String(rightNumber(item)),
    ]); // prettier-ignore
    const bytes = xlsx({ sheet: 'Sheet1', rows: [...rows, HEADER, ...questions], title: set.title, credit: fullCredit(set) });
    return Promise.resolve({ bytes, losses });
  },
}; // prettier-ignore
