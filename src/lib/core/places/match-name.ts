import { foldName, soundKey } from './fold';

/** From how many letters on one slip of the fingers is forgiven: in shorter names it too often makes another name. */
const TYPO_FROM_LETTERS = 6;

/**
 * Whether a typed name is one of a place's names and not another place's (rule C7): spelled so after folding, or in the other
 * romanisation, or with one typo from six letters on. What is another place's name in any of these readings is that place,
 * unless it is exactly this one's name.
 *
 * @param names all names of the place: shown name, aliases, other languages
 * @param rivals names of the pack's other places, folded or not
 */
export function matchesName(typed: string, names: readonly string[], rivals: readonly string[]): boolean {
  const folded = foldName(typed);
  if (folded === '') return false;
  const right = names.map(foldName);
  if (right.includes(folded)) return true;
  if (rivals.some((rival) => foldName(rival) === folded)) return false;
  const sound = soundKey(folded);
  if (rivals.some((rival) => soundKey(rival) === sound)) return false;
  if (right.some((name) => soundKey(name) === sound)) return true;
  return right.some(
    (name) => letters(name) >= TYPO_FROM_LETTERS && (isOneTypo(folded, name) || isOneTypo(sound, soundKey(name))),
  );
}

function letters(name: string): number {
  return name.replaceAll(' ', '').length;
}

/**
 * Whether two different texts are one slip apart: a letter too many, too few, wrong, or two neighbours swapped
 * (F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7, 1964).
 */
export function isOneTypo(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right === `${left.charAt(1)}${left.charAt(0)}`;
}
