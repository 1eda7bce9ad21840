import { byAnchor, type Mark } from './mark';

/** A storyline as a band of the timeline. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  /** In the order of their anchors. */
  readonly marks: readonly Mark[];
  /** Lines that its marks are spread over, 1–5, and the line of each mark, from 0: it stays there whatever the zoom. */
  readonly rows: number;
  readonly rowOf: Uint8Array;
  /** Pixels from the top of the timeline, and how high it is. */
  readonly top: number;
  readonly height: number;
  /** The anchors, for searching. */
  readonly anchors: Float64Array;
}

/** Pixels. A line is as high as its words; a title stands above the lines. */
export const ROW = 26;
export const TITLE = 26;
const FOOT = 8;

/** The bands of a timeline, those without any mark left out. Sorts once; nothing depends on the zoom. */
export function layLanes(
  storylines: readonly { readonly id: string; readonly title: string }[],
  marks: readonly Mark[],
): readonly Lane[] {
  const byStoryline = new Map<string, Mark[]>();
  for (const mark of marks) {
    const list = byStoryline.get(mark.event.storyline);
    if (list === undefined) byStoryline.set(mark.event.storyline, [mark]);
    else list.push(mark);
  }
  let top = 0;
  return storylines.flatMap(({ id, title }) => {
    const own = byStoryline.get(id)?.sort(byAnchor) ?? [];
    if (own.length === 0) return [];
    const { rows, rowOf } = spread(own, rowsFor(own.length));
    const height = TITLE + rows * ROW + FOOT;
    const anchors = Float64Array.from(own, ({ anchor }) => anchor);
    const lane = { id, title, marks: own, rows, rowOf, top, height, anchors };
    top += height;
    return [lane];
  });
}

/** Pixels of all bands together. */
export function heightOf(lanes: readonly Lane[]): number {
  const last = lanes.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** The first and last day on which anything stands; open sides end at the bound that is known. Null: nothing does. */
export function daysOf(lanes: readonly Lane[]): { readonly first: number; readonly last: number } | null {
  let [first, last] = [Infinity, -Infinity];
  for (const { marks } of lanes) {
    for (const mark of marks) {
      first = Math.min(first, mark.anchor, Number.isFinite(mark.core.first) ? mark.core.first : Infinity);
      last = Math.max(last, mark.anchor, Number.isFinite(mark.core.last) ? mark.core.last : -Infinity);
    }
  }
  return first <= last ? { first, last } : null;
}

function rowsFor(marks: number): number {
  if (marks <= 8) return Math.min(marks, 2);
  return marks <= 24 ? 3 : 4;
}

/** So many more lines has a lane in which bars run on while others begin. */
const MORE_ROWS = 1;

/**
 * Puts marks on lines: on the one left alone longest of those on which no bar still runs; where a bar runs on each of them, on one more
 * as long as there may be one.
 */
function spread(marks: readonly Mark[], least: number): { readonly rows: number; readonly rowOf: Uint8Array } {
  const line = (row: number): Line => ({ row, free: -Infinity, last: -1 });
  const lines = Array.from({ length: least }, (_, row) => line(row));
  const rowOf = Uint8Array.from(marks, ({ anchor, core }, at) => {
    const free = lines.filter((one) => one.free <= anchor);
    const isBarred = free.length === 0 && lines.some((one) => one.free > anchor + 1);
    if (isBarred && lines.length < least + MORE_ROWS) {
      const more = line(lines.length);
      lines.push(more);
      free.push(more);
    }
    const taken = (free.length > 0 ? free : lines).reduce((a, b) => (b.last < a.last ? b : a));
    taken.free = Math.max(taken.free, Number.isFinite(core.last) ? core.last + 1 : anchor + 1);
    taken.last = at;
    return taken.row;
  });
  return { rows: lines.length, rowOf };
}

/** A line while marks are put on it: the day from which no bar runs on it any more, and the number of its last mark. */
interface Line {
  readonly row: number;
  free: number;
  last: number;
}

/** Index of the first anchor that is not before `day`. */
export function firstFrom(anchors: Float64Array, day: number): number {
  let [low, high] = [0, anchors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle] ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
