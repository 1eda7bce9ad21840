import { fromUtf8 } from '../bytes/utf8';

/** A value as a database holds it. */
export type Read = string | number | Uint8Array | null;

/** A row by its columns' names. */
export type Row = Readonly<Record<string, Read>>;

/**
 * The tables of a database in the file format of SQLite 3 (sqlite.org/fileformat2.html), read by walking their trees. No index is asked,
 * so that collations that only the writer knows (Anki's `unicase`) are no matter, and no SQLite has to be fetched.
 */
export interface SqliteFile {
  /** The rows of a table in the order of its tree; none where there is no such table. */
  rows(table: string): readonly Row[];
}

const [TABLE_LEAF, TABLE_INTERIOR, INDEX_LEAF, INDEX_INTERIOR] = [0x0d, 0x05, 0x0a, 0x02];
const FILE_HEAD = 100;

/** @throws {Error} for what is no database, or a damaged one */
export function readSqlite(bytes: Uint8Array): SqliteFile {
  if (bytes.length < 512 || fromUtf8(bytes.subarray(0, 15)) !== 'SQLite format 3') throw new Error('no database');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(56) > 1) throw new Error('texts in UTF-16, which Anki never writes');
  const file: File = { bytes, view, page: pageSize(view), usable: pageSize(view) - view.getUint8(20) };
  const schema = [...payloads(file, 1)].map(({ payload }) => valuesOf(payload));
  return {
    rows(table) {
      const listed = schema.find(([type, name]) => type === 'table' && name === table);
      if (listed === undefined) return [];
      const [, , , root, sql] = listed;
      const { columns, alias } = columnsOf(typeof sql === 'string' ? sql : '');
      return [...payloads(file, Number(root))].map(({ id, payload }) => {
        const values = valuesOf(payload);
        return Object.fromEntries(columns.map((column, i) => [column, column === alias && id !== null ? id : (values[i] ?? null)]));
      });
    },
  };
} // prettier-ignore

interface File {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly page: number;
  /** Bytes of a page without what its writer keeps for itself. */
  readonly usable: number;
}

function pageSize(view: DataView): number {
  const size = view.getUint16(16);
  return size === 1 ? 65_536 : size;
}

interface Payload {
  /** Null in a table without row ids. */
  readonly id: number | null;
  readonly payload: Uint8Array;
}

/** Every record of a tree, from its first leaf to its last. A page that is met twice is damage, or meant to keep us busy. */
function* payloads(file: File, root: number, met = new Set<number>()): Generator<Payload> {
  const { view, page, bytes } = file;
  const start = (root - 1) * page;
  if (root < 1 || start + page > bytes.length || met.has(root)) throw new Error(`page ${String(root)} is damaged`);
  met.add(root);
  const head = start + (root === 1 ? FILE_HEAD : 0);
  const type = view.getUint8(head);
  const isInterior = type === TABLE_INTERIOR || type === INDEX_INTERIOR;
  if (!isInterior && type !== TABLE_LEAF && type !== INDEX_LEAF) throw new Error(`page ${String(root)} is of no kind`);
  const cells = head + (isInterior ? 12 : 8);
  for (let i = 0; i < view.getUint16(head + 3); i++) {
    let at = start + view.getUint16(cells + i * 2);
    if (isInterior) {
      yield* payloads(file, view.getUint32(at), met);
      at += 4;
    }
    if (type === TABLE_INTERIOR) continue;
    const length = varint(bytes, at);
    const id = type === TABLE_LEAF ? varint(bytes, length.next) : null;
    yield { id: id?.value ?? null, payload: whole(file, (id ?? length).next, length.value, type === TABLE_LEAF) };
  }
  if (isInterior) yield* payloads(file, view.getUint32(head + 8), met);
}

/** A record, with what of it lies on overflow pages (file format, 1.6). */
function whole({ bytes, view, page, usable }: File, from: number, length: number, isTable: boolean): Uint8Array {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return bytes.subarray(from, from + length);
  if (length > bytes.length) throw new Error('a record is longer than its file');
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const kept = least + ((length - least) % (usable - 4));
  const local = kept <= most ? kept : least;
  const record = new Uint8Array(length);
  record.set(bytes.subarray(from, from + local));
  let next = view.getUint32(from + local);
  for (let done = local; done < length; done += usable - 4) {
    const start = (next - 1) * page;
    if (next < 1 || start + page > bytes.length) throw new Error('a record ends nowhere');
    record.set(bytes.subarray(start + 4, start + 4 + Math.min(usable - 4, length - done)), done);
    next = view.getUint32(start);
  }
  return record;
}

/** The values of a record (file format, 2.1). Integers beyond 2⁵³ lose their last digits. */
function valuesOf(record: Uint8Array): Read[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const { value: head, next } = varint(record, 0);
  const values: Read[] = [];
  let at = head;
  for (let spot = next; spot < head;) {
    const type = varint(record, spot);
    spot = type.next;
    const length = lengthOf(type.value);
    values.push(valueAt(view, record, at, type.value, length));
    at += length;
  }
  return values;
}

const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function lengthOf(type: number): number {
  return LENGTHS[type] ?? Math.floor((type - 12) / 2);
}

function valueAt(view: DataView, record: Uint8Array, at: number, type: number, length: number): Read {
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  if (type >= 12) {
    const part = record.subarray(at, at + length);
    return type % 2 === 0 ? part : fromUtf8(part);
  }
  let value = view.getInt8(at);
  for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
  return value;
}

/** A variable-length integer: seven bits a byte, the ninth byte whole. */
function varint(bytes: Uint8Array, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[from + i];
    if (byte === undefined) throw new Error('a number ends nowhere');
    if (i === 8) return { value: value * 256 + byte, next: from + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: from + i + 1 };
  }
  throw new Error('a number has no end');
}

/** The columns of a table in the order of its records, by the text that made it; `alias` stands for the row's id. */
function columnsOf(sql: string): { readonly columns: readonly string[]; readonly alias: string | null } {
  const plain = sql.replace(/\/\*[\s\S]*?\*\/|--[^\n]*/gu, '');
  const inner = plain.slice(plain.indexOf('(') + 1, plain.lastIndexOf(')'));
  const parts = inner.split(/,(?![^(]*\))/u).map((part) => part.trim());
  const named = parts.filter((part) => !/^(?:primary\s+key|unique|check|foreign|constraint)\b/iu.test(part));
  const nameOf = (part: string): string => part.replace(/^["'`[]?([^\s"'`\]]+)[\s\S]*$/u, '$1').toLowerCase();
  const alias = named.find((part) => /^\S+\s+integer\s+(?:not\s+null\s+)?primary\s+key\b/iu.test(part));
  return { columns: named.map(nameOf), alias: alias === undefined ? null : nameOf(alias) };
}
