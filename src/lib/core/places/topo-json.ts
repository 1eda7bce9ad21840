import type { Polygon, Ring } from './area';
import type { Area, MapShapes } from './map-shapes';
import type { Point } from './point';

export type ReadTopology =
  { readonly ok: true; readonly shapes: MapShapes } | { readonly ok: false; readonly message: string };

/** Ten-thousandths of a degree are eleven metres, far below what a base map knows. */
const STEPS_A_DEGREE = 10_000;

/**
 * Reads a TopoJSON topology (the TopoJSON format specification 1.0, M. Bostock and C. Metcalf): arcs are sums of whole steps, scaled
 * and shifted where there is a transform; a negative index means the arc of its complement, backwards. Shapes are decoded when they are
 * asked for. Only polygons have an area; what has no name can be drawn and not be asked for.
 */
export function readTopology(value: unknown): ReadTopology {
  if (!isRecord(value) || value.type !== 'Topology') return no('not a TopoJSON topology');
  const { arcs, objects } = value;
  if (!Array.isArray(arcs) || !arcs.every((arc) => Array.isArray(arc) && arc.every(isPosition)))
    return no('arcs: expected lists of positions');
  if (!isRecord(objects)) return no('objects: expected layers by name');
  const transform = readTransform(value.transform);
  if (transform === 'none') return no('transform: expected { scale: [x, y], translate: [x, y] }');

  const geometries = new Map<string, unknown>();
  for (const [layer, object] of Object.entries(objects)) {
    const members = isRecord(object) && Array.isArray(object.geometries) ? object.geometries : [object];
    for (const member of members) {
      const name = nameOf(member);
      if (name !== null) geometries.set(`${layer}/${name}`, member);
    }
  }
  const known = new Map<string, Area | null>();
  const area = (name: string): Area | null => {
    let found = known.get(name);
    if (found === undefined) {
      found = decode(geometries.get(name), arcs, transform);
      known.set(name, found);
    }
    return found;
  };
  return { ok: true, shapes: { area } };
}

export interface Transform {
  readonly scale: Point;
  readonly translate: Point;
}

export function readTransform(value: unknown): Transform | null | 'none' {
  if (value === undefined) return null;
  if (!isRecord(value) || !isPosition(value.scale) || !isPosition(value.translate)) return 'none';
  return { scale: value.scale, translate: value.translate };
}

function nameOf(geometry: unknown): string | null {
  if (!isRecord(geometry)) return null;
  const properties = isRecord(geometry.properties) ? geometry.properties : {};
  const name = [properties.name, properties.a3, geometry.id].find((each) => typeof each === 'string');
  return typeof name === 'string' ? name : null;
}

function decode(geometry: unknown, arcs: readonly (readonly Point[])[], transform: Transform | null): Area | null {
  if (!isRecord(geometry) || !Array.isArray(geometry.arcs)) return null;
  const polygons: readonly unknown[] =
    geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
  const coordinates = polygons.map((polygon) => polygonOf(polygon, arcs, transform));
  const whole = coordinates.flatMap((polygon) => (polygon === null ? [] : [polygon]));
  return whole.length === 0 || whole.length < coordinates.length ? null : { type: 'MultiPolygon', coordinates: whole };
}

export function polygonOf(
  value: unknown,
  arcs: readonly (readonly Point[])[],
  transform: Transform | null,
): Polygon | null {
  if (!Array.isArray(value)) return null;
  const rings = value.map((ring: unknown) => ringOf(ring, arcs, transform));
  const whole = rings.flatMap((ring) => (ring === null ? [] : [ring]));
  return whole.length === 0 || whole.length < rings.length ? null : whole;
}

function ringOf(value: unknown, arcs: readonly (readonly Point[])[], transform: Transform | null): Ring | null {
  if (!Array.isArray(value)) return null;
  const ring: Point[] = [];
  for (const index of value as readonly unknown[]) {
    if (typeof index !== 'number') return null;
    const arc = arcs[index < 0 ? ~index : index];
    if (arc === undefined) return null;
    const line = lineOf(arc, transform);
    if (index < 0) line.reverse();
    // Each arc begins where the one before it ended.
    ring.push(...(ring.length === 0 ? line : line.slice(1)));
  }
  return ring.length < 4 ? null : ring;
}

export function lineOf(arc: readonly Point[], transform: Transform | null): Point[] {
  if (transform === null) return arc.map(([x, y]): Point => [rounded(x), rounded(y)]);
  const { scale, translate } = transform;
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]): Point => {
    x += dx;
    y += dy;
    return [rounded(x * scale[0] + translate[0]), rounded(y * scale[1] + translate[1])];
  });
}

function rounded(degrees: number): number {
  return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPosition(value: unknown): value is Point {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function no(message: string): ReadTopology {
  return { ok: false, message };
}
