import { sha1Hex } from './bytes/sha1';

/**
 * A question's id in at most so many characters (not under 40): itself where it fits, else its beginning and a hash of all of it, so that
 * two ids stay two. Targets give the id back with the question; the same function finds whose it is.
 */
export function shortId(id: string, most: number): string {
  return id.length <= most ? id : `${id.slice(0, most - 25)}~${sha1Hex(id).slice(0, 24)}`;
}
