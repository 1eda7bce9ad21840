import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { MAP_FILE } from './pack-kit';

const Position = v.tuple([v.number(), v.number()]);
const Ring = v.array(v.number());
const Shape = v.variant('type', [
  v.object({ type: v.literal('Polygon'), arcs: v.array(Ring), properties: v.record(v.string(), v.string()) }),
  v.object({ type: v.literal('MultiPolygon'), arcs: v.array(v.array(Ring)), properties: v.record(v.string(), v.string()) }),
]);
const Layer = v.object({ geometries: v.array(Shape) });
const Topology = v.object({
  type: v.literal('Topology'),
  transform: v.object({ scale: Position, translate: Position }),
  arcs: v.array(v.array(Position)),
  objects: v.object({ oblasts: Layer, countries: Layer }),
});

type Point = readonly [number, number];

/** A shape of the base map: its name in the file and its rings, decoded to degrees. */
export interface MapShape {
  readonly name: string;
  readonly polygons: readonly (readonly (readonly Point[])[])[];
}

/**
 * The oblasts and countries of the base map, decoded by hand (TopoJSON 1.0): arcs are sums of whole steps, scaled and shifted;
 * a negative index means the arc of its complement, backwards.
 */
export function readMap(): { readonly oblasts: readonly MapShape[]; readonly countries: readonly MapShape[] } {
  const { transform, arcs, objects } = v.parse(Topology, JSON.parse(readFileSync(MAP_FILE, 'utf8')));
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
  const ringOf = (indices: readonly number[]): Point[] =>
    indices.flatMap((index) => (index >= 0 ? (lines[index] ?? []) : (lines[~index] ?? []).toReversed()));
  const shapes = (layer: v.InferOutput<typeof Layer>, key: string): MapShape[] =>
    layer.geometries.map((shape) => ({
      name: shape.properties[key] ?? '',
      polygons: (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs).map((rings) => rings.map(ringOf)),
    }));
  return { oblasts: shapes(objects.oblasts, 'name'), countries: shapes(objects.countries, 'a3') };
}

/** Whether a point lies inside a shape: crossings of a ray, holes counted out. */
export function liesIn(shape: MapShape, [x, y]: Point): boolean {
  const crossings = (ring: readonly Point[]): number =>
    ring.filter(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }).length;
  return shape.polygons.some((rings) => rings.reduce((sum, ring) => sum + crossings(ring), 0) % 2 === 1);
}
