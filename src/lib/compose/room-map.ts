import { bundledMaps } from 'virtual:packs';
import { loadBaseMap } from '$lib/app/base-maps';
import { readPackedMap } from '$lib/core/places/packed-map';
import type { BaseMap } from '$lib/core/places/packed-map';

/** The map that a class's questions are drawn on, without the pack they come from. Null: it did not come. */
export async function roomMap(): Promise<BaseMap | null> {
  // A question asked on a map comes from a pack that is drawn on a bundled one, and there is one.
  const [drawn] = bundledMaps;
  return drawn === undefined ? null : loadBaseMap(drawn, readPackedMap);
}
