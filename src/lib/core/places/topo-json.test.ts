import { describe, expect, it } from 'vitest';
import { readTopology } from './topo-json';

/** Two squares side by side that share the arc between them, the right one with a hole; steps of half a degree from 10° E, 50° N. */
const TOPOLOGY = {
  type: 'Topology',
  transform: { scale: [0.5, 0.5], translate: [10, 50] },
  arcs: [
    [[4, 0], [0, 4]],
    [[4, 4], [-4, 0], [0, -4], [4, 0]],
    [[4, 0], [4, 0], [0, 4], [-4, 0]],
    [[5, 1], [1, 0], [0, 1], [-1, -1]],
  ],
  objects: {
    lands: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { name: 'West' } },
        { type: 'MultiPolygon', arcs: [[[2, -1], [3]]], properties: { a3: 'EST' } },
        { type: 'LineString', arcs: [0], properties: { name: 'Border' } },
        { type: 'Polygon', arcs: [[9]], properties: { name: 'Torn' } },
        { type: 'Polygon', arcs: [[0, 1]] },
      ],
    },
  },
}; // prettier-ignore

function area(name: string) {
  const read = readTopology(TOPOLOGY);
  return read.ok ? read.shapes.area(name) : read.message;
}

describe('a topology', () => {
  it('gives a shape by its layer and name', () => {
    expect(area('lands/West')).toEqual({
      type: 'MultiPolygon',
      coordinates: [[[[12, 50], [12, 52], [10, 52], [10, 50], [12, 50]]]],
    }); // prettier-ignore
  });

  it('reads a shared arc backwards, and holes', () => {
    expect(area('lands/EST')).toEqual({
      type: 'MultiPolygon',
      coordinates: [
        [
          [[12, 50], [14, 50], [14, 52], [12, 52], [12, 50]],
          [[12.5, 50.5], [13, 50.5], [13, 51], [12.5, 50.5]],
        ],
      ],
    }); // prettier-ignore
  });

  it.each(['lands/East', 'west/West', 'lands/Border', 'lands/Torn', 'lands/undefined', 'lands'])('has no area %s', (name) => {
    expect(area(name)).toBeNull();
  }); // prettier-ignore

  it('may be without steps', () => {
    const read = readTopology({
      type: 'Topology',
      arcs: [[[0, 0], [1.23456, 0], [1, 1], [0, 0]]],
      objects: { one: { type: 'Polygon', arcs: [[0]], id: 'tri' } },
    }); // prettier-ignore
    expect(read.ok && read.shapes.area('one/tri')?.coordinates).toEqual([[[[0, 0], [1.2346, 0], [1, 1], [0, 0]]]]); // prettier-ignore
  });

  it.each([
    [null, 'not a TopoJSON topology'],
    [{ type: 'FeatureCollection' }, 'not a TopoJSON topology'],
    [{ type: 'Topology', arcs: [[['x', 1]]], objects: {} }, 'arcs: expected lists of positions'],
    [{ type: 'Topology', arcs: [] }, 'objects: expected layers by name'],
    [{ ...TOPOLOGY, transform: 2 }, 'transform: expected { scale: [x, y], translate: [x, y] }'],
  ])('%j is none', (value, message) => {
    expect(readTopology(value)).toEqual({ ok: false, message });
  });
});
