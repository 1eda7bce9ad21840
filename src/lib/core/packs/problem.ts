/** Where in a file something stands; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What is wrong with a pack, as a value: words are made at the edge.
 * Shown as `file:line:column path: message (expected …, received …)`.
 */
export interface Problem extends Position {
  /** Dotted path inside the document, such as `events[3].when`; the document itself is `(root)`. */
  readonly path: string;
  readonly message: string;
  readonly expected: string | null;
  readonly received: string | null;
}

/** One line for a person or another program: `file:line:column path: message (expected …, received …)`. */
export function describeProblem(problem: Problem): string {
  const { file, line, column, path, message, expected, received } = problem;
  const detail = [
    expected === null ? null : `expected ${expected}`,
    received === null ? null : `received ${received}`,
  ].filter((part) => part !== null);
  const tail = detail.length > 0 ? ` (${detail.join(', ')})` : '';
  return `${file}:${String(line)}:${String(column)} ${path}: ${message}${tail}`;
}
