import * as v from 'valibot';
import type { Place } from '../../../packs/pack';
import type { Case } from '../case';
import { checkNoBounds, checkNothingOffered } from '../options';
import { checkProof } from '../proof';
import { shownTime } from '../shown-time';
import { unless, type Finding } from '../violation';
import { checkPlaceWords } from './place-words';

const Degrees = v.strictTuple([v.number(), v.number()]);
const Accept = v.strictObject({
  point: Degrees,
  radiusKm: v.pipe(v.number(), v.minValue(0)),
  area: v.nullable(
    v.strictObject({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(v.array(Degrees))) }),
  ),
  frame: v.strictTuple([v.number(), v.number(), v.number(), v.number()]),
});
type Target = v.InferOutput<typeof Accept>;

/** "Where did this happen on …: …?", to be shown on the map. */
export function checkPlaceMap(subject: Case): readonly Finding[] {
  const shown = shownTime(subject);
  const accept = v.safeParse(Accept, subject.question.accept);
  return [
    ...checkNothingOffered(subject),
    ...checkNoBounds(subject),
    ...unless(accept.success, 'format', 'accept: expected { point, radiusKm, area, frame }'),
    ...(accept.success ? checkTarget(subject, accept.output) : []),
    ...checkPlaceWords(subject, shown),
    ...checkProof(subject, { key: ['located'], others: [], shown, spanOf: () => null }),
  ];
}

/** What is accepted is the event's one place, as the pack and its map have it, and the frame shows it. */
function checkTarget({ events: [event], evidence }: Case, target: Target): readonly Finding[] {
  const [id, ...more] = evidence.specific(event);
  const place = id === undefined || more.length > 0 ? undefined : evidence.places.get(id);
  if (place === undefined) return [{ rule: 'K2', detail: `${event.id} has not one most specific place` }];
  const {
    point,
    area,
    frame: [west, south, east, north],
  } = target;
  const within = (one: readonly number[]): boolean =>
    (one[0] ?? NaN) > west && (one[0] ?? NaN) < east && (one[1] ?? NaN) > south && (one[1] ?? NaN) < north;
  const outline = area === null ? [point] : area.coordinates.flat(2);
  const onePoint = !['country', 'river', 'reservoir'].includes(place.kind);
  return [
    ...unless(evidence.pack.map !== null, 'eligible', 'the pack has no map'),
    ...unless(onePoint, 'eligible', `${place.id}: a ${place.kind} is not one point of a map`),
    ...unless(east > west && north > south && outline.every(within), 'K2', 'the frame does not show all of the place'),
    ...checkPoint(place, target),
    ...checkArea(place, target, evidence),
    ...checkNeighbours(place, target, evidence),
  ]; // prettier-ignore
}

function checkPoint(place: Place, { point, radiusKm, area }: Target): readonly Finding[] {
  const known = place.point;
  const close = known === null || known.every((degrees, i) => Math.abs(degrees - (point[i] ?? NaN)) < 1e-4);
  const located = known !== null || area?.coordinates.some((polygon) => holdsPoint(polygon, point)) === true;
  const radius = area === null ? radiusKm === place.radiusKm : radiusKm <= place.radiusKm;
  return [
    ...unless(close, 'K1', `${point.join(', ')} is not where ${place.id} lies`),
    ...unless(located, 'K1', `nothing says that ${place.id} lies at ${point.join(', ')}`),
    ...unless(radius, 'K1', `${String(radiusKm)} km around ${place.id}: the pack says ${String(place.radiusKm)}`),
  ];
}

/** The area is that of the map, where it has been read; without it none may be claimed, or it would be anybody's. */
function checkArea(place: Place, { area }: Target, evidence: Case['evidence']): readonly Finding[] {
  const known = place.area === null ? null : (evidence.shapes?.area(place.area) ?? null);
  return unless(
    JSON.stringify(area) === JSON.stringify(known),
    'K1',
    `the area of ${place.id} is not ${place.area ?? 'known: it has none'} of the map`,
  );
}

/** Half of the 24 points that a finger covers, of the 360 that a phone is wide. */
const HALF_A_FINGER = 12 / 360;

/** No other place lies under the finger that is put on this one (rule K2). */
function checkNeighbours(place: Place, { point, area, frame }: Target, evidence: Case['evidence']): readonly Finding[] {
  if (area !== null) return [];
  const reach = kilometres([frame[0], point[1]], [frame[2], point[1]]) * HALF_A_FINGER;
  const degrees = reach / KILOMETRES_A_DEGREE;
  return evidence.between(point[1] - degrees, point[1] + degrees).flatMap((other) => {
    if (evidence.related(other.id, place.id)) return [];
    const km = kilometres(point, other.point);
    // The two formulas of distance differ by less than a hundredth over such a stretch.
    return unless(km > reach * 0.99, 'K2', `${other.id} is ${km.toFixed(1)} km away and lies under the same finger`);
  });
}

/** Of latitude. */
const KILOMETRES_A_DEGREE = 111.195;

type Position = readonly [number, number];

/** On a plane that touches the Earth half way between: exact enough within a frame. */
function kilometres(a: Position, b: Position): number {
  const middle = (((a[1] + b[1]) / 2) * Math.PI) / 180;
  return Math.hypot((b[0] - a[0]) * Math.cos(middle), b[1] - a[1]) * KILOMETRES_A_DEGREE;
}

/** Even-odd: inside when a line to the east crosses an odd number of edges. */
function holdsPoint(polygon: readonly (readonly Position[])[], [x, y]: Position): boolean {
  const crossings = polygon.flatMap((ring) =>
    ring.filter(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    }),
  );
  return crossings.length % 2 === 1;
}
