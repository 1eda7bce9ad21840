import { describe, expect, it } from 'vitest';
import { isSeen, kmOfUnit, MAP_WIDTH, pathOf, placeAt, steppedBy, viewOf } from './map-view';

const FRAME = [28.5, 49.7, 32.2, 51.6] as const;
const view = viewOf(FRAME);

describe('a frame of the Earth on a sheet', () => {
  it('has its corners in the corners', () => {
    expect(view.toMap([28.5, 51.6])).toEqual([0, 0]);
    const [x, y] = view.toMap([32.2, 49.7]);
    expect(x).toBeCloseTo(MAP_WIDTH);
    expect(y).toBeCloseTo(view.height);
  });

  it('is Mercator: as conformal as the map that everybody knows', () => {
    // One degree of latitude is 1 / cos(latitude) degrees of longitude long.
    const [[, high], [, low]] = [view.toMap([30, 50.6]), view.toMap([30, 50.5])];
    expect(low - high).toBeCloseTo((0.1 / Math.cos((50.55 * Math.PI) / 180)) * (MAP_WIDTH / 3.7), 1);
  });

  it.each([
    [28.5, 49.7],
    [30.52, 50.45],
    [32.2, 51.6],
  ])('there and back: %s, %s', (longitude, latitude) => {
    const [x, y] = view.toPoint(...view.toMap([longitude, latitude]));
    expect(x).toBeCloseTo(longitude, 9);
    expect(y).toBeCloseTo(latitude, 9);
  });

  it('keeps a finger inside', () => {
    expect(placeAt(view, -50, -50)).toEqual(view.toPoint(0, 0));
    expect(placeAt(view, 5000, 5000)).toEqual(view.toPoint(MAP_WIDTH, view.height));
  });

  it('measures: the frame is some 262 km wide', () => {
    expect(kmOfUnit(view, 50.5) * MAP_WIDTH).toBeGreaterThan(255);
    expect(kmOfUnit(view, 50.5) * MAP_WIDTH).toBeLessThan(270);
  });
});

describe('the cross-hair', () => {
  it('begins in the middle, then moves by small steps or by large ones', () => {
    const middle = steppedBy(view, null, 'ArrowLeft', false);
    expect(middle).toEqual(view.toPoint(MAP_WIDTH / 2, view.height / 2));
    const small = steppedBy(view, middle, 'ArrowRight', false);
    const large = steppedBy(view, middle, 'ArrowDown', true);
    expect(view.toMap(small ?? [0, 0])[0]).toBeCloseTo(510);
    expect(view.toMap(large ?? [0, 0])[1]).toBeCloseTo(view.height / 2 + 80);
  });
  it('takes no other key', () => {
    expect(steppedBy(view, null, 'a', false)).toBeNull();
  });
});

it('draws lines and closes rings', () => {
  const line = [[28.5, 51.6], [32.2, 51.6]] as const; // prettier-ignore
  expect(pathOf(view, [line], false)).toBe('M0 0L1000 0');
  expect(pathOf(view, [line, line], true)).toBe('M0 0L1000 0ZM0 0L1000 0Z');
});

it('sees what meets the frame', () => {
  expect(isSeen(FRAME, [[[20, 40], [40, 60]]])).toBe(true); // prettier-ignore
  expect(isSeen(FRAME, [[[20, 40], [28, 60]]])).toBe(false); // prettier-ignore
});
