import { bundledMaps } from 'virtual:packs';
import { findBaseMap } from '$lib/app/base-maps';
import type { OpenedPack } from '$lib/app/pack-shelf';
import type { DeskPack } from '$lib/core/export/desk/desk-task';

/** The pack with its map, if that comes: without it nothing is asked on a map, and all else goes on. */
export async function deskPack({ source, areas }: OpenedPack): Promise<DeskPack> {
  const drawn = findBaseMap(bundledMaps, source.map?.file ?? null);
  const map = drawn === null ? null : await drawn.load().catch(() => null);
  return { source, areas, map };
}
