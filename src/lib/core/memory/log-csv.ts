import { compareEntries, standingLog } from './log';
import type { AnswerEntry, LogEntry, Mark } from './log';

/**
 * The log as a table for a spreadsheet or a statistics program; docs/your-data.md explains each column. RFC 4180 with CRLF and a UTF-8
 * byte order mark, by which spreadsheets know the encoding. In replay order, a row for each entry; an answer that bears on several
 * memories (an ordering) has a row for each of them, numbered.
 */
export function writeLogCsv(log: readonly LogEntry[]): string {
  const standing = new Set(standingLog(log).map((entry) => entry.id));
  const rows = [...log].sort(compareEntries).flatMap((entry) => rowsOf(entry, standing.has(entry.id)));
  const lines = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row)))];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.map(writeCell).join(',')).join('\r\n')}\r\n`;
}

const BYTE_ORDER_MARK = '\u{FEFF}';
const DAY_MS = 86_400_000;

/** One line: an entry, and one of the memories that it bears on, if any. */
interface Row {
  readonly entry: LogEntry;
  readonly answer: AnswerEntry | null;
  readonly stands: boolean;
  readonly mark: Mark | null;
  /** From 1; 0 where the entry bears on no memory. */
  readonly markNumber: number;
}

type Cell = string | number | boolean | null | undefined;

/** Column name and content. Columns may be added at the end; none changes its meaning. */
const COLUMNS: readonly (readonly [name: string, cell: (row: Row) => Cell])[] = [
  ['entry', ({ entry }) => entry.id],
  ['type', ({ entry }) => entry.type],
  ['stands', ({ entry, stands }) => (entry.type === 'revoke' ? null : stands)],
  ['utc', ({ entry }) => new Date(entry.utcMs).toISOString()],
  ['local', ({ entry }) => new Date(entry.utcMs + entry.utcOffsetMinutes * 60_000).toISOString().slice(0, 19)],
  ['utc_offset_minutes', ({ entry }) => entry.utcOffsetMinutes],
  ['study_day', ({ entry }) => new Date(entry.day * DAY_MS).toISOString().slice(0, 10)],
  ['pack', ({ entry }) => entry.pack],
  ['pack_version', ({ entry }) => entry.packVersion],
  ['fact', ({ entry }) => ('fact' in entry ? entry.fact : null)],
  ['form', ({ entry }) => ('form' in entry ? entry.form : null)],
  ['language', ({ entry }) => ('language' in entry ? entry.language : null)],
  ['seed', ({ entry }) => ('seed' in entry ? entry.seed : null)],
  ['options', ({ answer }) => answer && list(answer.options)],
  ['option_values', ({ answer }) => answer && list(answer.values)],
  ['chosen', ({ answer }) => answer && chosenOf(answer)],
  ['credit', ({ answer }) => answer?.credit],
  ['guess', ({ answer }) => answer?.guess],
  ['milliseconds', ({ answer }) => answer?.milliseconds],
  ['hints', ({ answer }) => answer?.hints],
  ['grade', ({ answer }) => answer?.grade],
  ['too_easy', ({ answer }) => answer?.easy],
  ['clock', ({ answer }) => answer?.clock],
  ['parameters', ({ answer }) => answer?.parameters],
  ['mistaken_for', ({ answer }) => answer?.mistaken?.event ?? answer?.mistaken?.value],
  ['memory_number', ({ markNumber }) => (markNumber === 0 ? null : markNumber)],
  ['memory', ({ mark }) => mark?.fact],
  ['memory_answer', ({ mark }) => mark?.answer],
  ['memory_grade', ({ mark }) => mark?.grade],
  ['memory_weight', ({ mark }) => mark?.weight],
  ['stability_before', ({ mark }) => mark?.before?.stability],
  ['difficulty_before', ({ mark }) => mark?.before?.difficulty],
  ['about', ({ entry }) => aboutOf(entry)],
  ['detail', ({ entry }) => detailOf(entry)],
  ['app', ({ entry }) => entry.app],
];

function rowsOf(entry: LogEntry, stands: boolean): readonly Row[] {
  const answer = entry.type === 'answer' ? entry : null;
  if (answer === null || answer.marks.length === 0) return [{ entry, answer, stands, mark: null, markNumber: 0 }];
  return answer.marks.map((mark, index) => ({ entry, answer, stands, mark, markNumber: index + 1 }));
}

function chosenOf({ chosen }: AnswerEntry): string {
  return chosen === null ? '' : typeof chosen === 'string' ? chosen : list(chosen.map(String));
}

/** Facts of a decision or a change, and the entry that a revocation or a settled report names. */
function aboutOf(entry: LogEntry): string | null {
  switch (entry.type) {
    case 'answer':
      return null;
    case 'revoke':
      return entry.revokes;
    case 'resolve':
      return entry.report;
    case 'change':
      return list(entry.changes.map((change) => change.fact));
    case 'suspend':
    case 'bury':
      return list(entry.facts);
    case 'flag':
    case 'report':
      return null;
  }
}

function detailOf(entry: LogEntry): string | null {
  switch (entry.type) {
    case 'change':
      return list(entry.changes.map(({ answer }) => answer ?? 'asked no more'));
    case 'bury':
      return new Date(entry.until * DAY_MS).toISOString().slice(0, 10);
    case 'flag':
      return entry.flag;
    case 'report':
      return entry.note === '' ? entry.reason : `${entry.reason}: ${entry.note}`;
    default:
      return null;
  }
}

/** Several values in one cell. */
function list(values: readonly string[]): string {
  return values.join(' | ');
}

/**
 * Numbers as they are; texts quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, "CSV Injection"): a pack or a typed answer may begin with anything.
 */
function writeCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
