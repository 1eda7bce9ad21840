import { utf8 } from './utf8';

/**
 * SHA-1 (FIPS 180-4, 6.1) of a text's UTF-8, as five words of 32 bits. Not for secrets: Anki's checksum of a field is made of it, and ids
 * that must not collide.
 */
export function sha1(text: string): readonly [number, number, number, number, number] {
  const message = utf8(text);
  const blocks = (message.length + 8) >> 6;
  const words = new Int32Array((blocks + 1) * 16);
  message.forEach((byte, i) => {
    words[i >> 2] = (words[i >> 2] ?? 0) | (byte << (24 - (i & 3) * 8));
  });
  const end = message.length;
  words[end >> 2] = (words[end >> 2] ?? 0) | (0x80 << (24 - (end & 3) * 8));
  words[words.length - 1] = end * 8;
  let [h0, h1, h2, h3, h4] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const w = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let t = 0; t < 80; t++) {
      if (t < 16) w[t] = words[block + t] ?? 0;
      else w[t] = turn((w[t - 3] ?? 0) ^ (w[t - 8] ?? 0) ^ (w[t - 14] ?? 0) ^ (w[t - 16] ?? 0), 1);
    }
    let [a, b, c, d, e] = [h0, h1, h2, h3, h4];
    for (let t = 0; t < 80; t++) {
      const mixed =
        t < 20
          ? ((b & c) | (~b & d)) + 0x5a827999
          : t < 40
            ? (b ^ c ^ d) + 0x6ed9eba1
            : t < 60
              ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
              : (b ^ c ^ d) + 0xca62c1d6;
      const next = (turn(a, 5) + mixed + e + (w[t] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, turn(b, 30), a, next];
    }
    [h0, h1, h2, h3, h4] = [(h0 + a) | 0, (h1 + b) | 0, (h2 + c) | 0, (h3 + d) | 0, (h4 + e) | 0];
  }
  return [h0 >>> 0, h1 >>> 0, h2 >>> 0, h3 >>> 0, h4 >>> 0];
}

function turn(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
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
