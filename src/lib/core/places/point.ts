/** Longitude, latitude in degrees, WGS 84. */
export type Point = readonly [number, number];
