import type { Polygon } from './area';
import type { Point } from './point';
import { isPosition, isRecord, lineOf, polygonOf, readTransform, type Transform } from './topo-json';

/** What a base map draws, named or not, a layer at a time in the order of its file. Degrees, WGS 84. */
export interface MapLayer {
  readonly name: string;
  readonly polygons: readonly Polygon[];
  readonly lines: readonly (readonly Point[])[];
}

/** All shapes of a TopoJSON topology for drawing; null where it is none. Shapes that cannot be decoded are left out. */
export function readLayers(value: unknown): readonly MapLayer[] | null {
  if (!isRecord(value) || value.type !== 'Topology' || !isRecord(value.objects)) return null;
  const { arcs } = value;
  if (!Array.isArray(arcs) || !arcs.every((arc) => Array.isArray(arc) && arc.every(isPosition))) return null;
  const transform = readTransform(value.transform);
  if (transform === 'none') return null;
  const lists: readonly (readonly Point[])[] = arcs;
  return Object.entries(value.objects).map(([name, object]) => layerOf(name, object, lists, transform));
}

function layerOf(
  name: string,
  object: unknown,
  arcs: readonly (readonly Point[])[],
  transform: Transform | null,
): MapLayer {
  const members: readonly unknown[] = isRecord(object) && Array.isArray(object.geometries) ? object.geometries : [object];
  const polygons: Polygon[] = [];
  const lines: Point[][] = [];
  for (const member of members) {
    if (!isRecord(member) || !Array.isArray(member.arcs)) continue;
    const parts: readonly unknown[] = member.arcs;
    const many = member.type === 'MultiPolygon' || member.type === 'MultiLineString' ? parts : [parts];
    for (const part of many) {
      if (member.type === 'Polygon' || member.type === 'MultiPolygon') {
        const polygon = polygonOf(part, arcs, transform);
        if (polygon !== null) polygons.push(polygon);
      } else if (member.type === 'LineString' || member.type === 'MultiLineString') {
        lines.push(lineThrough(part, arcs, transform));
      }
    }
  }
  return { name, polygons, lines };
} // prettier-ignore

function lineThrough(part: unknown, arcs: readonly (readonly Point[])[], transform: Transform | null): Point[] {
  if (!Array.isArray(part)) return [];
  return part.flatMap((index: unknown) => {
    const arc = typeof index === 'number' ? arcs[index < 0 ? ~index : index] : undefined;
    if (arc === undefined || typeof index !== 'number') return [];
    const line = lineOf(arc, transform);
    return index < 0 ? line.reverse() : line;
  });
}
