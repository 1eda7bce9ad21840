import { checksum } from './hash';

/** A teacher's question set as it is kept on the device and in a backup. What else is in it is checked where it is read. */
export interface KeptSet {
  readonly id: string;
  /** UTC milliseconds. */
  readonly changedMs: number;
}

/** What says when and how often a set was touched and where it went, not what is asked in it. */
const TOUCHED = new Set(['createdMs', 'changedMs', 'revision', 'exported']);

/** Whether two sets ask the same under the same title. */
export function asksTheSame(a: KeptSet, b: KeptSet): boolean {
  return contentOf(a) === contentOf(b);
}

/**
 * The sets of two devices. Where both hold one with the same id and they ask different things, none is lost: the one changed later keeps
 * the id, the other stands beside it under an id made of its content, so that joining once more adds nothing.
 *
 * @param mine null: not known, like `theirs`
 */
export function mergeSets(
  mine: readonly KeptSet[] | null,
  theirs: readonly KeptSet[] | null,
): readonly KeptSet[] | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  const joined = new Map(mine.map((set) => [set.id, set]));
  for (const set of theirs) {
    const other = joined.get(set.id);
    const [later, earlier] = other === undefined ? [set, set] : inOrder(set, other);
    joined.set(set.id, later);
    if (asksTheSame(later, earlier)) continue;
    const beside = { ...earlier, id: `${set.id.slice(0, 180)}-${checksum(contentOf(earlier))}` };
    if (!joined.has(beside.id)) joined.set(beside.id, beside);
  }
  return [...joined.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The one changed later first; the same from both sides. */
function inOrder(a: KeptSet, b: KeptSet): readonly [later: KeptSet, earlier: KeptSet] {
  if (a.changedMs !== b.changedMs) return a.changedMs > b.changedMs ? [a, b] : [b, a];
  return JSON.stringify(a) >= JSON.stringify(b) ? [a, b] : [b, a];
}

function contentOf(set: KeptSet): string {
  const asked = Object.entries(set).filter(([key]) => !TOUCHED.has(key));
  return JSON.stringify(asked.sort(([a], [b]) => (a < b ? -1 : 1)));
}
