/** A line of newline-delimited JSON: its value, or why it is none. Lines count from 1. */
export type JsonLine =
  | { readonly line: number; readonly ok: true; readonly value: unknown }
  | { readonly line: number; readonly ok: false; readonly message: string };

/**
 * Reads newline-delimited JSON line by line as it comes in, so that one bad line spoils no other and no more than a line is in memory.
 * Blank lines are passed over, and so are the byte order mark and the carriage returns that some editors leave.
 *
 * @param chunks the text, cut anywhere
 */
export async function* jsonLines(chunks: AsyncIterable<string>): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const content of linesOf(chunks)) {
    line += 1;
    // The byte order mark counts as a blank.
    const trimmed = content.trim();
    if (trimmed !== '') yield read(line, trimmed);
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const chunk of chunks) {
    let at = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', at)) {
      yield begun + chunk.slice(at, end);
      begun = '';
      at = end + 1;
    }
    begun += chunk.slice(at);
  }
  yield begun;
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
