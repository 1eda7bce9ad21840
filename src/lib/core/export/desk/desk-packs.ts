import { indexPack } from '../../packs/index-pack';
import { revivePack } from '../../packs/revive-pack';
import type { PackIndex } from '../../packs/pack-index';
import type { MapLayer } from '../../places/map-layers';
import { readPackedMap, type BaseMap } from '../../places/packed-map';
import { createGenerator, type Generator } from '../../questions/generator';
import type { Language } from '../../questions/question';
import type { SavedSet } from '../../questions/saved-set/saved-set';
import type { DrawMap } from '../export-set';
import { mapDrawer } from '../map/map-picture';
import type { DeskPack } from './desk-task';

interface Known {
  readonly index: PackIndex;
  readonly pack: DeskPack;
  readonly generators: Map<Language, Generator>;
  drawMap: DrawMap | null;
}

/** The packs that a desk was given, each read once, with a generator for each language that was asked for. */
export class DeskPacks {
  readonly #known = new Map<string, Known>();

  /** A pack given again takes the place of the one before. */
  put(pack: DeskPack): void {
    const index = indexPack(revivePack(pack.source));
    this.#known.set(pack.source.id, { index, pack, generators: new Map(), drawMap: null });
  }

  /** @throws {Error} for a pack that was never given: a mistake of the program */
  generator(id: string, language: Language): Generator {
    const known = this.#get(id);
    let generator = known.generators.get(language);
    if (generator === undefined) {
      const { areas, map } = known.pack;
      const shapes = map === null ? null : { area: (name: string) => areas[name] ?? null };
      generator = createGenerator(known.index, { language, shapes });
      known.generators.set(language, generator);
    }
    return generator;
  }

  generatorFor({ pack, language }: Pick<SavedSet, 'pack' | 'language'>): Generator {
    return this.generator(pack.id, language);
  }

  /** Draws a pack's base map; null where it has none at hand. */
  drawMap(id: string): DrawMap | null {
    const known = this.#get(id);
    const { map } = known.pack;
    if (map !== null) known.drawMap ??= mapDrawer(layersOf(readPackedMap(map)));
    return known.drawMap;
  }

  hasMap(id: string): boolean {
    return this.#get(id).pack.map !== null;
  }

  #get(id: string): Known {
    const known = this.#known.get(id);
    if (known === undefined) throw new Error(`the desk was not given the pack ${id}`);
    return known;
  }
}

/** The base map as pictures are drawn from it: what ends where it begins is an area, the rest are lines. */
function layersOf({ layers }: BaseMap): readonly MapLayer[] {
  return Object.entries(layers).map(([name, shapes]) => {
    const isArea = (line: readonly (readonly [number, number])[]): boolean => {
      const [first, last] = [line[0], line.at(-1)];
      return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
    };
    return {
      name,
      // The rings of a shape go together: a hole is inside of an odd number of them.
      polygons: shapes.map(({ lines }) => lines.filter(isArea).map((ring) => [...ring])).filter((rings) => rings.length > 0),
      lines: shapes.flatMap(({ lines }) => lines.filter((line) => !isArea(line))),
    };
  });
} // prettier-ignore
