import { expect, test } from 'vitest';
import type { Frame } from '$lib/core/packs/pack';
import { viewOf, type MapView } from '$lib/ui/map-view';
import { firstFrame, frameAround, frameOf, isWithin, moveFrame, zoomFrame } from './frames';

const frames = { small: [30, 50, 31, 51], middle: [28, 49, 33, 52], large: [22, 44, 40, 53] } as const satisfies Record<
  string,
  Frame
>;

test('the smallest frame that holds all the points', () => {
  expect(frameAround([[30.5, 50.5]], frames)).toEqual(frames.small);
  expect(frameAround([[30.5, 50.5], [36, 50]], frames)).toEqual(frames.large); // prettier-ignore
});

test('points that no frame holds get one of their own, with a margin and never too near', () => {
  const points = [[-3, 40], [2, 48]] as const; // prettier-ignore
  const frame = frameAround(points, frames);
  expect(points.every((point) => isWithin(point, frame))).toBe(true);
  const [west, south, east, north] = frameOf([[10, 45]]);
  expect([east - west > 3, north - south > 1.5]).toEqual([true, true]);
});

test('to begin with, a frame that holds most of them', () => {
  const points = [[30.2, 50.2], [30.4, 50.4], [30.6, 50.6], [37, 49]] as const; // prettier-ignore
  expect(firstFrame(points, frames)).toEqual(frames.small);
  expect(firstFrame(points, {})).toEqual(frameOf(points));
});

const view = viewOf([28, 49, 33, 52]);

test('zooming keeps the point under the finger and the shape of the sheet, moving keeps the size', () => {
  const under = view.toPoint(200, view.height / 3);
  const near = viewOf(zoomFrame(view, [0.2, 1 / 3], 2));
  expect(near.height).toBeCloseTo(view.height, 6);
  expect(near.toMap(under)[0]).toBeCloseTo(200, 6);
  expect(near.toMap(under)[1]).toBeCloseTo(view.height / 3, 6);
  const moved = viewOf(moveFrame(view, 0.2, -0.5));
  expect(moved.height).toBeCloseTo(view.height, 6);
  expect(moved.frame[0]).toBeCloseTo(29, 6);
  expect(moved.toMap(under)[1]).toBeCloseTo(view.height / 3 + view.height / 2, 6);
});

test('however often one zooms or moves, there is a sheet of the same shape on the Earth', () => {
  for (const step of [
    (of: MapView) => zoomFrame(of, [0.5, 0.5], 1 / 1.6),
    (of: MapView) => zoomFrame(of, [0.1, 0.9], 1.6),
    (of: MapView) => moveFrame(of, 0, -0.7),
    (of: MapView) => moveFrame(of, 0.7, 0.7),
  ]) {
    let now = view;
    for (let times = 0; times < 80; times += 1) now = viewOf(step(now));
    const [west, south, east, north] = now.frame;
    expect(now.height).toBeCloseTo(view.height, 3);
    expect(west).toBeGreaterThanOrEqual(-180.001);
    expect(east).toBeLessThanOrEqual(180.001);
    expect(Math.abs(south)).toBeLessThanOrEqual(80.001);
    expect(Math.abs(north)).toBeLessThanOrEqual(80.001);
    expect(east - west).toBeGreaterThan(0.2);
  }
});
