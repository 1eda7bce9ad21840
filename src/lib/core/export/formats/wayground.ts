import { CELLS, xlsx, type Cell } from '../bytes/xlsx';
import { fullCredit } from '../credit';
import type { ExportFormat } from '../format';
import { choiceOf, filledUp, GAME_DROPS, rightNumber, seconds } from '../games';
import { preflight } from '../preflight';

const MOST_OPTIONS = 5;
const TIMES = [20, 30, 45, 60, 120, 180, 300];
const HEADER: readonly Cell[] = [
  'Question Text', 'Question Type', 'Option 1', 'Option 2', 'Option 3', 'Option 4', 'Option 5', 'Correct Answer', 'Time in seconds',
  'Image Link', 'Answer explanation',
]; // prettier-ignore
/** The template's second row explains the first; an importer skips it. */
const HELP: readonly Cell[] = [
  'Text of the question', 'Question type (default is Multiple Choice)', 'Text for option 1', 'Text for option 2', 'Text for option 3 (optional)',
  'Text for option 4 (optional)', 'Text for option 5 (optional)', 'Number of the correct option (leave blank for Fill-in-the-Blank)',
  'Time in seconds (default is 30)', 'Link of the image (optional)', 'Explanation of the answer (optional)',
]; // prettier-ignore

/** Wayground's spreadsheet (Quizizz until 2025): multiple choice, and accepted spellings as options of a blank to fill in. */
export const wayground: ExportFormat = {
  id: 'wayground',
  label: 'Wayground, Quizizz (XLSX)',
  extension: 'xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  limits: 'multiple choice and short answers with 5 spellings',
  carries: {
    shapes: ['choice', 'typed'], drops: [...GAME_DROPS, 'near'], options: MOST_OPTIONS, spellings: MOST_OPTIONS - 1, ...CELLS,
  }, // prettier-ignore
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, wayground, options);
    const rows = items.map((item): Cell[] => {
      if (item.shape === 'typed') {
        const spelled = Array.from({ length: MOST_OPTIONS }, (_, i) => item.answers[i] ?? '');
        return [item.stem, 'Fill-in-the-Blank', ...spelled, '', 60, '', item.explanation];
      }
      const choice = choiceOf(item);
      const time = seconds(choice, TIMES);
      return [item.stem, 'Multiple Choice', ...filledUp(choice, MOST_OPTIONS), String(rightNumber(choice)), time, '', item.explanation];
    });
    const bytes = xlsx({ sheet: 'Sheet1', rows: [HEADER, HELP, ...rows], title: set.title, credit: fullCredit(set) });
    return Promise.resolve({ bytes, losses });
  },
}; // prettier-ignore
