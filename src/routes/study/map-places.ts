import { isInside } from '$lib/core/places/area';
import { distanceKm } from '$lib/core/places/distance';
import type { BaseMap } from '$lib/core/places/packed-map';
import type { Point } from '$lib/core/places/point';
import { m } from '$lib/paraglide/messages.js';
import { sayKm } from '$lib/ui/intl-words';

/** The region at a point as people call it: its oblast, else its country; null outside all of them. */
export function regionAt(base: BaseMap, point: Point, language: string): string | null {
  for (const layer of ['oblasts', 'countries']) {
    const shape = base.layers[layer]?.find(({ lines }) => isInside(point, lines));
    if (shape?.name != null) return base.names[`${layer}/${shape.name}`]?.[language] ?? shape.name;
  }
  return null;
}

/**
 * Where a point of the map is, for those who do not see it: the region, and how far it is from the middle of the map. Both can be said of
 * any point, so that they tell nothing of the answer.
 *
 * @param middle the point in the middle of the map as it is drawn
 */
export function tellPoint(point: Point, middle: Point, region: string | null): string {
  const eastward = distanceKm([point[0], middle[1]], middle);
  const northward = distanceKm([middle[0], point[1]], middle);
  const parts = [
    ...(region === null ? [] : [region]),
    ...(eastward < 1 ? [] : [(point[0] > middle[0] ? m.map_east : m.map_west)({ km: sayKm(eastward) })]),
    ...(northward < 1 ? [] : [(point[1] > middle[1] ? m.map_north : m.map_south)({ km: sayKm(northward) })]),
  ];
  return eastward < 1 && northward < 1 ? [...parts, m.map_middle()].join(', ') : parts.join(', ');
}
