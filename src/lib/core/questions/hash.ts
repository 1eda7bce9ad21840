/**
 * Luck that is no luck: every draw of a question comes from the hash of what the question is a function of,
 * so that the same pack, fact, form, language and seed give the same bytes anywhere.
 */

/** Joins parts so that no two different lists give one text: each is preceded by its length. */
export function joinParts(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) text += `${String(part.length)}:${part}`;
  return text;
}

/**
 * 32-bit hash of a list of texts (FNV-1a over UTF-16 code units, then the murmur3 finaliser,
 * because FNV alone leaves the low bits of near-equal texts alike). Range 0 … 2³²−1.
 */
export function hashParts(parts: readonly string[]): number {
  const text = joinParts(parts);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return mix(hash);
}

/** Eight lower-case hexadecimal digits. */
export function hexOf(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A repeatable sequence of draws. */
export interface Draw {
  /** A whole number from 0 to `bound` − 1; `bound` is a positive integer below 2³². */
  below(bound: number): number;
  /** A new array with the same members in a drawn order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/** Draws that depend on the hash alone: a Weyl sequence through the murmur3 finaliser. */
export function drawFrom(hash: number): Draw {
  let state = hash >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x9e3779b9) >>> 0;
    // High bits by multiplication instead of a remainder: the bias is below bound / 2³².
    return Math.floor((mix(state) / 0x100000000) * bound);
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = below(i + 1);
      const held = result[i] as T; // both indices lie inside the array
      result[i] = result[j] as T;
      result[j] = held;
    }
    return result;
  };
  return { below, shuffle };
}
