import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLayers } from './map-layers';

describe('the layers of a base map', () => {
  test('named or not, polygons and lines, whole and quantised', () => {
    const topology = {
      type: 'Topology',
      transform: { scale: [0.5, 0.5], translate: [10, 20] },
      arcs: [[[0, 0], [2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2]], [[8, 8], [2, 2]]],
      objects: {
        land: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0, 1]] }] },
        rivers: { type: 'MultiLineString', arcs: [[2], [~2]] },
      },
    }; // prettier-ignore
    expect(readLayers(topology)).toEqual([
      { name: 'land', polygons: [[[[10, 20], [11, 20], [11, 21], [10, 21], [10, 20]]]], lines: [] },
      { name: 'rivers', polygons: [], lines: [[[14, 24], [15, 25]], [[15, 25], [14, 24]]] },
    ]); // prettier-ignore
  });

  test('the bundled map has four', () => {
    const layers = readLayers(JSON.parse(readFileSync('content/map/region.topo.json', 'utf8'))) ?? [];
    expect(layers.map(({ name, polygons, lines }) => [name, polygons.length > 0, lines.length > 0])).toEqual([
      ['oblasts', true, false],
      ['countries', true, false],
      ['rivers', false, true],
      ['lakes', true, false],
    ]);
  });

  test.each([null, 7, {}, { type: 'Topology' }, { type: 'Topology', objects: {}, arcs: [['x']] }])('no map: %j', (value) => {
    expect(readLayers(value)).toBeNull();
  }); // prettier-ignore
});
