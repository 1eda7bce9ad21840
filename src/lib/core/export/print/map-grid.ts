import type { Frame, Point } from '../../packs/pack';

/** Squares of a printed map are named as on a street map: letters from west to east, numbers from north to south. */
export interface MapGrid {
  /** Letters, and where each column ends; in degrees of longitude, from the west. */
  readonly columns: readonly { readonly letter: string; readonly west: number; readonly east: number }[];
  /** Numbers, and where each row ends; in degrees of latitude, from the north. */
  readonly rows: readonly { readonly number: number; readonly north: number; readonly south: number }[];
}

/** Columns of a map at most; rows follow from its shape, so that squares are about square. */
const COLUMNS = 6;

/** The grid of a frame: west, south, east, north in degrees. */
export function gridOf([west, south, east, north]: Frame): MapGrid {
  const narrow = Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const step = (east - west) / COLUMNS;
  const count = Math.min(12, Math.max(1, Math.round((north - south) / (step * narrow))));
  const high = (north - south) / count;
  return {
    columns: Array.from({ length: COLUMNS }, (_, i) => ({
      letter: String.fromCharCode(65 + i), west: west + i * step, east: west + (i + 1) * step,
    })),
    rows: Array.from({ length: count }, (_, i) => ({ number: i + 1, north: north - i * high, south: north - (i + 1) * high })),
  };
} // prettier-ignore

/** The square that a point lies in, `C2`; null outside of the frame. */
export function squareOf(grid: MapGrid, [longitude, latitude]: Point): string | null {
  const column = grid.columns.find(({ west, east }) => longitude >= west && longitude <= east);
  const row = grid.rows.find(({ north, south }) => latitude <= north && latitude >= south);
  return column === undefined || row === undefined ? null : `${column.letter}${String(row.number)}`;
}
