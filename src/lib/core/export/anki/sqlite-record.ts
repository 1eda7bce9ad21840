import { utf8Into } from '../bytes/utf8';

/** A value of a row. A number is written as an integer if it is a safe one. */
export type Value = string | number | null;

let scratch = new Uint8Array(65_536);

/** A record: its head of types, then its values (SQLite file format, 2.1). `prefix` bytes are left free in front of it. */
export function recordOf(values: readonly Value[], prefix = 0): Uint8Array {
  let room = 0;
  for (const value of values) room += typeof value === 'string' ? value.length * 3 : 8;
  if (room > scratch.length) scratch = new Uint8Array(room * 2);
  const types: number[] = [];
  let head = 1;
  let end = 0;
  for (const value of values) {
    const start = end;
    const type = typeOf(value);
    if (typeof value === 'string') end = utf8Into(scratch, start, value);
    else if (typeof value === 'number') end = putNumber(value, type, start);
    const known = type ?? 13 + 2 * (end - start);
    types.push(known);
    head += varintLength(known);
  }
  // The head counts itself: one byte up to 127 bytes, else two.
  if (head > 127) head++;
  const record = new Uint8Array(prefix + head + end);
  let at = putVarint(record, prefix, head);
  for (const type of types) at = putVarint(record, at, type);
  record.set(scratch.subarray(0, end), at);
  return record;
}

/** The serial type; null for a text, whose type tells its length in bytes. */
function typeOf(value: Value): number | null {
  if (value === null) return 0;
  if (typeof value === 'string') return null;
  if (!Number.isSafeInteger(value)) return 7;
  if (value === 0 || value === 1) return 8 + value;
  const size = Math.abs(value) + (value < 0 ? 0 : 1);
  return size <= 2 ** 7 ? 1 : size <= 2 ** 15 ? 2 : size <= 2 ** 23 ? 3 : size <= 2 ** 31 ? 4 : size <= 2 ** 47 ? 5 : 6;
}

const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

/** Writes a number's bytes into the scratch: two's complement, exact for safe integers, or a double. The offset behind it. */
function putNumber(value: number, type: number | null, from: number): number {
  const length = LENGTHS[type ?? 0] ?? 0;
  if (type === 7) {
    scratch.set(new Uint8Array(Float64Array.of(value).buffer).reverse(), from);
    return from + length;
  }
  let rest = value;
  for (let at = from + length - 1; at >= from; at--) {
    const byte = ((rest % 256) + 256) % 256;
    scratch[at] = byte;
    rest = (rest - byte) / 256;
  }
  return from + length;
}

/** How many bytes a variable-length integer takes: seven bits a byte (SQLite file format, 1.6). Below 2⁵³, so never nine bytes. */
export function varintLength(value: number): number {
  let length = 1;
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) length++;
  return length;
}

/** Writes one, the highest bits first; the offset behind it. */
export function putVarint(bytes: Uint8Array, from: number, value: number): number {
  const length = varintLength(value);
  let rest = value;
  for (let i = length - 1; i >= 0; i--) {
    bytes[from + i] = (rest % 128) | (i === length - 1 ? 0 : 0x80);
    rest = Math.floor(rest / 128);
  }
  return from + length;
}
