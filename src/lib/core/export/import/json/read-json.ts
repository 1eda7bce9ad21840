/** A JSON value with the offset at which it stands. Objects are maps, so that no key can be `__proto__` in more than name. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly entries: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly at: number; readonly value: string }
  | { readonly kind: 'number'; readonly at: number; readonly value: number; readonly written: string }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'null'; readonly at: number };

export type ReadJson =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** Levels of lists and objects; the deepest format here needs a dozen. */
const DEEPEST = 100;

class JsonError extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads JSON (RFC 8259) and keeps where each value stands. Of a repeated key the last one counts, as everywhere. Never throws. */
export function readJson(text: string): ReadJson {
  try {
    const reader = createReader(text, text.startsWith('\uFEFF') ? 1 : 0);
    return { ok: true, root: reader.document() };
  } catch (error) {
    if (error instanceof JsonError) return { ok: false, offset: error.offset, message: error.message };
    throw error;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

function createReader(text: string, start: number): { readonly document: () => JsonNode } {
  let at = start;

  const fail = (message: string, offset = at): never => {
    throw new JsonError(offset, message);
  };
  const skip = (): void => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  };
  const take = (character: string): boolean => {
    skip();
    if (text[at] !== character) return false;
    at++;
    return true;
  };

  const string = (): string => {
    const from = at++;
    for (;;) {
      const character = text[at];
      if (character === undefined) return fail('a text is not closed', from);
      at++;
      if (character === '"') break;
      if (character === '\\') at++;
    }
    try {
      return String(JSON.parse(text.slice(from, at)));
    } catch {
      return fail('a text holds a line break, a control character or a wrong escape', from);
    }
  };

  const object = (from: number, depth: number): JsonNode => {
    const entries = new Map<string, JsonNode>();
    if (take('}')) return { kind: 'object', at: from, entries };
    do {
      skip();
      if (text[at] !== '"') fail('a key in double quotes is expected here');
      const key = string();
      if (!take(':')) fail('a colon is expected here');
      entries.set(key, value(depth));
    } while (take(','));
    if (!take('}')) fail('a comma or } is expected here');
    return { kind: 'object', at: from, entries };
  };

  const list = (from: number, depth: number): JsonNode => {
    const items: JsonNode[] = [];
    if (take(']')) return { kind: 'list', at: from, items };
    do items.push(value(depth));
    while (take(','));
    if (!take(']')) fail('a comma or ] is expected here');
    return { kind: 'list', at: from, items };
  };

  const value = (depth: number): JsonNode => {
    skip();
    if (depth > DEEPEST) fail('nests too deep to be read');
    const from = at;
    const character = text[at];
    if (character === '"') return { kind: 'text', at: from, value: string() };
    if (character === '{' || character === '[') {
      at++;
      return character === '{' ? object(from, depth + 1) : list(from, depth + 1);
    }
    for (const [word, meaning] of WORDS) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      return meaning === null ? { kind: 'null', at: from } : { kind: 'boolean', at: from, value: meaning };
    }
    NUMBER.lastIndex = at;
    const written = NUMBER.exec(text)?.[0];
    if (written === undefined)
      return fail(character === undefined ? 'the file ends in the middle' : 'a value is expected here');
    at += written.length;
    return { kind: 'number', at: from, value: Number(written), written };
  };

  return {
    document: () => {
      const root = value(0);
      skip();
      if (at < text.length) fail('something follows the end of the value');
      return root;
    },
  };
}
