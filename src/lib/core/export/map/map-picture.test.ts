import { describe, expect, test } from 'vitest';
import { mapDrawer, project } from './map-picture';
import { createRaster } from './raster';

const SQUARE = [[[10, 50], [12, 50], [12, 52], [10, 52], [10, 50]]] as const; // prettier-ignore
const LAYERS = [{ name: 'countries', polygons: [SQUARE], lines: [] }, { name: 'rivers', polygons: [], lines: [[[9, 51], [13, 51]]] }] as const; // prettier-ignore

describe('a map as a picture', () => {
  test('fits into what Moodle leaves as it is, and keeps its proportions', () => {
    const wide = project([0, 50, 20, 52]);
    expect([wide.width, wide.height <= 400]).toEqual([600, true]);
    const high = project([10, 40, 12, 60]);
    expect([high.height, high.width <= 600]).toEqual([400, true]);
    // At 60° N a degree of longitude is half as long as one of latitude.
    expect(project([0, 59, 2, 61]).width).toBe(200);
  });

  test('its corners are those of the frame, north up', () => {
    const { locate, width, height } = project([10, 50, 12, 52]);
    expect(locate([10, 52])).toEqual([0, 0]);
    expect(locate([12, 50]).map(Math.round)).toEqual([width, height]);
  });

  test('is drawn once a frame, under a name that hangs on what is drawn', () => {
    const draw = mapDrawer(LAYERS);
    expect(draw([9, 49, 13, 53])).toBe(draw([9, 49, 13, 53]));
    expect(draw([9, 49, 13, 53]).name).not.toBe(draw([9, 49, 14, 53]).name);
    expect(mapDrawer([])([9, 49, 13, 53]).name).not.toBe(draw([9, 49, 13, 53]).name);
  });
});

describe('the raster', () => {
  const colours = [[255, 255, 255], [0, 0, 0], [255, 0, 0]] as const; // prettier-ignore
  const at = (raster: ReturnType<typeof createRaster>, x: number, y: number): readonly number[] => {
    const { pixels, palette, width } = raster.picture();
    return palette[pixels[y * width + x] ?? 0] ?? [];
  };

  test('fills inside, not in a hole, and blends an edge through the middle of a pixel', () => {
    const raster = createRaster(10, 10, colours);
    raster.fill([[[1.5, 1], [9, 1], [9, 9], [1.5, 9]], [[4, 4], [6, 4], [6, 6], [4, 6]]], 1); // prettier-ignore
    expect(at(raster, 3, 3)).toEqual([0, 0, 0]);
    expect(at(raster, 5, 5)).toEqual([255, 255, 255]);
    expect(at(raster, 0, 5)).toEqual([255, 255, 255]);
    expect(at(raster, 1, 5)).toEqual([128, 128, 128]);
  });

  test('draws a line, and goes on beyond the edge without harm', () => {
    const raster = createRaster(10, 10, colours);
    raster.stroke([[-50, 5], [50, 5]], 2, 2); // prettier-ignore
    expect(at(raster, 0, 5)).toEqual([255, 0, 0]);
    expect(at(raster, 9, 4)).toEqual([255, 0, 0]);
    expect(at(raster, 5, 8)).toEqual([255, 255, 255]);
  });
});
