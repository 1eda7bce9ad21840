/** A line of newline-delimited JSON: its value, or why it is none. Lines count from 1. */
export type JsonLine =
  | { readonly line: number; readonly ok: true; readonly value: unknown }
  | { readonly line: number; readonly ok: false; readonly message: string };

/**
 * Reads newline-delimited JSON line by line, so that one bad line spoils no other. Blank lines are passed over, and so
 * are the byte order mark and the carriage returns that some editors leave.
 */
export function* jsonLines(text: string): IterableIterator<JsonLine> {
  let line = 0;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const content = text.slice(at, end < 0 ? text.length : end).trim();
    at = end < 0 ? text.length : end + 1;
    line += 1;
    if (content !== '') yield read(line, content);
  }
}

function read(line: number, content: string): JsonLine {
  try {
    return { line, ok: true, value: JSON.parse(content) };
  } catch {
    // The parser's own words differ between versions of Node, and quote the line at length.
    const shown = content.length > 60 ? `${content.slice(0, 60)}…` : content;
    return { line, ok: false, message: `not JSON: ${JSON.stringify(shown)}` };
  }
}
