import type { ExportSet } from '../export-set';
import type { Item } from '../item';
import { pictureFor } from './picture-for';

/** The pictures that items are asked on, each once, by their names. */
export function picturesOf(set: ExportSet, items: readonly Item[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    items.flatMap((item) => {
      if (item.shape !== 'map') return [];
      const { picture, name } = pictureFor(set, item);
      return [[name, picture.png] as const];
    }),
  );
}
