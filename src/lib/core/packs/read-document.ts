import { problemAt, showPath, showText, type PackDocument, type PackText } from './document';
import { createJsonPlaces, type Places } from './json-places';
import { tooDeepAt } from './nesting';
import { plainJson } from './plain-json';
import type { Position, Problem } from './problem';
import type { YamlLibrary, YamlLineCounter, YamlMistake } from './yaml-port';
import { createTree } from './yaml-tree';

/** Largest text in UTF-16 units. A pack of 20,000 events told in two languages has about 20 million. */
export const LONGEST_TEXT = 32_000_000;
/** After the first few, problems of syntax are mostly consequences of the first. */
const MOST_SYNTAX_PROBLEMS = 10;

/** A document, or null with the problems that keep it from being read. Problems beside a document do not. */
export interface ReadDocument {
  readonly document: PackDocument | null;
  readonly problems: readonly Problem[];
}

/** Reads YAML 1.2 or JSON, which is a part of it. Never throws. */
export function readDocument({ file, text, role }: PackText, yaml: YamlLibrary): ReadDocument {
  const failed = (position: Omit<Position, 'file'>, message: string, expected: string | null): ReadDocument => ({
    document: null,
    problems: [{ file, ...position, path: '(root)', message, expected, received: null }],
  });
  if (text.length > LONGEST_TEXT) {
    const received = `${(text.length / 1e6).toFixed(0)} million characters`;
    return failed(
      { line: 1, column: 1 },
      `is too long with ${received}`,
      `at most ${String(LONGEST_TEXT / 1e6)} million characters`,
    );
  }
  const deep = tooDeepAt(text);
  if (deep !== null) {
    return failed(positionIn(text, deep), 'nests too deep to be read', 'no more levels than the format has');
  }
  const bare = text.replace(/^\uFEFF/, '');
  const plain = plainJson(bare);
  if (plain !== null)
    return { document: documentOf({ file, role, value: plain }, () => createJsonPlaces(bare)), problems: [] };

  const lines = new yaml.LineCounter();
  const parsed = parse(bare, lines, yaml);
  if (parsed === null)
    return failed({ line: 1, column: 1 }, 'cannot be read as YAML or JSON', 'one YAML or JSON document');

  const position = (offset: number): Position => ({ file, ...linePosition(lines, offset) });
  const mistakes = [...parsed.errors, ...parsed.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const distinct = mistakes.filter((mistake, index) => mistake.pos[0] !== mistakes[index - 1]?.pos[0]);
  if (distinct.length > 0) {
    return {
      document: null,
      problems: distinct.slice(0, MOST_SYNTAX_PROBLEMS).map((mistake) => ({
        ...position(mistake.pos[0]),
        path: '(root)',
        message: syntaxMessage(mistake, file),
        expected: null,
        received: null,
      })),
    };
  }

  const tree = createTree(parsed.contents, yaml);
  // What is in order is never asked where it stands: the parser's nodes are let go, and made again for whoever asks.
  const document = documentOf({ file, role, value: tree.value }, () => yamlPlaces(bare, yaml));
  const problems = tree.faults.map(({ path, offset, message, expected }): Problem => ({
    ...position(offset),
    path: showPath(path),
    message,
    expected,
    received: null,
  }));
  if (tree.value === null)
    problems.push(problemAt(document, [], { message: 'is empty', expected: 'a pack', received: 'nothing' }));
  return { document: tree.broken || tree.value === null ? null : document, problems };
}

/** Where things stand in a text that was parsed before, by parsing it once more. */
function yamlPlaces(text: string, yaml: YamlLibrary): Places {
  const lines = new yaml.LineCounter();
  const { offset, keyOffset, written } = createTree(parse(text, lines, yaml)?.contents, yaml);
  return { offset, keyOffset, written, linePos: (at) => lines.linePos(at) };
}

/** @param find finds out where things stand: only where something is wrong is it asked */
function documentOf(read: Pick<PackDocument, 'file' | 'role' | 'value'>, find: () => Places): PackDocument {
  let found: Places | null = null;
  const position = (offsetIn: (places: Places) => number): Position => {
    found ??= find();
    return { file: read.file, ...linePosition(found, offsetIn(found)) };
  };
  return {
    ...read,
    at: (path) => position((places) => places.offset(path)),
    keyAt: (path) => position((places) => places.keyOffset(path)),
    writtenAt: (path) => (found ??= find()).written(path),
  };
}

function parse(
  text: string,
  lineCounter: YamlLineCounter,
  yaml: YamlLibrary,
): ReturnType<YamlLibrary['parseDocument']> | null {
  try {
    return yaml.parseDocument(text, {
      lineCounter,
      version: '1.2',
      schema: 'core',
      strict: true,
      uniqueKeys: false, // our own check is faster and names the path
      resolveKnownTags: false,
      prettyErrors: false,
      logLevel: 'error', // under `silent` a second document passes unseen
    });
  } catch {
    // The parser gave up on a text that no person wrote (a full stack, say): that is an answer too.
    return null;
  }
}

/** YAML takes all that JSON does; whoever wrote a file of JSON is not told of YAML. */
function syntaxMessage({ code, message }: YamlMistake, file: string): string {
  const invalid = `is not valid ${/\.json$/i.test(file) ? 'JSON' : 'YAML'}`;
  if (code === 'MULTIPLE_DOCS') return `${invalid}: a second document begins here, and a file holds one`;
  return `${invalid}: ${showText(message, 200).slice(1, -1).replaceAll('\\"', '"')}`;
}

function linePosition(
  lines: Pick<Places, 'linePos'>,
  offset: number,
): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { line: 1, column: offset + 1 } : { line, column: col };
}

function positionIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
