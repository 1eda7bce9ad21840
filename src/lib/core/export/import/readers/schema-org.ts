import { showText } from '../../../packs/document';
import { readDate } from '../dates/read-date';
import { EMPTY_FILE, EMPTY_ROW, unreadable, type ForeignFile, type ForeignRow } from '../foreign';
import { entryOf, fieldOf, itemsOf, showNode, spotOf, textOf, type JsonPlace } from '../json/json-file';
import { dateOfRow, rowFaults, type DateEnd, type RowFaults } from '../row-faults';
import { readLocations, typesOf, wordsOf } from './schema-place';

/** Types of events whose name does not end in Event. */
const OTHER_EVENTS = ['Festival', 'Hackathon', 'CourseInstance', 'EventSeries', 'ExhibitionEvent'];

/** Events of schema.org as JSON-LD: one, a list, or a `@graph`; sub-events are events of their own. */
export function readSchemaOrg(root: JsonPlace): ForeignFile {
  const nodes = new Map<string, JsonPlace>();
  const events: JsonPlace[] = [];
  const strays: JsonPlace[] = [];
  const visit = (node: JsonPlace): void => {
    if (node.node.kind !== 'object') {
      strays.push(node);
      return;
    }
    const id = textOf(entryOf(node, '@id'));
    if (id !== null && node.node.entries.size > 1) nodes.set(id, node);
    const isEvent = typesOf(node).some((type) => type.endsWith('Event') || OTHER_EVENTS.includes(type));
    if (isEvent) events.push(node);
    for (const key of ['@graph', 'subEvent', 'subEvents', 'itemListElement', 'item', 'event', 'events']) {
      for (const each of itemsOf(entryOf(node, key))) if (each.node.kind === 'object') visit(each);
    }
  };
  itemsOf(root).forEach(visit);
  if (events.length === 0 && strays.length === 0)
    return unreadable(spotOf(root), 'holds no event of schema.org', '{ "@type": "Event", … }, alone, in a list or a @graph');
  const resolve = (node: JsonPlace): JsonPlace => nodes.get(textOf(entryOf(node, '@id')) ?? '') ?? node;
  return {
    ...EMPTY_FILE,
    rows: [...events.map((event) => readEvent(event, resolve)), ...strays.map(strayRow)],
    language: events.map((event) => textOf(entryOf(event, 'inLanguage'))).find((tag) => tag !== null) ?? null,
  };
} // prettier-ignore

function strayRow(node: JsonPlace): ForeignRow {
  const faults = rowFaults();
  faults.add(spotOf(node), 'is no event', '{ "@type": "Event", … }', showNode(node));
  return { ...EMPTY_ROW, spot: spotOf(node), faults: faults.faults };
}

function readEvent(event: JsonPlace, resolve: (node: JsonPlace) => JsonPlace): ForeignRow {
  const faults = rowFaults();
  const status = fieldOf(entryOf(event, 'eventStatus'));
  if (status !== null && /(?:Cancelled|Postponed)$/u.test(status.text.trim()))
    faults.add(
      status,
      'did not happen, or not as dated',
      'an event that was neither cancelled nor postponed',
      showText(status.text),
    );
  const url = fieldOf(entryOf(event, 'url')) ?? null;
  const parent = entryOf(event, 'superEvent');
  return {
    ...EMPTY_ROW,
    spot: spotOf(event),
    identity: textOf(entryOf(event, '@id')),
    headline: wordsOf(entryOf(event, 'name')),
    note: wordsOf(entryOf(event, 'description')),
    date: dateOfRow(endOf(event, 'startDate', faults), endOf(event, 'endDate', faults), null, faults),
    places: readLocations(entryOf(event, 'location'), resolve, faults),
    storyline: parent === null ? null : wordsOf(entryOf(resolve(parent), 'name')),
    source: url === null ? null : { title: null, url: url.text.trim(), spot: url },
    faults: faults.faults,
  };
}

function endOf(event: JsonPlace, key: string, faults: RowFaults): DateEnd | null {
  const place = entryOf(event, key);
  const field = wordsOf(place);
  if (place !== null && field === null)
    faults.add(spotOf(place), 'is no date', 'such as "2022-03-02"', showNode(place));
  return field === null ? null : { field, read: (text) => readDate(text) };
}
