import type { Parsed } from '../../../time/when';
import { readDate } from '../dates/read-date';
import { EMPTY_FILE, EMPTY_ROW, unreadable, type ForeignFile, type ForeignPlace, type ForeignRow } from '../foreign';
import { entryOf, fieldOf, firstEntry, itemsOf, showNode, spotOf, textOf, type JsonPlace } from '../json/json-file';
import { readPoint } from '../places/read-point';
import { dateOfRow, rowFaults, type DateEnd, type RowFaults } from '../row-faults';

const NAME = ['name', 'title', 'headline', 'event', 'label'];
const START = ['when', 'date', 'start', 'start_date', 'startDate', 'begin', 'year'];
const END = ['end', 'end_date', 'endDate'];
const PLACE = ['place', 'location', 'where', 'city'];

/** GeoJSON (RFC 7946) whose features carry names and dates among their properties. */
export function readGeoJson(root: JsonPlace): ForeignFile {
  const isFeature = textOf(entryOf(root, 'type')) === 'Feature';
  const features = isFeature ? root : entryOf(root, 'features');
  if (features === null || (!isFeature && features.node.kind !== 'list'))
    return unreadable(
      spotOf(root),
      'holds no features',
      '{ "type": "FeatureCollection", "features": […] } with dates in properties',
    );
  return { ...EMPTY_FILE, rows: itemsOf(features).map(readFeature), title: textOf(entryOf(root, 'name')) };
}

function readFeature(feature: JsonPlace): ForeignRow {
  const faults = rowFaults();
  const spot = spotOf(feature);
  const properties = entryOf(feature, 'properties');
  if (properties?.node.kind !== 'object')
    faults.add(spot, 'has no properties', 'a feature with a name and a date', showNode(feature));
  const url = fieldOf(firstEntry(properties, ['url', 'link', 'source_url']));
  const source = fieldOf(entryOf(properties, 'source'));
  const cited = url ?? source;
  return {
    ...EMPTY_ROW,
    spot,
    headline: fieldOf(firstEntry(properties, NAME)),
    note: fieldOf(firstEntry(properties, ['description', 'note', 'text'])),
    date: dateOfRow(endOf(properties, START, faults), endOf(properties, END, faults), null, faults),
    places: readPlace(feature, properties, faults),
    storyline: fieldOf(firstEntry(properties, ['storyline', 'group', 'category'])),
    source: cited === null ? null : { title: source?.text.trim() ?? null, url: url?.text.trim() ?? null, spot: cited },
    faults: faults.faults,
  };
}

function endOf(properties: JsonPlace | null, keys: readonly string[], faults: RowFaults): DateEnd | null {
  const place = firstEntry(properties, keys);
  if (place === null) return null;
  const field = fieldOf(place);
  if (field === null) {
    if (place.node.kind !== 'text')
      faults.add(spotOf(place), 'is no date', 'such as "2022-03-02" or 1066', showNode(place));
    return null;
  }
  return { field, read: place.node.kind === 'number' ? readYearNumber : (text) => readDate(text) };
}

/** A number is a year after Christ: before, it may be counted astronomically or not; and a long one counts seconds. */
function readYearNumber(written: string): Parsed<string> {
  if (/^[1-9]\d{0,3}$/.test(written)) return readDate(written.padStart(4, '0'));
  const message = written.startsWith('-')
    ? 'is a negative number, which may be meant with or without a year 0'
    : 'is a number that is no year';
  const expected = written.startsWith('-') ? 'a text such as "45 BC" or "-0044"' : 'a text such as "2022-03-02"';
  return { ok: false, problem: { message, expected, received: written } };
}

/** A point is where it happened; of lines and areas no point is made up. */
function readPlace(feature: JsonPlace, properties: JsonPlace | null, faults: RowFaults): readonly ForeignPlace[] {
  const name = fieldOf(firstEntry(properties, PLACE));
  const geometry = entryOf(feature, 'geometry');
  const coordinates = textOf(entryOf(geometry, 'type')) === 'Point' ? entryOf(geometry, 'coordinates') : null;
  const [lon, lat] = itemsOf(coordinates).map(fieldOf);
  const spot = coordinates === null ? null : spotOf(coordinates);
  if (spot !== null && (lon == null || lat == null))
    faults.add(spot, 'is no point', '[longitude, latitude] in degrees');
  const point = spot === null || lon == null || lat == null ? null : faults.take(spot, readPoint(lat.text, lon.text));
  const at = name ?? spot;
  if (at === null || (name === null && point === null)) return [];
  const country = fieldOf(entryOf(properties, 'country'))?.text ?? null;
  return [{ spot: at, name: name?.text ?? null, kind: null, region: null, country, point }];
}
