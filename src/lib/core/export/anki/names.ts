import type { ExportSet } from '../export-set';
import type { Item } from '../item';
import { oneLine } from '../text/clean';

/** The deck's name, by which Anki finds it again. A doubled colon would put it under another deck. */
export function deckName({ title }: ExportSet): string {
  return oneLine(title).replace(/:{2,}/gu, ':').replaceAll('"', '”') || 'Dateline';
}

/** Tags of a note: a space would end one. */
export function tagsOf({ pack }: ExportSet, { question }: Item): readonly string[] {
  return ['dateline', `dateline::${pack.id}`, `dateline::${question.kind}`].map((tag) => tag.replace(/\s+/gu, '_'));
}
