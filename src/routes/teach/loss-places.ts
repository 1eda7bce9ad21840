/** Runs of places that are told one by one; of those behind it is told how many they are. */
const MOST_RUNS = 12;

/** Places in a set as a reader counts them, from 1: runs of three or more as `4–9`; and how many were too many to name. */
export function sayPlaces(places: readonly number[]): { readonly shown: string; readonly more: number } {
  const runs: [first: number, last: number][] = [];
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  const sizeOf = ([first, last]: readonly [number, number]): number => last - first + 1;
  const said = runs.slice(0, MOST_RUNS).map(([first, last]) => {
    const [from, to] = [String(first + 1), String(last + 1)];
    return first === last ? from : last - first === 1 ? `${from}, ${to}` : `${from}–${to}`;
  });
  return { shown: said.join(', '), more: runs.slice(MOST_RUNS).reduce((sum, run) => sum + sizeOf(run), 0) };
}
