/** Ids longer than this, and packs with more ids, are not searched: the guess is a courtesy. */
const LONGEST = 60;
const MOST = 5000;

/** The id that was probably meant: the nearest within two changes of a letter (a third of the letters of a short one). */
export function nearestId(wrong: string, ids: Iterable<string>): string | null {
  if (wrong.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.min(2, Math.floor(wrong.length / 3)) + 1;
  let count = 0;
  for (const id of ids) {
    if (++count > MOST) break;
    if (Math.abs(id.length - wrong.length) >= least) continue;
    const changes = distance(wrong, id);
    if (changes < least) {
      least = changes;
      best = id;
    }
  }
  return best;
}

/** Levenshtein's distance by rows. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
