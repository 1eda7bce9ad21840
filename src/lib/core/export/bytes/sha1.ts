import { utf8Into } from './utf8';

const W = new Int32Array(80);
/** Messages are written here, one after the other: ten thousand of them would be as many arrays otherwise. */
let scratch = new Uint8Array(4096);

/**
 * SHA-1 (FIPS 180-4, 6.1) of a text's UTF-8, as five words of 32 bits. Not for secrets: Anki's checksum of a field is made of it, and ids
 * that must not collide.
 */
export function sha1(text: string): readonly [number, number, number, number, number] {
  const length = padded(text);
  let h0 = 0x67452301;
  let h1 = 0xefcdab89 | 0;
  let h2 = 0x98badcfe | 0;
  let h3 = 0x10325476;
  let h4 = 0xc3d2e1f0 | 0;
  for (let block = 0; block < length; block += 64) {
    for (let t = 0; t < 16; t++) {
      const at = block + t * 4;
      const [a = 0, b = 0] = [scratch[at], scratch[at + 1]];
      W[t] = (a << 24) | (b << 16) | ((scratch[at + 2] ?? 0) << 8) | (scratch[at + 3] ?? 0);
    }
    for (let t = 16; t < 80; t++) {
      const mixed = (W[t - 3] ?? 0) ^ (W[t - 8] ?? 0) ^ (W[t - 14] ?? 0) ^ (W[t - 16] ?? 0);
      W[t] = (mixed << 1) | (mixed >>> 31);
    }
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    for (let t = 0; t < 80; t++) {
      const next = (((a << 5) | (a >>> 27)) + round(t, b, c, d) + e + (W[t] ?? 0)) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    h0 = (h0 + a) | 0;
    h1 = (h1 + b) | 0;
    h2 = (h2 + c) | 0;
    h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0;
  }
  return [h0 >>> 0, h1 >>> 0, h2 >>> 0, h3 >>> 0, h4 >>> 0];
}

/** Writes the message with its end mark and its length in bits into the scratch, in blocks of 64 bytes; how many bytes that are. */
function padded(text: string): number {
  if (text.length * 3 + 128 > scratch.length) scratch = new Uint8Array(text.length * 6 + 256);
  const end = utf8Into(scratch, 0, text);
  const length = (((end + 8) >> 6) + 1) * 64;
  scratch.fill(0, end, length);
  scratch[end] = 0x80;
  for (let i = 0; i < 4; i++) scratch[length - 1 - i] = ((end * 8) >>> (8 * i)) & 0xff;
  return length;
}

function round(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return t < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}

/** Forty lower-case hexadecimal digits. */
export function sha1Hex(text: string): string {
  return sha1(text).map((word) => word.toString(16).padStart(8, '0')).join(''); // prettier-ignore
}

/** An id in the form of a UUID, version 5 in kind: always the same for a text. */
export function uuidOf(text: string): string {
  const hex = sha1Hex(text);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
