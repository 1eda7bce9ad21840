import { showText } from '../../../packs/document';
import { START, type Field, type RowFault, type Spot } from '../foreign';
import { locator } from '../positions';
import { readCsv, type Cell } from './read-csv';

/** A line of a table under its header. */
export interface TableRow {
  readonly spot: Spot;
  /** The cell of a column; null where it is blank or the table lacks the column. */
  readonly cell: (column: string) => Field | null;
  readonly faults: readonly RowFault[];
}

export interface Table {
  /** Names of the columns that are there, as the caller calls them. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly faults: readonly RowFault[];
  readonly remarks: readonly RowFault[];
}

/** Reads a table whose first line is its header. `nameOf` gives the caller's name of a written column, or null if it reads no such one. */
export function readTable(text: string, nameOf: (written: string) => string | null): Table {
  const read = readCsv(text);
  const locate = locator(text);
  const none = { columns: [], rows: [], remarks: [] };
  if (!read.ok) {
    const spot = { ...locate(read.offset), path: '(root)' };
    const fault = { spot, message: `is not valid CSV: ${read.message}`, expected: 'RFC 4180', received: null };
    return { ...none, faults: [fault] };
  }
  const [header, ...lines] = read.lines;
  if (header === undefined) {
    return { ...none, faults: [{ spot: START, message: 'is empty', expected: 'a header and rows', received: null }] };
  }
  const faults: RowFault[] = [];
  const remarks: RowFault[] = [];
  const columns = new Map<string, number>();
  header.forEach((cell, index) => {
    const spot = { ...locate(cell.at), path: 'header' };
    const name = nameOf(cell.text.trim().toLowerCase().replace(/[\s_-]+/g, ' ')); // prettier-ignore
    const received = showText(cell.text);
    if (name === null) {
      if (cell.text.trim() !== '')
        remarks.push({ spot, message: 'is a column that is not read', expected: null, received });
    } else if (columns.has(name)) {
      faults.push({ spot, message: `is a second column for ${name}`, expected: 'each column once', received });
    } else columns.set(name, index);
  });
  const rows = lines.map((line, index) => rowOf(line, index, header.length, columns, locate));
  return { columns: [...columns.keys()], rows, faults, remarks };
}

function rowOf(
  line: readonly Cell[],
  index: number,
  width: number,
  columns: ReadonlyMap<string, number>,
  locate: ReturnType<typeof locator>,
): TableRow {
  const path = `rows[${String(index)}]`;
  const spot = { ...locate(line[0]?.at ?? 0), path };
  const surplus = line.slice(width).find((cell) => cell.text.trim() !== '');
  const faults: RowFault[] =
    surplus === undefined
      ? []
      : [
          {
            spot: { ...locate(surplus.at), path },
            message: `is a cell beyond the ${String(width)} of the header`,
            expected: 'cells with the delimiter inside them in quotes',
            received: showText(surplus.text),
          },
        ];
  return {
    spot,
    faults,
    cell: (column) => {
      const at = columns.get(column);
      const cell = at === undefined ? undefined : line[at];
      if (cell === undefined || cell.text.trim() === '') return null;
      return { ...locate(cell.at), path: `${path}.${column}`, text: cell.text };
    },
  };
}
