import { showText } from '../../../packs/document';
import { isCivilDate, toDayNumber } from '../../../time/calendar';
import { dayPart, dayPartOf, writeDate } from '../../../time/date-part';
import type { Parsed } from '../../../time/when';
import { joinDates } from '../dates/join-dates';
import { EMPTY_FILE, EMPTY_ROW, START, unreadable, type Field, type ForeignFile, type ForeignRow } from '../foreign';
import { readPoint } from '../places/read-point';
import { rowFaults, type RowFaults } from '../row-faults';
import { readIcsLines, unescapeText, type IcsLine } from './ics-lines';

/** Events of an iCalendar file (RFC 5545). A time counts as the day that is written, whatever its zone. */
export function readIcs(text: string): ForeignFile {
  const lines = readIcsLines(text);
  if (!lines.some(({ name, value }) => name === 'BEGIN' && value.trim().toUpperCase() === 'VCALENDAR'))
    return unreadable(START, 'is no calendar', 'BEGIN:VCALENDAR');
  const rows: ForeignRow[] = [];
  const open: string[] = [];
  let begun: IcsLine | null = null;
  let event: IcsLine[] = [];
  let title: string | null = null;
  for (const line of lines) {
    const component = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      if (component === 'VEVENT') {
        if (begun !== null) rows.push(readEvent(begun, event, rows.length, false));
        [begun, event] = [line, []];
      }
      open.push(component);
    } else if (line.name === 'END') {
      const at = open.lastIndexOf(component);
      if (at >= 0) open.length = at;
      if (component === 'VEVENT' && begun !== null) {
        rows.push(readEvent(begun, event, rows.length, true));
        begun = null;
      }
    } else if (open.at(-1) === 'VEVENT') event.push(line);
    else if (open.at(-1) === 'VCALENDAR' && ['X-WR-CALNAME', 'NAME'].includes(line.name))
      title ??= unescapeText(line.value);
  }
  if (begun !== null) rows.push(readEvent(begun, event, rows.length, false));
  return { ...EMPTY_FILE, rows, title };
}

function readEvent(begun: IcsLine, lines: readonly IcsLine[], index: number, isClosed: boolean): ForeignRow {
  const path = `events[${String(index)}]`;
  const find = (name: string): IcsLine | null => lines.find((line) => line.name === name) ?? null;
  const spot = { line: begun.line, column: 1, path };
  const raw = (line: IcsLine | null): Field | null =>
    line === null || line.value.trim() === '' ? null : { line: line.line, column: 1, path: `${path}.${line.name}`, text: line.value };
  const field = (name: string): Field | null => {
    const found = raw(find(name));
    return found === null ? null : { ...found, text: unescapeText(found.text) };
  };
  const faults = rowFaults();
  // What is cut off may have lost its end, or another event's beginning.
  if (!isClosed) faults.add(spot, 'is never closed', 'END:VEVENT');
  const repeats = raw(find('RRULE')) ?? raw(find('RDATE'));
  if (repeats !== null) faults.add(repeats, 'repeats, and which of its days is meant is not said', 'an event without RRULE and RDATE', showText(repeats.text));
  const status = field('STATUS');
  if (status?.text.trim().toUpperCase() === 'CANCELLED') faults.add(status, 'was cancelled', 'an event that happened');
  const url = field('URL');
  const when = readDates(find, raw, faults);
  return {
    ...EMPTY_ROW,
    spot,
    headline: field('SUMMARY'),
    note: field('DESCRIPTION'),
    date: when === null ? null : { when, calendar: null },
    places: readPlace(field('LOCATION'), raw(find('GEO')), faults),
    storyline: firstCategory(raw(find('CATEGORIES'))),
    source: url === null ? null : { title: null, url: url.text.trim(), spot: url },
    faults: faults.faults,
  };
} // prettier-ignore

type Find = (name: string) => IcsLine | null;
type Raw = (line: IcsLine | null) => Field | null;

function readDates(find: Find, raw: Raw, faults: RowFaults): string | null {
  const [start, end, duration] = [raw(find('DTSTART')), raw(find('DTEND')), raw(find('DURATION'))];
  if (start === null) {
    if (end !== null) faults.add(end, 'is an end without a start', 'DTSTART');
    return null;
  }
  const first = faults.take(start, readMoment(start.text));
  if (first === null) return null;
  if (duration !== null) {
    const days = /^\+?P(?:(\d{1,4})W|(\d{1,4})D)$/i.exec(duration.text.trim());
    if (days === null) {
      if (!/^\+?P?T/i.test(duration.text.trim()))
        faults.add(duration, 'is a duration that is not read', 'whole weeks or days, such as P3D', showText(duration.text)); // prettier-ignore
      return first.day;
    }
    const count = Number(days[1] ?? 0) * 7 + Number(days[2] ?? 0);
    return faults.take(duration, joinDates(first.day, dayOf(first.number + Math.max(1, count) - 1), null));
  }
  const last = end === null ? null : faults.take(end, readMoment(end.text));
  if (end === null || last === null) return end === null ? first.day : null;
  // The end itself is not part of the event: of a day or a midnight, the day before is the last. Some programs write a day as its own end.
  const number = last.midnight && last.number > first.number ? last.number - 1 : last.number;
  return faults.take(end, joinDates(first.day, dayOf(number), null));
}

interface Moment {
  readonly day: string;
  readonly number: number;
  /** A whole day, or the very beginning of one. */
  readonly midnight: boolean;
}

function readMoment(text: string): Parsed<Moment> {
  const wrong = (message: string, expected: string): Parsed<Moment> => ({
    ok: false,
    problem: { message, expected, received: showText(text) },
  });
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})Z?)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return wrong('is no date of iCalendar', 'such as 20220302 or 20220302T101500');
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (date.year === 0) return wrong('there is no year 0 between 1 BC and AD 1', 'a year from 0001 on');
  if (!isCivilDate(date) && !isCivilDate(date, 'julian')) return wrong('is a day that no calendar has', 'an existing day');
  const number = toDayNumber(date.year, date.month, date.day);
  const midnight = time === undefined || time === '000000';
  return { ok: true, value: { day: writeDate(dayPart(date.year, date.month, date.day)), number, midnight } };
} // prettier-ignore

function dayOf(number: number): string {
  return writeDate(dayPartOf(number));
}

function readPlace(location: Field | null, geo: Field | null, faults: RowFaults): ForeignRow['places'] {
  const [lat, lon, ...more] = geo?.text.split(';') ?? [];
  if (geo !== null && (lat === undefined || lon === undefined || more.length > 0))
    faults.add(geo, 'is no point', 'latitude;longitude', showText(geo.text));
  const point = geo === null || lat === undefined || lon === undefined ? null : faults.take(geo, readPoint(lat, lon));
  const spot = location ?? geo;
  if (spot === null || (location === null && point === null)) return [];
  return [{ spot, name: location?.text ?? null, kind: null, region: null, country: null, point }];
}

/** Of several categories the first groups the events. */
function firstCategory(field: Field | null): Field | null {
  if (field === null) return null;
  const first = /^(?:\\.|[^,\\])*/s.exec(field.text)?.[0] ?? '';
  return first.trim() === '' ? null : { ...field, text: unescapeText(first) };
}
