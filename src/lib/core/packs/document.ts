import type { Position, Problem } from './problem';

/** Which part of a pack a text holds: all of it, or one of the files of a folder. */
export type PackRole = 'whole' | 'head' | 'places' | 'events';

/** A text to read a pack from. `file` is the name that problems bear. */
export interface PackText {
  readonly file: string;
  readonly text: string;
  readonly role: PackRole;
}

/** Keys and indices from the document's root. */
export type Path = readonly (string | number)[];

/** A text that could be read: its value, and where each part of it stands. */
export interface PackDocument {
  readonly file: string;
  readonly role: PackRole;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest part above it that is there when it is missing. */
  at(path: Path): Position;
  /** Where the last key of a path stands. */
  keyAt(path: Path): Position;
  /** The value at a path as it is written, shortened and fit for a line of text. */
  writtenAt(path: Path): string;
}

/** What is wrong, besides where. */
export interface Fault {
  readonly message: string;
  readonly expected?: string | null;
  readonly received?: string | null;
}

/** A problem with the value at a path. What was received is shown as written unless the fault says otherwise. */
export function problemAt(document: PackDocument, path: Path, fault: Fault, position = document.at(path)): Problem {
  return {
    ...position,
    path: showPath(path),
    message: fault.message,
    expected: fault.expected ?? null,
    received: fault.received === undefined ? document.writtenAt(path) : fault.received,
  };
}

/** `events[3].when`; `(root)` for the document itself. */
export function showPath(path: Path): string {
  const parts = path.map((part) => {
    if (typeof part === 'number') return `[${String(part)}]`;
    return /^[\w-]{1,60}$/.test(part) ? `.${part}` : `[${showText(part)}]`;
  });
  return parts.join('').replace(/^\./, '') || '(root)';
}

/** A text in quotes on one line, shortened; what cannot be seen is written as an escape. */
export function showText(text: string, longest = 60): string {
  const quoted = JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
  return quoted.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
