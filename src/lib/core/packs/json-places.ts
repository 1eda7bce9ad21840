import { showText, type Path } from './document';
import { closingQuote, isBlank } from './plain-json';

/** The way from a path to where it stands in its text; see `PackDocument`. */
export interface Places {
  /** Offset of the value at a path; of the nearest part above it that is there when it is missing. */
  offset(path: Path): number;
  /** Offset of the last key of a path. */
  keyOffset(path: Path): number;
  /** The value at a path as it is written, shortened and fit for a line of text. */
  written(path: Path): string;
  /** Line and column from 1 of an offset. */
  linePos(offset: number): { readonly line: number; readonly col: number };
}

/** A value in a list or mapping: where its key begins (in a list, itself), and where it does. */
interface Part {
  readonly key: number;
  readonly value: number;
}

/** The parts of a mapping by key, or of a list by position from 0. */
type Parts = ReadonlyMap<string | number, Part>;

/**
 * Where things stand in a text that is valid JSON without a repeated key. It is read over as far as is asked: the parser that keeps where
 * everything stands takes fifty times a large pack's size to tell where its one mistake is.
 */
export function createJsonPlaces(text: string): Places {
  const known = new Map<number, Parts>();
  const root = afterBlanks(text, 0);
  let lines: readonly number[] | null = null;

  const partsOf = (container: number): Parts => {
    let parts = known.get(container);
    if (parts === undefined) {
      parts = readParts(text, container);
      known.set(container, parts);
    }
    return parts;
  };
  const partAt = (container: number, step: string | number): Part | undefined => {
    const opening = text[container];
    return opening === '[' || opening === '{' ? partsOf(container).get(step) : undefined;
  };
  const find = (path: Path): Part & { readonly whole: boolean } => {
    let [key, value] = [root, root];
    for (const step of path) {
      const part = partAt(value, step);
      if (part === undefined) return { key, value, whole: false };
      ({ key, value } = part);
    }
    return { key, value, whole: true };
  };

  return {
    offset: (path) => find(path).value,
    keyOffset: (path) => find(path).key,
    written(path) {
      const { value, whole } = find(path);
      const opening = text[value];
      if (!whole) return 'nothing';
      if (opening === '{') return 'a mapping';
      if (opening === '[') return 'a list';
      const written = text.slice(value, afterValue(text, value));
      if (written === 'null') return 'nothing';
      return opening === '"' ? showText(String(JSON.parse(written))) : showText(written).slice(1, -1);
    },
    linePos(offset) {
      lines ??= lineStarts(text);
      let [low, high] = [0, lines.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((lines[middle] ?? Infinity) <= offset) low = middle + 1;
        else high = middle;
      }
      return { line: low, col: offset - (lines[low - 1] ?? 0) + 1 };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** The parts of the list or mapping that opens at an offset. */
function readParts(text: string, container: number): Parts {
  const isMapping = text[container] === '{';
  const parts = new Map<string | number, Part>();
  let at = afterBlanks(text, container + 1);
  while (text[at] !== '}' && text[at] !== ']') {
    const key = at;
    let step: string | number = parts.size;
    if (isMapping) {
      const behind = closingQuote(text, at) + 1;
      step = String(JSON.parse(text.slice(key, behind)));
      // Behind the key stands a colon.
      at = afterBlanks(text, afterBlanks(text, behind) + 1);
    }
    parts.set(step, { key, value: at });
    at = afterBlanks(text, afterValue(text, at));
    if (text[at] === ',') at = afterBlanks(text, at + 1);
  }
  return parts;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Offset behind the value that begins at one. */
function afterValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = closingQuote(text, at);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (depth > 0 || !endsWord(text, at + 1)) continue;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** Whether a number or word ends before an offset. */
function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || isBlank(code) || ',]}'.includes(text.charAt(at));
}
