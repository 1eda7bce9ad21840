import { START, unreadable, type ForeignFile } from './foreign';
import { entryOf, itemsOf, textOf, type JsonPlace } from './json/json-file';
import { readJson } from './json/read-json';
import { locator } from './positions';
import { readCsv } from './csv/read-csv';
import { csvColumn } from './readers/csv-columns';
import { readGeoJson } from './readers/geojson';
import { readIcs } from './readers/ics';
import { readPlainCsv } from './readers/plain-csv';
import { readSchemaOrg } from './readers/schema-org';
import { readTimelineJs } from './readers/timelinejs';
import { readTimelineJsCsv } from './readers/timelinejs-csv';
import { readWikidata } from './readers/wikidata';

/** The formats that are read, by the ids that `--from` takes. */
export const IMPORT_FORMATS = ['timelinejs', 'timelinejs-csv', 'csv', 'wikidata', 'schema-org', 'geojson', 'ics'] as const; // prettier-ignore
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A file read in a format; null: none that is known. A file that is broken may be so before its format is clear. */
export interface ReadForeign {
  readonly format: ImportFormat | null;
  readonly file: ForeignFile;
}

const JSON_READERS: Readonly<Partial<Record<ImportFormat, (root: JsonPlace) => ForeignFile>>> = {
  timelinejs: readTimelineJs,
  wikidata: readWikidata,
  'schema-org': readSchemaOrg,
  geojson: readGeoJson,
};
const TEXT_READERS: Readonly<Partial<Record<ImportFormat, (text: string) => ForeignFile>>> = {
  'timelinejs-csv': readTimelineJsCsv,
  csv: readPlainCsv,
  ics: readIcs,
};

/** Longest text that is read, in UTF-16 units. */
export const LONGEST_FILE = 50_000_000;

/** Reads a file in the format given, or in that which its content shows. Never throws. */
export function readForeign(text: string, wanted: ImportFormat | null): ReadForeign {
  const failed = (file: ForeignFile): ReadForeign => ({ format: wanted, file });
  if (text.length > LONGEST_FILE)
    return failed(unreadable(START, 'is too long', `at most ${String(LONGEST_FILE / 1e6)} million characters`));
  if (text.replace(/^\uFEFF/, '').trim() === '') return failed(unreadable(START, 'is empty', 'events'));
  const inText = wanted ?? textFormatOf(text);
  const readText = inText === null ? undefined : TEXT_READERS[inText];
  if (readText !== undefined) return { format: inText, file: readText(text) };
  if (wanted === null && !/^\uFEFF?\s*[[{]/.test(text))
    return failed(unreadable(START, 'is in no format that is recognised'));

  const json = readJson(text);
  const locate = locator(text);
  if (!json.ok)
    return failed(unreadable({ ...locate(json.offset), path: '(root)' }, `is not valid JSON: ${json.message}`));
  const root: JsonPlace = { node: json.root, path: [], locate };
  const format = wanted ?? jsonFormatOf(root);
  const read = format === null ? undefined : JSON_READERS[format];
  return read === undefined
    ? failed(unreadable(START, 'is JSON, but in no format that is recognised'))
    : { format, file: read(root) };
}

function textFormatOf(text: string): ImportFormat | null {
  const start = text.slice(0, 10_000).replace(/^\uFEFF/, '').trimStart(); // prettier-ignore
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'ics';
  if (/^[[{]/.test(start)) return null;
  const header = readCsv(start.slice(0, /\r|\n|$/.exec(start)?.index));
  if (!header.ok) return null;
  const names = (header.lines[0] ?? []).map((cell) => cell.text.trim().toLowerCase().replace(/[\s_-]+/g, ' ')); // prettier-ignore
  if (names.includes('year') && names.includes('headline')) return 'timelinejs-csv';
  const columns = names.map(csvColumn);
  const known = columns.filter((column) => column !== null).length;
  return known >= 2 && (columns.includes('name') || columns.includes('clause')) ? 'csv' : null;
}

function jsonFormatOf(root: JsonPlace): ImportFormat | null {
  const type = textOf(entryOf(root, 'type'));
  if (type === 'FeatureCollection' || type === 'Feature') return 'geojson';
  if (entryOf(entryOf(root, 'results'), 'bindings') !== null) return 'wikidata';
  const [first] = itemsOf(root);
  if (root.node.kind === 'list' && first?.node.kind === 'object' && isWikidataRow(first)) return 'wikidata';
  if (['@context', '@type', '@graph'].some((key) => entryOf(first ?? null, key) !== null)) return 'schema-org';
  const events = entryOf(root, 'events');
  if (events?.node.kind !== 'list') return null;
  return itemsOf(events).some((slide) => entryOf(slide, 'start_date') !== null) ? 'timelinejs' : null;
}

/** A row as the query service's page downloads it names an item by its address. */
function isWikidataRow(row: JsonPlace): boolean {
  if (row.node.kind !== 'object') return false;
  return [...row.node.entries.keys()].some((key) => {
    const value = entryOf(row, key);
    return /^https?:\/\/www\.wikidata\.org\/entity\/Q\d+$/.test(textOf(entryOf(value, 'value')) ?? textOf(value) ?? '');
  });
}
