import type { PackText } from '../../packs/document';
import type { PackSource } from '../../packs/pack-source';

/** Writes a plain value as a document: YAML or JSON. */
export type WriteDocument = (value: object) => string;

/** A pack as one document. */
export function packDocument(pack: PackSource, file: string, write: WriteDocument): readonly PackText[] {
  return [{ file, text: write(pack), role: 'whole' }];
}

/** A pack as the files of a folder: the head, the places, and the events of each storyline. */
export function packFolder(pack: PackSource, write: WriteDocument): readonly PackText[] {
  const { places = [], events = [], ...head } = pack;
  const byStoryline = new Map((pack.storylines ?? []).map(({ id }) => [id, [] as (typeof events)[number][]]));
  for (const event of events) byStoryline.get(event.storyline)?.push(event);
  return [
    { file: 'pack.yaml', text: write(head), role: 'head' },
    ...(places.length === 0 ? [] : [{ file: 'places.yaml', text: write({ places }), role: 'places' as const }]),
    ...Array.from(byStoryline, ([id, own]) => ({
      file: `events/${id}.yaml`,
      text: write({ events: own }),
      role: 'events' as const,
    })),
  ];
}
