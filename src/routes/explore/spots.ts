import type { PackTales } from '$lib/app/explore/pack-tales';
import { placeName } from '$lib/app/told-words';
import type { DayOnMap, PlaceOnDay } from '$lib/core/packs/replay';
import type { Spot as MapSpot, Trace } from '$lib/ui/explore/paint-map';
import { kmOfUnit, type MapView } from '$lib/ui/map-view';

/** Days after which a trace is as pale as it gets. */
const FADING_DAYS = 21;

/** The places of a day, as the map draws them. */
export function spotsOf({ places }: DayOnMap, view: MapView, tales: PackTales): readonly MapSpot[] {
  return places.flatMap((one) => spotOf(one, view, tales) ?? []);
}

function spotOf({ place, shown }: PlaceOnDay, view: MapView, tales: PackTales): MapSpot | null {
  if (place.point === null) return null;
  const [x, y] = view.toMap(place.point);
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
export function tracesOf({ past }: DayOnMap, view: MapView, day: number): readonly Trace[] {
  return past.flatMap(({ place, day: last }) => {
    if (place.point === null) return [];
    const [x, y] = view.toMap(place.point);
    return [{ x, y, age: Math.min(1, (day - last) / FADING_DAYS) }];
  });
}
