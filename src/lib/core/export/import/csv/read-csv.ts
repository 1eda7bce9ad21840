/** A cell as written, quotes taken off, and where it begins. */
export interface Cell {
  readonly text: string;
  readonly at: number;
}

export type ReadCsv =
  | { readonly ok: true; readonly delimiter: string; readonly lines: readonly (readonly Cell[])[] }
  | { readonly ok: false; readonly offset: number; readonly message: string };

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads comma-separated values (RFC 4180), or such with semicolons or tabs, whichever the first line has most of outside
 * quotes. Line ends are LF, CRLF or CR; blank lines are passed over; a quote inside an unquoted cell stands for itself.
 * Never throws.
 */
export function readCsv(text: string): ReadCsv {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const delimiter = delimiterOf(text, start);
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let at = start;
  while (at < text.length) {
    const cell = readCell(text, at, delimiter);
    if (!cell.ok) return { ok: false, offset: cell.offset, message: cell.message };
    line.push({ text: cell.text, at });
    at = cell.end;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      line.push({ text: '', at });
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (line.some((each) => each.text.trim() !== '')) lines.push(line);
    line = [];
  }
  return { ok: true, delimiter, lines };
}

function delimiterOf(text: string, start: number): string {
  const counts = new Map<string, number>(DELIMITERS.map((each) => [each, 0]));
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return DELIMITERS.reduce<string>((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best), ',');
} // prettier-ignore

type ReadCell =
  | { readonly ok: true; readonly text: string; readonly end: number }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** Reads up to the delimiter, line end or end of the text behind a cell. */
function readCell(text: string, from: number, delimiter: string): ReadCell {
  if (text[from] !== '"') {
    let end = from;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
    return { ok: true, text: text.slice(from, end), end };
  }
  let content = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { ok: false, offset: from, message: 'a quoted cell is not closed' };
    content += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    content += '"';
    at++;
  }
  while (text[at] === ' ') at++;
  const next = text[at];
  if (next === undefined || next === delimiter || next === '\n' || next === '\r')
    return { ok: true, text: content, end: at };
  return { ok: false, offset: at, message: 'something follows the closing quote of a cell' };
}
