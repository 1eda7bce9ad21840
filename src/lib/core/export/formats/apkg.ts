import { collection, type AnkiNote } from '../anki/collection';
import { guidOf } from '../anki/guid';
import { tagsOf } from '../anki/names';
import { deckDescription, noteOf } from '../anki/notes';
import { zip, type ZipEntry } from '../bytes/zip';
import type { ExportFormat } from '../format';
import { preflight } from '../preflight';

/**
 * An Anki package in the legacy format, which Anki, AnkiDroid and others all read. A note is known by its question's id alone: a corrected
 * set updates its notes in place, and schedules survive.
 */
export const apkg: ExportFormat = {
  id: 'apkg',
  label: 'Anki (.apkg)',
  extension: 'apkg',
  mimeType: 'application/vnd.anki',
  limits: 'a typed answer is compared letter by letter',
  carries: { shapes: ['choice', 'typed', 'order', 'map'], drops: [] },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, apkg, options);
    const pictures = new Map<string, Uint8Array>();
    const notes = items.map((item): AnkiNote => {
      const { type, fields, picture } = noteOf(set, item);
      if (picture !== null) pictures.set(picture.name, picture.picture.png);
      return { guid: guidOf(item.id), type, fields, tags: tagsOf(set, item), schedule: null, reviews: [] };
    });
    return Promise.resolve({ bytes: packed(collection(set, notes, deckDescription(set)), pictures), losses });
  },
};

/** Media files are numbered; `media` says their names. */
export function packed(database: Uint8Array, pictures: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...pictures.keys()];
  const media = JSON.stringify(Object.fromEntries(names.map((name, i) => [String(i), name])));
  const files = [...pictures.values()].map((bytes, i): ZipEntry => [String(i), bytes]);
  // A third faster than the usual level, and larger by two parts in a thousand.
  return zip([['collection.anki2', database], ['media', media], ...files], 4);
}
