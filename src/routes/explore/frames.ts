import type { Frame } from '$lib/core/packs/pack';
import type { Point } from '$lib/core/places/point';

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

/** A frame zoomed around a point of it by a factor: above 1 is nearer. */
export function zoomFrame([west, south, east, north]: Frame, [x, y]: Point, factor: number): Frame {
  return [x + (west - x) / factor, y + (south - y) / factor, x + (east - x) / factor, y + (north - y) / factor];
}

/** A frame moved by shares of its width and height, to the east and to the north. */
export function moveFrame([west, south, east, north]: Frame, right: number, up: number): Frame {
  const [dx, dy] = [(east - west) * right, (north - south) * up];
  return [west + dx, south + dy, east + dx, north + dy];
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
