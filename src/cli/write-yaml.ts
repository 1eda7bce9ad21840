import * as yaml from 'yaml';

/** Dates stand in quotes, since a bare one is a number to some readers. */
const DATES = new Set(['when', 'conflicts']);
/** Short lists stand on one line. */
const LISTS = new Set(['where', 'within', 'point', 'sameAs', 'conflicts', 'aliases']);

/**
 * A pack's document as YAML. Items of a list are written one by one, and those that hold nothing but plain words, numbers and ids
 * without the library, byte for byte as it would: for a pack of 20,000 events its tree alone takes hundreds of megabytes.
 */
export function writeYaml(document: object): string {
  let text = '';
  for (const [key, value] of Object.entries(document)) {
    if (value === undefined) continue;
    const items: unknown[] | null = Array.isArray(value) && value.length > 0 && value.every(isMapping) ? value : null;
    text += items === null ? byLibrary({ [key]: value as unknown }) : `${key}:\n${items.map(writeItem).join('')}`;
  }
  return text;
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function writeItem(item: unknown): string {
  const lines = (isMapping(item) ? plainLines(item) : null) ?? byLibrary(item).trimEnd().split('\n');
  return asItem(lines).join('');
}

/** Lines of a mapping as one item of a list: a dash before the first, none before what is empty. */
function asItem(lines: readonly string[]): string[] {
  return lines.map((line, i) => (line === '' ? '\n' : `${i === 0 ? '  - ' : '    '}${line}\n`));
}

/** A mapping's lines, where everything in it can be written as it stands; else null. */
function plainLines(mapping: Mapping): string[] | null {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(mapping)) {
    if (value === undefined) continue;
    if (!isPlain(key)) return null;
    const inside = plainScalar(key, value) ?? plainList(key, value);
    if (inside !== null) {
      lines.push(`${key}: ${inside}`);
      continue;
    }
    const below = linesBelow(value);
    if (below === null) return null;
    lines.push(`${key}:`, ...below);
  }
  return lines;
}

/** A mapping or a list of mappings, on the lines below its key. */
function linesBelow(value: unknown): string[] | null {
  if (isMapping(value)) return plainLines(value)?.map((line) => `  ${line}`) ?? null;
  if (!Array.isArray(value) || value.length === 0) return null;
  const lines: string[] = [];
  for (const item of value as unknown[]) {
    const own = isMapping(item) ? plainLines(item) : null;
    if (own === null) return null;
    lines.push(...own.map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`));
  }
  return lines;
}

/** Longest list that is surely kept on one line. */
const LONGEST_LINE = 60;

function plainList(key: string, value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0 || !LISTS.has(key)) return null;
  const items = value.map((item) => (typeof item === 'string' && item.includes(',') ? null : plainScalar(key, item)));
  const text = `[${items.join(', ')}]`;
  return items.includes(null) || text.length > LONGEST_LINE ? null : text;
}

function plainScalar(key: string, value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) && /^-?\d+(?:\.\d+)?$/.test(String(value)) ? String(value) : null;
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value !== 'string') return null;
  if (DATES.has(key)) return /^[\w~?./,-]+$/.test(value) ? `"${value}"` : null;
  return isPlain(value) ? value : null;
} // prettier-ignore

/** Whether a text needs no quotes anywhere in a block: begins with a letter, has no sign that YAML knows, and is no value of its own. */
function isPlain(text: string): boolean {
  return /^\p{L}(?:[\p{L}\p{N}_ ,.()'’–-]*[\p{L}\p{N}.)])?$/u.test(text) && !/^(?:null|true|false)$/i.test(text);
}

function byLibrary(value: unknown): string {
  const document = new yaml.Document(value, { aliasDuplicateObjects: false });
  yaml.visit(document, {
    Pair: (_key, pair) => {
      const name = yaml.isScalar(pair.key) ? String(pair.key.value) : '';
      if (yaml.isSeq(pair.value) && LISTS.has(name)) pair.value.flow = true;
      if (!DATES.has(name)) return;
      const dates = yaml.isSeq(pair.value) ? pair.value.items : [pair.value];
      for (const date of dates) if (yaml.isScalar(date)) date.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
