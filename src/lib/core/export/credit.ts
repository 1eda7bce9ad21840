import type { CitedSource } from '../questions/question';
import type { ExportSet } from './export-set';
import { oneLine } from './text/clean';
import { EXPORT_WORDS } from './words';

/** Pack, version and licence on one line, for places with room for a sentence. */
export function shortCredit({ pack, language }: ExportSet): string {
  const words = EXPORT_WORDS[language];
  return oneLine(`${words.madeFrom} “${pack.title}” (${pack.id}, ${words.packVersion} ${String(pack.version)}). ${words.licence}: ${pack.licence}.`);
} // prettier-ignore

/** The same and what the pack was drawn from, a line each. */
export function creditLines(set: ExportSet): readonly string[] {
  const { sources } = set.pack;
  const words = EXPORT_WORDS[set.language];
  const listed = sources.map(({ title, publisher, licence, url }) => `– ${described(title, publisher, licence, url)}`);
  return [shortCredit(set), ...(listed.length === 0 ? [] : [`${words.sources}:`, ...listed])];
}

/** All of it as one text. */
export function fullCredit(set: ExportSet): string {
  return creditLines(set).join('\n');
}

/** A passage of a source in words: "Wikipedia, Kyiv offensive (2022): Battle of Hostomel, ¶ 3 (CC BY-SA 4.0), https://…". */
export function citation({ title, publisher, section, paragraph, licence, url }: CitedSource): string {
  const spot = [section, paragraph === null ? null : `¶ ${String(paragraph)}`]
    .filter((part) => part !== null)
    .join(', ');
  return described(spot === '' ? title : `${title}: ${spot}`, publisher, licence, url);
}

function described(title: string, publisher: string | null, licence: string | null, url: string | null): string {
  const head = publisher === null ? title : `${publisher}, ${title}`;
  return oneLine(`${head}${licence === null ? '' : ` (${licence})`}${url === null ? '' : `, ${url}`}`);
}
