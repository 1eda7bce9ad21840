import { distanceKm } from '../places/distance';
import { distanceToAreaKm, readArea } from '../places/area';
import type { Point } from '../places/point';
import type { Accept } from '../questions/question';
import { judgedAs, unfit, type Judged } from './verdict';

/** Lengths of decay in the diagonal of the frame: a tenth of the map off leaves 37 % of the credit, 2 % off still counts as near. */
const DECAYS_IN_FRAME = 10;

/** A point on the map: full inside the radius or the area, then exponential decay, scaled to the frame of the question (rule C6). */
export function judgeMap(accept: Accept | null, point: Point): Judged {
  if (accept === null || !('point' in accept)) {
    return unfit('a map question needs accept: { point, radiusKm, area, frame }');
  }
  const area = readArea(accept.area);
  if (!area.ok) return unfit(`accept.area: ${area.message}`);
  const [west, south, east, north] = accept.frame;
  const scale = distanceKm([west, south], [east, north]) / DECAYS_IN_FRAME;
  if (!(scale > 0)) return unfit('accept.frame has no extent');
  if (!isOnEarth(point))
    return unfit(`no such point: ${point.join(', ')} (expected longitude −180 … 180, latitude −90 … 90)`);
  const outsideRadius = Math.max(0, distanceKm(accept.point, point) - accept.radiusKm);
  const outside =
    area.polygons === null ? outsideRadius : Math.min(outsideRadius, distanceToAreaKm(point, area.polygons));
  return judgedAs(Math.exp(-outside / scale));
}

function isOnEarth([longitude, latitude]: Point): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
