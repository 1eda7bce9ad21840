import { showText } from '../../../packs/document';
import { PLACE_KINDS, type Status } from '../../../packs/pack';
import type { Calendar } from '../../../time/when';
import { readTable, type TableRow } from '../csv/table';
import { readDate } from '../dates/read-date';
import {
  EMPTY_FILE,
  EMPTY_ROW,
  START,
  unreadable,
  type Field,
  type ForeignFile,
  type ForeignPlace,
  type ForeignRow,
} from '../foreign';
import { readPoint } from '../places/read-point';
import { dateOfRow, rowFaults, type DateEnd, type RowFaults } from '../row-faults';
import { csvColumn } from './csv-columns'; // prettier-ignore

const STATUSES: readonly Status[] = ['stated', 'attributed', 'reported', 'disputed'];
const CALENDARS: readonly Calendar[] = ['gregorian', 'julian', 'unknown'];
const TRUE = ['true', 'yes', '1', 'x', 'так'];
const FALSE = ['false', 'no', '0', 'ні'];

/** A table with the columns of docs/import.md. */
export function readPlainCsv(text: string): ForeignFile {
  const table = readTable(text, csvColumn);
  if (table.faults.length > 0) return { ...EMPTY_FILE, faults: table.faults };
  if (!table.columns.includes('name') && !table.columns.includes('clause'))
    return unreadable({ ...START, path: 'header' }, 'has no column of words', 'a column name or clause, or both');
  return { ...EMPTY_FILE, rows: table.rows.map(readRow), remarks: table.remarks };
}

function readRow(row: TableRow): ForeignRow {
  const faults = rowFaults(row.faults);
  const calendar = oneOf(row.cell('calendar'), CALENDARS, faults);
  const according = row.cell('according');
  const [url, source] = [row.cell('url'), row.cell('source')];
  const cited = url ?? source;
  return {
    ...EMPTY_ROW,
    spot: row.spot,
    id: row.cell('id'),
    headline: row.cell('name'),
    clause: row.cell('clause'),
    placeless: row.cell('placeless'),
    note: row.cell('note'),
    date: readDates(row, calendar, faults),
    places: readPlace(row, faults),
    storyline: row.cell('storyline'),
    // Who is named as saying so makes it a claim.
    status: oneOf(row.cell('status'), STATUSES, faults) ?? (according === null ? null : 'attributed'),
    according,
    sensitive: oneOf(row.cell('sensitive'), [...TRUE, ...FALSE], faults, 'true or false') !== null && TRUE.includes(lower(row.cell('sensitive'))),
    source: cited === null ? null : { title: source?.text.trim() ?? null, url: url?.text.trim() ?? null, spot: cited },
    faults: faults.faults,
  };
} // prettier-ignore

function readDates(row: TableRow, calendar: Calendar | null, faults: RowFaults): ForeignRow['date'] {
  const end = (column: string): DateEnd | null => {
    const field = row.cell(column);
    return field === null ? null : { field, read: (text) => readDate(text, calendar) };
  };
  const [when, start] = [end('when'), end('start')];
  if (when !== null && start !== null) {
    faults.add(start.field, 'is a second date beside when', 'either when, or start and end');
    return null;
  }
  return dateOfRow(when ?? start, end('end'), calendar, faults);
}

function readPlace(row: TableRow, faults: RowFaults): readonly ForeignPlace[] {
  const [name, lat, lon] = [row.cell('place'), row.cell('lat'), row.cell('lon')];
  const kind = oneOf(row.cell('kind'), PLACE_KINDS, faults);
  if (lat !== null && lon === null) faults.add(lat, 'is a latitude without a longitude', 'both, or neither');
  if (lon !== null && lat === null) faults.add(lon, 'is a longitude without a latitude', 'both, or neither');
  const point = lat === null || lon === null ? null : faults.take(lat, readPoint(lat.text, lon.text));
  const spot = name ?? lat;
  if (spot === null || (name === null && point === null)) return [];
  const [region, country] = [row.cell('region')?.text ?? null, row.cell('country')?.text ?? null];
  return [{ spot, name: name?.text ?? null, kind, region, country, point }];
}

function oneOf<T extends string>(
  field: Field | null,
  words: readonly T[],
  faults: RowFaults,
  expected = words.join(', '),
): T | null {
  if (field === null) return null;
  const found = words.find((word) => word === lower(field));
  if (found === undefined)
    faults.add(field, 'is not one of the words that can stand here', expected, showText(field.text));
  return found ?? null;
}

function lower(field: Field | null): string {
  return field?.text.trim().toLowerCase() ?? '';
}
