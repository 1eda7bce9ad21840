import { sha1 } from '../bytes/sha1';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * What Anki knows a note by: a hash of the question's id and of nothing else, so that a corrected question updates its note. 66 bits in
 * eleven letters: two of a million questions share one with a chance below one in a hundred million.
 */
export function guidOf(id: string): string {
  const words = sha1(id);
  let guid = '';
  for (let i = 0; i < 11; i++) {
    const bit = i * 6;
    const [high = 0, low = 0] = [words[bit >> 5], words[(bit >> 5) + 1]];
    const shift = 26 - (bit & 31);
    guid += DIGITS.charAt((shift >= 0 ? high >>> shift : (high << -shift) | (low >>> (32 + shift))) & 63);
  }
  return guid;
}
