import type { PackTales } from '$lib/app/explore/pack-tales';
import { placeName } from '$lib/app/told-words';
import type { Place } from '$lib/core/packs/pack';
import type { DayOnMap, PlaceOnDay } from '$lib/core/packs/replay';
import type { Spot as MapSpot, Trace } from '$lib/ui/explore/paint-map';
import { kmOfUnit, type MapView } from '$lib/ui/map-view';

/** Days after which a trace is as pale as it gets. */
const FADING_DAYS = 21;

/** A view of the map that remembers where on it each place is: while days fly past only they change. */
export interface PlacedView extends MapView {
  readonly at: (place: Place) => readonly [x: number, y: number] | null;
}

export function placedView(view: MapView): PlacedView {
  const known = new Map<Place, readonly [x: number, y: number] | null>();
  const at: PlacedView['at'] = (place) => {
    let point = known.get(place);
    if (point === undefined) {
      point = place.point === null ? null : view.toMap(place.point);
      known.set(place, point);
    }
    return point;
  };
  return { ...view, at };
}

/** The places of a day, as the map draws them. */
export function spotsOf({ places }: DayOnMap, view: PlacedView, tales: PackTales): readonly MapSpot[] {
  return places.flatMap((one) => spotOf(one, view, tales) ?? []);
}

function spotOf({ place, shown }: PlaceOnDay, view: PlacedView, tales: PackTales): MapSpot | null {
  const point = view.at(place);
  if (point === null || place.point === null) return null;
  const [x, y] = point;
  const every = (fits: (one: PlaceOnDay['shown'][number]) => boolean): boolean => shown.every(fits);
  return {
    id: place.id,
    name: placeName(tales.index, place.id, tales.language),
    x,
    y,
    radius: place.radiusKm / kmOfUnit(view, place.point[1]),
    count: shown.length,
    sure: shown.some(({ sure }) => sure),
    claim: every(({ event }) => event.status !== 'stated'),
    quarrel: shown.some(({ event }) => event.conflicts.length > 0),
    quiet: every(({ event }) => event.sensitive),
    begins: shown.some(({ begins }) => begins),
  };
}

/** Where something was before that day. */
export function tracesOf({ past }: DayOnMap, view: PlacedView, day: number): readonly Trace[] {
  return past.flatMap(({ place, day: last }) => {
    const point = view.at(place);
    return point === null ? [] : [{ x: point[0], y: point[1], age: Math.min(1, (day - last) / FADING_DAYS) }];
  });
}
