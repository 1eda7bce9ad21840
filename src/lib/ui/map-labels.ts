import { MAP_WIDTH, type MapView } from './map-view';
import type { Point } from '$lib/core/places/point';

/** A name on the map, by its middle. */
export interface MapLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The sheet is looked at in so many cells from west to east. */
const CELLS = 36;
/** So far to each side may the name of what is drawn reach. */
const NAME_CELLS = 7;

/**
 * Where the names of regions stand: in the widest row of cells of one region that holds the whole name, as far from its borders as may
 * be. A region too small for its name has none.
 *
 * @param nameAt the name of the region at a point; null: none is to be written there
 * @param widthOf the width of a name in units of the sheet
 * @param taken where something else is drawn: no name stands there
 */
export function placeLabels(
  view: MapView,
  nameAt: (point: Point) => string | null,
  widthOf: (text: string) => number,
  taken: readonly Point[] = [],
): readonly MapLabel[] {
  const size = MAP_WIDTH / CELLS;
  const rows = Math.floor(view.height / size);
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: CELLS }, (_, column) => nameAt(view.toPoint((column + 0.5) * size, (row + 0.5) * size))),
  );
  for (const [x, y] of taken.map((point) => view.toMap(point))) {
    const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
    for (const line of cells.slice(Math.max(0, row - 1), Math.max(0, row + 2)))
      line.fill(null, Math.max(0, column - 1), Math.max(0, column + 2));
    // Its own name stands beside it, on whichever side is free.
    cells[row]?.fill(null, Math.max(0, column - NAME_CELLS), Math.max(0, column + 1 + NAME_CELLS));
  }
  const best = new Map<string, MapLabel & { readonly room: number }>();
  for (const [row, line] of cells.entries()) {
    for (const [from, to] of runsOf(line)) {
      const text = line[from] ?? null;
      if (text === null || (to - from) * size < widthOf(text) * 1.15) continue;
      const middle = Math.floor((from + to) / 2);
      const clear = (step: number): number => {
        let count = 0;
        while (cells[row + step * (count + 1)]?.[middle] === text) count += 1;
        return count;
      };
      const room = Math.min(clear(-1), clear(1)) + (to - from) / (2 * CELLS);
      if (room >= 1 && room > (best.get(text)?.room ?? 0)) {
        best.set(text, { text, x: ((from + to) / 2) * size, y: (row + 0.5) * size, room });
      }
    }
  }
  return [...best.values()].map(({ text, x, y }) => ({ text, x, y }));
}

/** From and to of the stretches of equal cells. */
function runsOf(line: readonly unknown[]): readonly (readonly [number, number])[] {
  const begins = line.flatMap((cell, at) => (at === 0 || cell !== line[at - 1] ? [at] : []));
  return begins.map((from, at) => [from, begins[at + 1] ?? line.length]);
}
