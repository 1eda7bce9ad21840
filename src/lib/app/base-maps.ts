import type { Area, MapShapes } from '$lib/core/places/map-shapes';
import type { BaseMap, PackedMap } from '$lib/core/places/packed-map';

/** A base map that comes with the app; it is loaded when somebody looks at it. */
export interface BundledMap {
  /** Its file's name, without a folder. */
  readonly file: string;
  readonly load: () => Promise<PackedMap>;
}

/**
 * The base map that a pack is drawn on: the bundled one whose file its head names, wherever that lay, so that a copy of a bundled pack
 * that comes back from a file keeps its map. Null: no map that is at hand.
 */
export function findBaseMap(maps: readonly BundledMap[], file: string | null): BundledMap | null {
  const name = file?.split('/').at(-1);
  return maps.find((map) => map.file === name) ?? null;
}

/** Loads a base map. Null: it did not come (offline before the first visit was complete). */
export async function loadBaseMap(map: BundledMap, read: (packed: PackedMap) => BaseMap): Promise<BaseMap | null> {
  try {
    return read(await map.load());
  } catch {
    return null;
  }
}

/** The shapes that travel with a pack, as the generator takes them. */
export function shapesOf(areas: Readonly<Record<string, Area>>): MapShapes {
  return { area: (name) => areas[name] ?? null };
}
