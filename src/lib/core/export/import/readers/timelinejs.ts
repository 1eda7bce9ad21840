import { readNumbered } from '../dates/numbered-date';
import { EMPTY_FILE, EMPTY_ROW, unreadable, type Field, type ForeignFile, type ForeignRow } from '../foreign';
import { entryOf, fieldOf, itemsOf, showNode, spotOf, textOf, type JsonPlace } from '../json/json-file';
import { dateOfRow, rowFaults, type DateEnd, type RowFaults } from '../row-faults';

/** The JSON of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html). Title slide and eras are no events. */
export function readTimelineJs(root: JsonPlace): ForeignFile {
  const events = entryOf(root, 'events');
  if (events?.node.kind !== 'list') return unreadable(spotOf(root), 'has no list of events', 'TimelineJS: { "events": […] }');
  const eras = itemsOf(entryOf(root, 'eras'));
  return {
    ...EMPTY_FILE,
    rows: itemsOf(events).map(readSlide),
    remarks: eras.slice(0, 1).map((era) => ({
      spot: spotOf(era),
      message: `eras are periods without content and are left out: ${String(eras.length)}`,
      expected: null,
      received: null,
    })),
    title: textOf(entryOf(entryOf(entryOf(root, 'title'), 'text'), 'headline')),
  };
} // prettier-ignore

function readSlide(slide: JsonPlace): ForeignRow {
  const faults = rowFaults();
  const spot = spotOf(slide);
  if (slide.node.kind !== 'object') faults.add(spot, 'is no slide', 'an object', showNode(slide));
  const words = entryOf(slide, 'text');
  const start = entryOf(slide, 'start_date');
  const end = entryOf(slide, 'end_date');
  if (start === null && slide.node.kind === 'object') faults.add(spot, 'has no start_date', '{ "year": … }');
  const date = dateOfRow(endOf(start, faults), endOf(end, faults), null, faults);
  return {
    ...EMPTY_ROW,
    spot,
    headline: fieldOf(entryOf(words, 'headline')),
    note: fieldOf(entryOf(words, 'text')),
    date,
    shownDate: fieldOf(entryOf(slide, 'display_date')) ?? fieldOf(entryOf(start, 'display_date')),
    storyline: fieldOf(entryOf(slide, 'group')),
    faults: faults.faults,
  };
}

function endOf(date: JsonPlace | null, faults: RowFaults): DateEnd | null {
  if (date === null) return null;
  if (date.node.kind !== 'object') {
    faults.add(spotOf(date), 'is no date of TimelineJS', '{ "year": … }', showNode(date));
    return null;
  }
  const part = (key: string): string | null => {
    const place = entryOf(date, key);
    if (place !== null && place.node.kind !== 'text' && place.node.kind !== 'number') return showNode(place);
    return fieldOf(place)?.text ?? null;
  };
  const field: Field = { ...spotOf(date), text: '' };
  return { field, read: () => readNumbered({ year: part('year'), month: part('month'), day: part('day') }) };
}
