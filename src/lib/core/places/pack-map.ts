import * as v from 'valibot';
import { DIGITS, HALF, type PackedMap } from './packed-map';
import type { Point } from './point';

const Position = v.tuple([v.number(), v.number()]);
const Line = v.array(v.number());
const Properties = v.optional(v.object({ name: v.optional(v.string()), a3: v.optional(v.string()) }), {});
const Shape = v.variant('type', [
  v.object({ type: v.literal('LineString'), arcs: Line, properties: Properties }),
  v.object({ type: v.picklist(['Polygon', 'MultiLineString']), arcs: v.array(Line), properties: Properties }),
  v.object({ type: v.literal('MultiPolygon'), arcs: v.array(v.array(Line)), properties: Properties }),
]);
const Topology = v.object({
  type: v.literal('Topology'),
  transform: v.object({ scale: Position, translate: Position }),
  arcs: v.array(v.array(Position)),
  objects: v.record(v.string(), v.object({ geometries: v.array(Shape) })),
});

/**
 * Packs a quantised TopoJSON topology for drawing. Its steps become `coarser` times as long, which moves a point by half such a step
 * at most; shared ends of arcs stay shared, so that no gap opens between neighbours.
 *
 * @param topology the file's content
 * @param names `layer/name` → language → name, for whatever is to be named on the map
 * @throws ValiError for what is no such topology
 */
export function packMap(topology: unknown, names: PackedMap['names'], coarser: number): PackedMap {
  const { transform, arcs, objects } = v.parse(Topology, topology);
  const layers = Object.entries(objects).map(([layer, { geometries }]) => {
    const shapes = geometries.map((shape) => {
      const { name, a3 } = shape.properties;
      const lines =
        shape.type === 'LineString' ? [shape.arcs] : shape.type === 'MultiPolygon' ? shape.arcs.flat() : shape.arcs;
      return [name ?? a3 ?? null, lines] as const;
    });
    return [layer, shapes] as const;
  });
  return {
    scale: [transform.scale[0] * coarser, transform.scale[1] * coarser],
    translate: transform.translate,
    arcs: arcs.map((arc) => written(coarse(arc, coarser))).join(''),
    layers: Object.fromEntries(layers),
    names,
  };
}

/** The steps of an arc in longer ones; points that fall together become one, but for the ends. */
function coarse(arc: readonly Point[], coarser: number): readonly Point[] {
  const steps: Point[] = [];
  let [x, y, atX, atY] = [0, 0, 0, 0];
  for (const [i, [dx, dy]] of arc.entries()) {
    x += dx;
    y += dy;
    const [toX, toY] = [Math.round(x / coarser), Math.round(y / coarser)];
    if (i > 0 && i < arc.length - 1 && toX === atX && toY === atY) continue;
    steps.push([toX - atX, toY - atY]);
    [atX, atY] = [toX, toY];
  }
  return steps;
}

function written(steps: readonly Point[]): string {
  return [steps.length, ...steps.flat()].map(digitsOf).join('');
}

function digitsOf(number: number): string {
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  let digits = '';
  for (; rest >= HALF; rest = Math.floor(rest / HALF)) digits += DIGITS.charAt(HALF + (rest % HALF));
  return digits + DIGITS.charAt(rest);
}
