import { expect, test } from 'vitest';
import type { Frame } from '$lib/core/packs/pack';
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

test('zooming keeps the point under the finger, moving keeps the size', () => {
  const frame: Frame = [28, 49, 33, 52];
  const [west, south, east, north] = zoomFrame(frame, [29, 50], 2);
  expect([(29 - west) / (east - west), (50 - south) / (north - south)]).toEqual([1 / 5, 1 / 3]);
  expect(moveFrame(frame, 0.2, -0.5)).toEqual([29, 47.5, 34, 50.5]);
});
