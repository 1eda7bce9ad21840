import { fromUtf8, utf8 } from '../bytes/utf8';

/** Puts numbers and texts into bytes, as short as they are. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  /** A whole number from 0 to 2⁵³−1 in pieces of seven bits, the lowest first (LEB128). */
  number(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80);
    this.byte(rest);
  }

  /** 0 … 2³²−1. */
  word(value: number): void {
    for (const shift of [24, 16, 8, 0]) this.byte(value >>> shift);
  }

  text(value: string): void {
    const bytes = utf8(value);
    this.number(bytes.length);
    for (const byte of bytes) this.byte(byte);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** What was to be read is not there. */
export class ByteEnd extends Error {}

/** Reads what a `ByteWriter` wrote. @throws {ByteEnd} beyond the end, and for numbers too large to count with */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new ByteEnd();
    this.#at += 1;
    return value;
  }

  number(): number {
    let [value, unit] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * unit;
      if (!Number.isSafeInteger(value)) throw new ByteEnd();
      if (byte < 0x80) return value;
      unit *= 0x80;
    }
  }

  word(): number {
    return [24, 16, 8, 0].reduce((value, shift) => value + this.byte() * 2 ** shift, 0);
  }

  text(): string {
    const length = this.number();
    if (length > this.left) throw new ByteEnd();
    const bytes = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return fromUtf8(bytes);
  }
}
