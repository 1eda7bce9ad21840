import { firstFrom, ROW, TITLE, type Lane } from './lanes';
import type { Mark } from './mark';
import { dayAt, xOf, type TimeView } from './time-view';

/** A mark in its place. Pixels of the window that is looked through; `left` and `right` may lie outside. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Where its picture begins and ends: an open side runs out a little, soft edges reach beyond what is written. */
  readonly begin: number;
  readonly end: number;
  /** Where the next mark of its line begins: its name ends before that. */
  readonly until: number;
}

/** Too many for their place: drawn as their number. */
export interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly members: readonly Mark[];
}

export interface Scene {
  readonly lanes: readonly { readonly lane: Lane; readonly y: number }[];
  readonly marks: readonly PlacedMark[];
  readonly clusters: readonly Cluster[];
}

/** Marks are counted in cells so wide (pixels): where two of one would stand on the same line, it shows their number. */
const CELL = 34;

/** Pixels: half a point, how far an open side runs out, how far soft edges reach. */
const [DOT, OPEN, SOFT] = [5, 26, 14];

/** The window that is looked through: how far down the timeline it begins, and its size, in pixels. */
export interface Window {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What is seen of a timeline. The work is by what is on the screen: of a crowd only the numbers of its cells are looked up, by
 * binary search. Cells hang on time and not on the screen, so that nothing flickers while it moves.
 */
export function sceneOf(lanes: readonly Lane[], view: TimeView, { top, width, height }: Window): Scene {
  const scene = { lanes: [] as { lane: Lane; y: number }[], marks: [] as PlacedMark[], clusters: [] as Cluster[] };
  for (const lane of lanes) {
    const y = lane.top - top;
    if (y > height) break;
    if (y + lane.height < 0) continue;
    scene.lanes.push({ lane, y });
    fill(lane, y, view, width, scene);
  }
  return scene;
}

function fill(
  lane: Lane,
  y: number,
  view: TimeView,
  width: number,
  scene: { readonly marks: PlacedMark[]; readonly clusters: Cluster[] },
): void {
  const { anchors, marks, rows, rowOf } = lane;
  const cellDays = CELL * view.daysPerPx;
  const [from, to] = [dayAt(view, 0), dayAt(view, width)];
  const shown: number[] = [];
  const middle = y + TITLE + (rows * ROW) / 2;

  const beyond = reachingIn(marks, from, to);
  if (beyond.length <= rows) shown.push(...beyond);
  else scene.clusters.push({ x: CELL / 2, y: middle, members: beyond.flatMap((at) => marks[at] ?? []) });

  let index = firstFrom(anchors, Math.floor(from / cellDays) * cellDays);
  const end = firstFrom(anchors, to);
  while (index < end) {
    const cell = Math.floor((anchors[index] ?? 0) / cellDays);
    const next = firstFrom(anchors, (cell + 1) * cellDays);
    // Rounding must never hold the loop back.
    const after = Math.max(next, index + 1);
    if (new Set(rowOf.subarray(index, Math.min(after, index + rows + 1))).size < after - index) {
      const x = xOf(view, ((anchors[index] ?? 0) + (anchors[after - 1] ?? 0) + 1) / 2);
      scene.clusters.push({ x, y: middle, members: marks.slice(index, after) });
    } else {
      // Bars that began before the window are among those that reach into it.
      for (let i = index; i < after; i += 1) if ((anchors[i] ?? 0) >= from || !isBar(marks[i])) shown.push(i);
    }
    index = after;
  }
  const nextOf = new Map<number, number>();
  const crowds = scene.clusters.filter((cluster) => cluster.y === middle).map(({ x }) => x);
  for (const i of shown.toReversed()) {
    const mark = marks[i];
    if (mark === undefined) continue;
    const row = rowOf[i] ?? 0;
    const placed = place(mark, view, y + TITLE + row * ROW + ROW / 2, nextOf.get(row) ?? width + 400);
    // A number stands in the middle of its lane: on the lines that it does not reach a name goes on past it.
    const crowd = Math.abs(placed.y - middle) < ROW ? crowds.find((x) => x > Math.max(placed.x, 0)) : undefined;
    scene.marks.push({ ...placed, until: Math.min(placed.until, (crowd ?? Infinity) - CELL / 2) });
    nextOf.set(row, placed.begin - 8);
  }
}

function isBar(mark: Mark | undefined): boolean {
  return mark !== undefined && (mark.shape !== 'point' || mark.core.first !== mark.core.last);
}

/** Which marks stand left of the window and reach into it. */
function reachingIn(marks: readonly Mark[], from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (const [index, { anchor, core }] of marks.entries()) {
    if (anchor >= to) break;
    // An open side reaches no further than its arrow.
    if (anchor < from && Number.isFinite(core.first) && Number.isFinite(core.last) && core.last + 1 > from)
      found.push(index);
  }
  return found;
}

function place(mark: Mark, view: TimeView, y: number, until: number): PlacedMark {
  const { first, last } = mark.core;
  const left = Number.isFinite(first) ? xOf(view, first) : -Infinity;
  const right = Number.isFinite(last) ? xOf(view, last + 1) : Infinity;
  const x = mark.shape === 'until' ? xOf(view, mark.anchor + 1) : xOf(view, mark.anchor + (isBar(mark) ? 0 : 0.5));
  return { mark, x, y, left, right, until, ...extent(mark, x, left, right) };
}

function extent({ shape, about }: Mark, x: number, left: number, right: number): { begin: number; end: number } {
  if (shape === 'until') return { begin: x - OPEN, end: x };
  if (shape === 'since') return { begin: x, end: x + OPEN };
  if (about) return { begin: left - SOFT, end: right + SOFT };
  return shape === 'point' ? { begin: x - DOT, end: x + DOT } : { begin: left, end: right };
}

/** What lies under a finger, in pixels of the window; null: nothing near enough. */
export function hitAt(scene: Scene, x: number, y: number): PlacedMark | Cluster | null {
  let best: { readonly hit: PlacedMark | Cluster; readonly away: number } | null = null;
  for (const hit of [...scene.marks, ...scene.clusters]) {
    const down = Math.abs(y - hit.y);
    if (down > ('mark' in hit ? ROW / 2 : ROW)) continue;
    const away = 'mark' in hit ? Math.max(0, startOf(hit) - x, x - endOf(hit)) : Math.abs(x - hit.x);
    if (away <= 22 && (best === null || away + down / 4 < best.away)) best = { hit, away: away + down / 4 };
  }
  return best?.hit ?? null;
}

function startOf({ x, left }: PlacedMark): number {
  return Math.min(x, Math.max(left, x - 60));
}

/** A name is part of what can be pressed, as far as it has room. */
function endOf({ x, right, until }: PlacedMark): number {
  return Math.max(x, Math.min(until, x + 170, Math.max(Number.isFinite(right) ? right : x, x + 170)));
}
