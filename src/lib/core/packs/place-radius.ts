import type { PlaceKind } from './pack';

/**
 * Kilometres around a place's point that count as "here" where the pack gives no `radiusKm`, by kind.
 * Chosen from the usual extent of such a thing plus the kilometre or two by which gazetteers differ; areas have a shape
 * of the map for anything finer.
 */
export const DEFAULT_RADIUS_KM: Readonly<Record<PlaceKind, number>> = {
  country: 300,
  oblast: 80,
  region: 80,
  raion: 25,
  city: 8,
  town: 3,
  village: 2,
  district: 3,
  airport: 3,
  airbase: 3,
  bridge: 1,
  river: 5,
  reservoir: 10,
  dam: 1,
  plant: 2,
  building: 0.5,
  'border-crossing': 1,
  island: 5,
  site: 1,
};
