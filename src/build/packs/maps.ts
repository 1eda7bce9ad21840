import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackIndex } from '../../lib/core/packs/pack-index';
import type { PackSource } from '../../lib/core/packs/pack-source';
import type { Area, MapShapes } from '../../lib/core/places/map-shapes';
import { packMap } from '../../lib/core/places/pack-map';
import type { PackedMap } from '../../lib/core/places/packed-map';
import { readTopology } from '../../lib/core/places/topo-json';
import { createGenerator } from '../../lib/core/questions/generator';
import { LANGUAGES } from '../../lib/core/questions/question';

const ENDING = '.topo.json';
/** Steps of the drawn map in steps of the file: some 400 m, a point of the screen on a close-up of one oblast; borders are good to 1–3 km. */
const COARSER = 6;

export interface MapFile {
  /** Its name alone, by which packs are matched with it. */
  readonly file: string;
  readonly path: string;
  /** The names to show, beside the map: `region.names.json` for `region.topo.json`. */
  readonly names: string;
}

/** The base maps in `content/map`. */
export function mapFilesOf(content: string): readonly MapFile[] {
  const folder = join(content, 'map');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((file) => ({ file, path: join(folder, file), names: join(folder, file.replace(ENDING, '.names.json')) }));
}

/** The code of the module that holds a base map to be drawn. */
export function mapModule(path: string): string {
  const names = readJson(path.replace(ENDING, '.names.json')) as PackedMap['names']; // of the project itself; its test reads all of it
  const packed = packMap(readJson(path), names, COARSER);
  return `export const map = JSON.parse(${JSON.stringify(JSON.stringify(packed))});`;
}

/** The exact shapes of the base map that a pack's head names; null: it names none. A missing or broken file stops the build. */
export function readAreas(folder: string, source: PackSource): MapShapes | null {
  if (source.map == null) return null;
  const path = join(folder, source.map.file);
  const read = readTopology(readJson(path));
  if (!read.ok) throw new Error(`${path}: ${read.message}`);
  return read.shapes;
}

/**
 * Of those shapes the ones that a map question of the pack accepts as its answer: they travel with the pack, so that making a question
 * needs no map, and the drawn map may be coarser.
 */
export function usedAreas(index: PackIndex, shapes: MapShapes | null): Readonly<Record<string, Area>> {
  if (shapes === null) return {};
  const facts = LANGUAGES.flatMap((language) => createGenerator(index, { language, shapes }).facts());
  const asked = facts.flatMap(({ fact, forms }) =>
    fact.kind === 'place' && forms.includes('place/map') ? index.mostSpecificPlaces(index.event(fact.event)) : [],
  );
  const named = [...new Set(asked)].flatMap((id) => index.place(id).area ?? []);
  return Object.fromEntries(
    named.flatMap((name) => {
      const area = shapes.area(name);
      return area === null ? [] : [[name, area] as const];
    }),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
