/**
 * A 32-bit hash of a list of texts and numbers: FNV-1a over length-prefixed parts, then a final mix (the avalanche step of MurmurHash3).
 * Each part carries its length, so ['a', 'bc'] and ['ab', 'c'] differ. Not for secrets.
 *
 * @returns an integer, 0 … 2³² − 1, the same on every engine
 */
export function hash32(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    const text = String(part);
    for (const piece of [`${String(text.length)}:`, text]) {
      for (let i = 0; i < piece.length; i += 1) {
        const unit = piece.charCodeAt(i);
        hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
        hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
      }
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same as a fraction, 0 ≤ x < 1. */
export function fraction(...parts: readonly (string | number)[]): number {
  return hash32(...parts) / 0x1_0000_0000;
}

/** 16 hexadecimal digits of a text: tells apart versions and finds damage; no protection against a person who means harm. */
export function checksum(text: string): string {
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  return hex(hash32('a', text)) + hex(hash32('b', text));
}
