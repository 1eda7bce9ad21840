import type { Polygon } from './area';

/** The area of a place as GeoJSON (RFC 7946); coordinates in degrees, rounded to some ten metres. */
export interface Area {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly Polygon[];
}

/** The shapes of a base map, however it is stored: whoever reads the map's file gives them to core. */
export interface MapShapes {
  /** The shape of that name, `layer/name` exactly as in the file (countries by their a3); null where the map has none. */
  area(name: string): Area | null;
}
