const BOM = '\uFEFF';
/** Characters given to `fromCharCode` at a time: more arguments than a call may have would throw. */
const PIECE = 8192;

/** Text as UTF-8 (RFC 3629); halves of surrogate pairs become U+FFFD. Core has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, utf8Into(bytes, 0, text));
}

/** Writes it into bytes with room for three a code unit, from an offset on; the offset behind it. */
export function utf8Into(bytes: Uint8Array, from: number, text: string): number {
  let at = from;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(i) ?? 0;
      if (code > 0xffff) i++;
      else code = 0xfffd;
    }
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[at++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[at++] = 0x80 | (code & 63);
  }
  return at;
}

/** The same with a byte order mark, without which Excel takes it for the old code page of the machine. */
export function utf8WithBom(text: string): Uint8Array {
  return utf8(BOM + text);
}

/** UTF-8 as text, without its byte order mark. What is no UTF-8 becomes U+FFFD. */
export function fromUtf8(bytes: Uint8Array): string {
  let text = '';
  let codes: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const { code, length } = readCode(bytes, at);
    at += length;
    if (code > 0xffff) codes.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    else codes.push(code);
    if (codes.length >= PIECE) {
      text += String.fromCharCode(...codes);
      codes = [];
    }
  }
  text += String.fromCharCode(...codes);
  return text.startsWith(BOM) ? text.slice(1) : text;
}

const BAD = { code: 0xfffd, length: 1 };

function readCode(bytes: Uint8Array, at: number): { readonly code: number; readonly length: number } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { code: first, length: 1 };
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf5 || at + length > bytes.length) return BAD;
  let code = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return BAD;
    code = (code << 6) | (next & 63);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isHalf = code >= 0xd800 && code < 0xe000;
  return code < least || code > 0x10ffff || isHalf ? BAD : { code, length };
}
