import { showText } from '../../../packs/document';
import type { Calendar } from '../../../time/when';
import {
  EMPTY_FILE,
  EMPTY_ROW,
  unreadable,
  type Field,
  type ForeignFile,
  type ForeignPlace,
  type ForeignRow,
} from '../foreign';
import { entryOf, fieldOf, firstEntry, itemsOf, showNode, spotOf, textOf, type JsonPlace } from '../json/json-file';
import { readPoint } from '../places/read-point';
import { dateOfRow, rowFaults, type DateEnd, type RowFaults } from '../row-faults';
import { readCalendarModel, readWikidataTime } from './wikidata-time'; // prettier-ignore

/** The variables that a query may call each thing by; `…Label` is what the label service adds. */
const START = ['date', 'time', 'when', 'pointInTime', 'start', 'startTime', 'startDate', 'inception'];
const END = ['end', 'endTime', 'endDate'];
const PLACE = ['place', 'location', 'where'];
const POINT = ['coordinates', 'coords', 'coord', 'coordinate', 'coordinateLocation', 'point', 'geo'];
const GROUP = ['storylineLabel', 'groupLabel', 'partOfLabel', 'warLabel', 'storyline', 'group'];

/**
 * Results of the Wikidata query service: SPARQL 1.1 Query Results JSON, or what its page downloads as "JSON file" or
 * "JSON file (verbose)". The texts are CC0, as all of Wikidata's statements and labels.
 */
export function readWikidata(root: JsonPlace): ForeignFile {
  const rows = root.node.kind === 'list' ? root : entryOf(entryOf(root, 'results'), 'bindings');
  if (rows?.node.kind !== 'list')
    return unreadable(spotOf(root), 'holds no query results', '{ "head": …, "results": { "bindings": […] } }');
  const items = itemsOf(rows);
  return {
    ...EMPTY_FILE,
    rows: items.map(readBinding),
    language: languageOf(items),
    licence: 'CC0-1.0',
    source: { title: 'Wikidata', publisher: 'Wikidata', url: 'https://www.wikidata.org/', licence: 'CC0-1.0' },
  };
}

/** The value of a variable, whether it is plain or an RDF term. */
function valueOf(row: JsonPlace, names: readonly string[]): Field | null {
  for (const name of names) {
    const place = entryOf(row, name);
    const found = fieldOf(place?.node.kind === 'object' ? entryOf(place, 'value') : place);
    if (found !== null) return found;
  }
  return null;
}

function readBinding(row: JsonPlace): ForeignRow {
  const faults = rowFaults();
  const spot = spotOf(row);
  if (row.node.kind !== 'object') faults.add(spot, 'is no row of results', 'an object', showNode(row));
  const item = valueOf(row, ['item', 'event', 'battle']);
  const id = /(Q\d+)$/.exec(item?.text.trim() ?? '')?.[1] ?? null;
  const label = valueOf(row, ['itemLabel', 'eventLabel', 'battleLabel', 'label', 'name']);
  const unlabelled = label !== null && /^Q\d+$/.test(label.text.trim());
  if (unlabelled) faults.add(label, 'has no label in the language asked for', 'words', showText(label.text));
  return {
    ...EMPTY_ROW,
    spot,
    identity: id,
    headline: unlabelled ? null : label,
    note: valueOf(row, ['itemDescription', 'eventDescription', 'description']),
    date: readTimes(row, faults),
    places: readPlaces(row, faults),
    storyline: valueOf(row, GROUP),
    section: id,
    faults: faults.faults,
  };
}

function readTimes(row: JsonPlace, faults: RowFaults): ForeignRow['date'] {
  const calendars: (Calendar | null)[] = [];
  const end = (names: readonly string[]): DateEnd | null => {
    const name = names.find((each) => valueOf(row, [each]) !== null);
    const field = name === undefined ? null : valueOf(row, [name]);
    if (name === undefined || field === null) return null;
    const calendar = readModel(valueOf(row, [`${name}Calendar`, `${name}CalendarModel`, 'calendar', 'calendarmodel', 'calendarModel']), faults);
    const precision = valueOf(row, [`${name}Precision`, 'precision', 'timePrecision']);
    calendars.push(calendar);
    return { field, read: (text) => readWikidataTime(text, precision === null ? null : Number(precision.text), calendar) };
  };
  const [start, last] = [end(START), end(END)];
  const [calendar = null, other = calendar] = calendars;
  if (calendar !== other && last !== null) {
    faults.add(last.field, 'begins in one calendar and ends in the other', 'both ends in one calendar model');
    return null;
  }
  return dateOfRow(start, last, calendar, faults);
} // prettier-ignore

function readModel(field: Field | null, faults: RowFaults): Calendar | null {
  if (field === null) return null;
  const calendar = readCalendarModel(field.text);
  if (calendar === null)
    faults.add(field, 'is no calendar model that is known', 'Q1985727 (Gregorian) or Q1985786 (Julian)', showText(field.text)); // prettier-ignore
  return calendar;
}

function readPlaces(row: JsonPlace, faults: RowFaults): readonly ForeignPlace[] {
  const country = named(valueOf(row, ['countryLabel', 'country']));
  const place = named(valueOf(row, PLACE.map((each) => `${each}Label`)) ?? valueOf(row, PLACE));
  const name = place ?? country;
  const written = valueOf(row, POINT);
  const spot = written ?? name;
  if (spot === null) return [];
  const [, lon, lat] = /^Point\(\s*(\S+)\s+(\S+)\s*\)$/i.exec(written?.text.trim() ?? '') ?? [];
  if (written !== null && (lon === undefined || lat === undefined))
    faults.add(written, 'is no point on Earth', 'Point(longitude latitude)', showText(written.text));
  const point = written === null || lon === undefined || lat === undefined ? null : faults.take(written, readPoint(lat, lon));
  if (name === null && point === null) return [];
  return [{ spot: name ?? spot, name: name?.text ?? null, kind: null, region: null, country: place === null ? null : (country?.text ?? null), point }];
} // prettier-ignore

/** An item without its label has no name that could be shown. */
function named(label: Field | null): Field | null {
  return label !== null && !/^(?:Q\d+|https?:\/\/.*)$/.test(label.text.trim()) ? label : null;
}

/** The language of most labels. */
function languageOf(rows: readonly JsonPlace[]): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const language = textOf(entryOf(firstEntry(row, ['itemLabel', 'eventLabel', 'label']), 'xml:lang'));
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
