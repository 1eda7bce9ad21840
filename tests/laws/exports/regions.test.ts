import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../src/lib/core/export/map/outline';
import { project } from '../../../src/lib/core/export/map/map-picture';
import { isInside } from '../../../src/lib/core/places/area';
import type { Frame } from '../../../src/lib/core/packs/pack';
import type { Point } from '../../../src/lib/core/places/point';
import { REGION, regionSet, smallSet } from '../../samples/export-set';
import { openSqlite } from '../../samples/read-sqlite';
import { textOf, written } from './written';

// A region that is asked on a map is right wherever it is pointed at, in every target that marks: not only around its middle.

const FRAME: Frame = [28.5, 49.7, 32.2, 51.6];
const { locate, width, height } = project(FRAME);
const [MIDDLE, EDGE, BESIDE]: readonly [Point, Point, Point] = [
  [30.5, 50.45],
  [31.4, 50.15],
  [31.7, 50.5],
];

/** Numbers in pairs. */
const corners = (numbers: string): Point[] => {
  const read = numbers.split(/[,; ]/u).map(Number);
  return Array.from({ length: read.length / 2 }, (_, i) => [read[2 * i] ?? NaN, read[2 * i + 1] ?? NaN]);
};

function expectRegion(numbers: string): void {
  const ring = corners(numbers);
  expect(ring.every(([x, y]) => Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 && x < width && y < height)).toBe(true);
  expect([MIDDLE, EDGE, BESIDE].map((point) => isInside(locate(point), [ring]))).toEqual([true, true, false]);
} // prettier-ignore

describe('a region on the map', () => {
  test('is a polygon to Moodle, and a point still a circle', async () => {
    const [, coords = ''] =
      /<shape>polygon<\/shape><coords>([\d,;]+)<\/coords>/u.exec((await written('moodle', regionSet())).text) ?? [];
    expectRegion(coords);
    expect((await written('moodle', smallSet())).text).toMatch(/<shape>circle<\/shape><coords>\d+,\d+;\d+<\/coords>/u);
  });

  test.each(['qti21', 'qti30'] as const)('is a polygon to %s', async (id) => {
    const { files } = await written(id, regionSet());
    const all = [...files].filter(([path]) => path.endsWith('.xml')).map(([, content]) => textOf(content)).join('');
    const [, coords = ''] = /shape="poly" coords="([\d,]+)"/u.exec(all) ?? [];
    expectRegion(coords);
  }); // prettier-ignore

  test('lies over the picture on the back of a card', async () => {
    const { files } = await written('apkg', regionSet());
    const query = await openSqlite(files.get('collection.anki2') ?? new Uint8Array());
    const [fields] = query('select flds from notes').map(([flds]) => String(flds).split('\u001F')).filter((each) => each[1]?.startsWith('<img'));
    const [, points = ''] = /<polygon points="([\d, ]+)"\/>/u.exec(fields?.[9] ?? '') ?? [];
    expectRegion(points);
  }); // prettier-ignore

  test('is asked otherwise where a target is a box: Canvas takes none that is no rectangle', async () => {
    const { losses, items } = await written('qti12', regionSet());
    const id = 'small:mill-built:place:map:00000003';
    expect(losses).toContainEqual({ kind: 'substituted', question: id, shape: 'map', by: 'choice' });
    expect(items.find((item) => item.id === id)?.shape).toBe('choice');
    expect((await written('qti12', smallSet())).items.find((item) => item.id === id)?.shape).toBe('map');
  });
});

describe('the outline of a region', () => {
  const circle = (middle: Point, radius: number, steps: number): Point[] =>
    Array.from({ length: steps }, (_, i) => [middle[0] + radius * Math.cos((2 * Math.PI * i) / steps), middle[1] + radius * Math.sin((2 * Math.PI * i) / steps)]);
  const polygon = (...rings: readonly (readonly Point[])[]) => ({ type: 'Polygon', coordinates: rings });

  test('has few corners, however many the region has, and runs where the region does', () => {
    const outline = outlineOf(polygon(circle([30.3, 50.6], 0.8, 2000)), [30.3, 50.6], { locate, width, height }) ?? [];
    expect(outline.length).toBeGreaterThan(8);
    expect(outline.length).toBeLessThanOrEqual(60);
    for (const radius of [0.72, 0.88])
      for (const point of circle([30.3, 50.6], radius, 36)) expect(isInside(locate(point), [outline])).toBe(radius < 0.8);
  });

  test('is that of the part in which the point lies', () => {
    const outline = outlineOf(REGION, [28.7, 49.9], { locate, width, height }) ?? [];
    expect([isInside(locate([28.7, 49.9]), [outline]), isInside(locate(MIDDLE), [outline])]).toEqual([true, false]);
  });

  test('never leaves the picture', () => {
    const outline = outlineOf(polygon(circle([28.5, 49.7], 2, 90)), [28.6, 49.8], { locate, width, height }) ?? [];
    for (const [x, y] of outline) expect([x >= 0, y >= 0, x < width, y < height]).toEqual([true, true, true, true]);
  });

  test.each([
    ['no region', null],
    ['no GeoJSON', { type: 'Point', coordinates: [1, 2] }],
    ['a region smaller than a pixel', polygon(circle([30, 50], 1e-7, 12))],
  ])('of %s: none', (_name, area) => {
    expect(outlineOf(area, [30, 50], { locate, width, height })).toBeNull();
  });
}); // prettier-ignore
