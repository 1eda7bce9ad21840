import type { Frame } from '$lib/core/packs/pack';
import type { Point } from '$lib/core/places/point';
import { MAP_WIDTH, type MapView } from '$lib/ui/map-view';

/** Degrees: nothing is looked at nearer, and so much stays free around points that no frame of the pack holds. */
const LEAST = { width: 3.2, height: 1.9 };
const MARGIN = 0.15;

/** The smallest of a pack's frames with all the points in it, else one made around them. */
export function frameAround(points: readonly Point[], frames: Readonly<Record<string, Frame>>): Frame {
  const fitting = Object.values(frames).filter((frame) => points.every((point) => isWithin(point, frame)));
  const [smallest] = fitting.sort((a, b) => sizeOf(a) - sizeOf(b));
  return smallest ?? frameOf(points);
}

/** So large a part of what is to be seen makes a frame worth beginning with. */
const MOST_SHARE = 0.6;

/** Where to look first: the smallest of a pack's frames with most of the points in it, else all of them. */
export function firstFrame(points: readonly Point[], frames: Readonly<Record<string, Frame>>): Frame {
  const held = (frame: Frame): number => points.filter((point) => isWithin(point, frame)).length / points.length;
  const [smallest] = Object.values(frames)
    .filter((frame) => held(frame) >= MOST_SHARE)
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  return smallest ?? frameOf(points);
}

/** A frame around points, with a margin, and never too near. */
export function frameOf(points: readonly Point[]): Frame {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east] = widened(Math.min(...xs), Math.max(...xs), LEAST.width);
  const [south, north] = widened(Math.min(...ys), Math.max(...ys), LEAST.height);
  return [west, Math.max(-80, south), east, Math.min(80, north)];
}

/** Degrees of longitude: nothing can be told apart any nearer, and farther there is nothing to see. */
const WIDTHS = { least: 0.25, most: 90 };
/** Degrees: the sheet ends here. */
const ENDS = { longitude: 180, latitude: 80 };

/**
 * What is seen when a view is zoomed around a point of it by a factor: above 1 is nearer. The sheet keeps its shape, so that nothing
 * below it moves.
 *
 * @param x share of the width, from the left
 * @param y share of the height, from above
 */
export function zoomFrame(view: MapView, [x, y]: readonly [x: number, y: number], factor: number): Frame {
  const width = view.frame[2] - view.frame[0];
  const by = width / Math.min(WIDTHS.most, Math.max(WIDTHS.least, width / factor));
  return cut(view, (x - x / by) * MAP_WIDTH, (y - y / by) * view.height, by);
}

/** What is seen when a view is moved by shares of its width and height, to the right and down. */
export function moveFrame(view: MapView, right: number, down: number): Frame {
  return cut(view, right * MAP_WIDTH, down * view.height, 1);
}

/** A part of a view's sheet, or what lies around it, by its upper left corner; it never leaves the Earth. */
function cut(view: MapView, left: number, top: number, nearer: number): Frame {
  const [width, height] = [MAP_WIDTH / nearer, view.height / nearer];
  const [westEnd, northEnd] = view.toMap([-ENDS.longitude, ENDS.latitude]);
  const [eastEnd, southEnd] = view.toMap([ENDS.longitude, -ENDS.latitude]);
  const x = Math.max(westEnd, Math.min(left, eastEnd - width));
  const y = Math.max(northEnd, Math.min(top, southEnd - height));
  const [[west, north], [east, south]] = [view.toPoint(x, y), view.toPoint(x + width, y + height)];
  return [west, south, east, north];
}

export function isWithin([x, y]: Point, [west, south, east, north]: Frame): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

function sizeOf([west, south, east, north]: Frame): number {
  return (east - west) * (north - south);
}

function widened(low: number, high: number, least: number): readonly [number, number] {
  const half = Math.max(least, (high - low) * (1 + 2 * MARGIN)) / 2;
  const middle = (low + high) / 2;
  return [middle - half, middle + half];
}
