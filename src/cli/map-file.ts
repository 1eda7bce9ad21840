import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Pack } from '$lib/core/packs/pack';
import { readLayers, type MapLayer } from '$lib/core/places/map-layers';
import type { MapShapes } from '$lib/core/places/map-shapes';
import { readTopology } from '$lib/core/places/topo-json';
import type { Io } from './io';

/**
 * The shapes of a pack's base map, whose file is named from where the pack's head lies. Null where the pack has no map, and where its
 * file cannot be read as one, which is told on standard error: everything but areas on the map goes on without it.
 *
 * @param path the pack as it was given: a folder, a file, or `-`, which counts from where the caller stands
 */
export async function readMapShapes(path: string, pack: Pack, io: Io): Promise<MapShapes | null> {
  if (pack.map === null) return null;
  const file = resolve(await folderOf(path, io), pack.map.file);
  const read = await readJson(file);
  const topology = read.ok ? readTopology(read.value) : read;
  if (topology.ok) return topology.shapes;
  io.err(`${pack.map.file}: no map (${topology.message}): areas cannot be asked for on it`);
  return null;
}

/** The layers of a pack's base map, to draw them; null where there are none. Why not, `readMapShapes` has told. */
export async function readMapLayers(path: string, pack: Pack, io: Io): Promise<readonly MapLayer[] | null> {
  if (pack.map === null) return null;
  const read = await readJson(resolve(await folderOf(path, io), pack.map.file));
  return read.ok ? readLayers(read.value) : null;
}

async function folderOf(path: string, { cwd }: Io): Promise<string> {
  if (path === '-') return cwd;
  const full = resolve(cwd, path);
  return (await stat(full)).isDirectory() ? full : dirname(full);
}

async function readJson(
  file: string,
): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }> {
  try {
    return { ok: true, value: JSON.parse(await readFile(file, 'utf8')) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
