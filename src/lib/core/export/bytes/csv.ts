import { guard } from '../text/formula';
import { clean } from '../text/clean';

/** A table as comma-separated values (RFC 4180), CRLF, cells quoted where needed and guarded against formulas. */
export function csv(rows: readonly (readonly string[])[], delimiter: ',' | '\t' = ','): string {
  return rows.map((row) => `${row.map((cell) => csvCell(guard(clean(cell)), delimiter)).join(delimiter)}\r\n`).join('');
}

/** One cell, in quotes where it holds a delimiter, quote, line end, or space at either end. */
export function csvCell(text: string, delimiter: string): string {
  const plain = !/["\r\n]|^\s|\s$/u.test(text) && !text.includes(delimiter);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
