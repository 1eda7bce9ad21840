/** Line and column, from 1, of an offset. */
export type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** Finds lines by halving, so that a file of a million lines is walked once. Lines end with LF, CRLF or CR. */
export function locator(text: string): Locate {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
