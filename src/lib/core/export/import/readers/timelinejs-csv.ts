import { readTable, type TableRow } from '../csv/table';
import { readNumbered } from '../dates/numbered-date';
import { EMPTY_FILE, EMPTY_ROW, START, unreadable, type ForeignFile, type ForeignRow } from '../foreign';
import { dateOfRow, rowFaults, type DateEnd } from '../row-faults';

/** The columns of the TimelineJS spreadsheet that are read. */
const READ = [
  'year',
  'month',
  'day',
  'end year',
  'end month',
  'end day',
  'display date',
  'headline',
  'text',
  'type',
  'group',
];
/** Those that carry pictures, times of day and looks: known, and no loss worth a word. */
const KNOWN = ['time', 'end time', 'media', 'media credit', 'media caption', 'media thumbnail', 'alt text', 'background']; // prettier-ignore

/** The TimelineJS spreadsheet as CSV (timeline.knightlab.com/docs/using-spreadsheets.html). Rows of type title and era are no events. */
export function readTimelineJsCsv(text: string): ForeignFile {
  const table = readTable(text, (written) => ([...READ, ...KNOWN].includes(written) ? written : null));
  if (table.faults.length > 0) return { ...EMPTY_FILE, faults: table.faults };
  if (!table.columns.includes('year') || !table.columns.includes('headline'))
    return unreadable({ ...START, path: 'header' }, 'lacks columns of a TimelineJS spreadsheet', 'Year and Headline');
  const typeOf = (row: TableRow): string => row.cell('type')?.text.trim().toLowerCase() ?? '';
  const eras = table.rows.filter((row) => typeOf(row) === 'era');
  return {
    ...EMPTY_FILE,
    rows: table.rows.filter((row) => !['title', 'era'].includes(typeOf(row))).map(readRow),
    remarks: [
      ...table.remarks,
      ...eras.map(({ spot }) => ({
        spot,
        message: 'is an era, a period without content, and left out',
        expected: null,
        received: null,
      })),
    ],
    title: table.rows.find((row) => typeOf(row) === 'title')?.cell('headline')?.text ?? null,
  };
}

function readRow(row: TableRow): ForeignRow {
  const faults = rowFaults(row.faults);
  const start = endOf(row, '');
  if (start === null) faults.add(row.spot, 'has no year', 'a whole year, such as 1066 or -44 for 44 BC');
  const date = dateOfRow(start, endOf(row, 'end '), null, faults);
  return {
    ...EMPTY_ROW,
    spot: row.spot,
    headline: row.cell('headline'),
    note: row.cell('text'),
    date,
    shownDate: row.cell('display date'),
    storyline: row.cell('group'),
    faults: faults.faults,
  };
}

function endOf(row: TableRow, prefix: '' | 'end '): DateEnd | null {
  const [year, month, day] = [row.cell(`${prefix}year`), row.cell(`${prefix}month`), row.cell(`${prefix}day`)];
  const field = year ?? month ?? day;
  if (field === null) return null;
  const parts = { year: year?.text ?? null, month: month?.text ?? null, day: day?.text ?? null };
  return { field, read: () => readNumbered(parts) };
}
