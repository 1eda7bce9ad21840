import { NAME_MOST } from './protocol';

/** More than any class. */
export const ROSTER_MOST = 100;

/**
 * The names of a class from what a teacher pastes: a line a pupil, as plain text, CSV, or cells of a spreadsheet. Numbers, marks and addresses of
 * mail in other cells are left out; a first line that heads columns is none of a pupil. Each name once, at most `ROSTER_MOST`.
 */
export function readRoster(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u).map(cellsOf); // prettier-ignore
  const rows = isHead(lines[0] ?? []) ? lines.slice(1) : lines;
  const names = rows.map((cells) => cells.filter(isName).slice(0, 2).join(' ').slice(0, 3 * NAME_MOST).trim()); // prettier-ignore
  return [...new Set(names.filter((name) => name !== ''))].slice(0, ROSTER_MOST);
}

/** Words that head a column of a class list, in the languages of the app. */
const HEADS =
  /^(name|names|first name|last name|surname|pupil|pupils|student|students|class|прізвище|ім.?я|піб|п\.?\s?і\.?\s?б\.?|учень|учениця|учні|клас|№)$/iu;

function isHead(cells: readonly string[]): boolean {
  return cells.some((cell) => HEADS.test(cell));
}

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell) && !cell.includes('@') && !/^\d+[.-]?\p{L}$/u.test(cell);
}

/** Cells of a line; what stands in quotes may hold what parts cells (RFC 4180). A number before a name, as lists have them, goes. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|[,;\t])\s*(?:"((?:[^"]|"")*)"|([^,;\t]*))/gu)) {
    const cell = quoted?.replaceAll('""', '"') ?? plain ?? '';
    cells.push(cell.replace(/^\s*\d+[.)]?\s+/u, '').replace(/\s+/gu, ' ').trim()); // prettier-ignore
  }
  return cells;
}
