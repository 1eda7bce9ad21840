import { utf8 } from '../bytes/utf8';
import { shortCredit } from '../credit';
import type { ExportEvent, ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Loss } from '../loss';
import { clean, oneLine } from '../text/clean';
import type { DatePart } from '../../time/when';
import { asksNothing, tellingOf } from '../timeline';

/** Every year from here on. A historical year would break calendars that count from 1970; this one has a 29th of February. */
const FIRST_YEAR = 2024;

/** iCalendar (RFC 5545): an anniversary a year for every event whose day is known, without time zones. */
export const ics: ExportFormat = {
  id: 'ics',
  label: 'Calendar “on this day” (iCalendar)',
  extension: 'ics',
  mimeType: 'text/calendar',
  limits: 'only events whose day is known; asks nothing',
  carries: { shapes: [], drops: ['questions'] },
  printsVersions: false,
  write: (set) => {
    const known = set.events.map((event) => ({ event, day: dayOf(event) }));
    const entries = known.flatMap(({ event, day }) => (day === null ? [] : entry(set, event, day)));
    const lines = [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Dateline//Export//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
      `X-WR-CALNAME:${escape(oneLine(set.title))}`, `X-WR-CALDESC:${escape(shortCredit(set))}`, ...entries, 'END:VCALENDAR',
    ]; // prettier-ignore
    const losses: Loss[] = known.flatMap(({ event, day }) =>
      day === null ? [{ kind: 'left-out', question: event.id, why: 'no-day' }] : [],
    );
    return Promise.resolve({ bytes: utf8(lines.map(folded).join('')), losses: [...losses, ...asksNothing(set)] });
  },
};

/** The day on which it happened or began; null where that is not known for sure. */
function dayOf({ when }: ExportEvent): DatePart | null {
  const date = when.form.kind === 'date' ? when.form.date : when.form.kind === 'interval' ? when.form.from : null;
  return date?.precision === 'day' && !date.approximate && !date.uncertain ? date : null;
}

function entry(set: ExportSet, event: ExportEvent, { month, day }: DatePart): string[] {
  const [m, d] = [month ?? 1, day ?? 1];
  const next = new Date(Date.UTC(FIRST_YEAR, m - 1, d + 1)).toISOString().slice(0, 10).replaceAll('-', '');
  // On the 29th of February a yearly rule would skip three years of four, or slip into March.
  const rule = m === 2 && d === 29 ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY';
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${set.pack.id}.dateline`,
    'DTSTAMP:20240101T000000Z',
    `SEQUENCE:${String(set.pack.version)}`,
    `DTSTART;VALUE=DATE:${String(FIRST_YEAR)}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
    `DTEND;VALUE=DATE:${next}`,
    `RRULE:${rule}`,
    `SUMMARY:${escape(oneLine(`${event.date}: ${event.headline}`))}`,
    ...(event.place === null ? [] : [`LOCATION:${escape(oneLine(event.place))}`]),
    ...(event.point === null ? [] : [`GEO:${String(event.point[1])};${String(event.point[0])}`]),
    `DESCRIPTION:${escape(clean([...tellingOf(set, event), shortCredit(set)].join('\n')))}`,
    ...(event.storyline === null ? [] : [`CATEGORIES:${escape(oneLine(event.storyline))}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function escape(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&').replaceAll('\n', '\\n');
}

/** Octets a line may have, its end not counted; a line that goes on begins with a space. */
const LONGEST_LINE = 75;

/** Lines of at most 75 octets of UTF-8, never parted inside a character. */
function folded(line: string): string {
  let result = '';
  let room = LONGEST_LINE;
  for (const character of line) {
    const size = utf8(character).length;
    if (size > room) {
      result += '\r\n ';
      room = LONGEST_LINE - 1;
    }
    result += character;
    room -= size;
  }
  return `${result}\r\n`;
}
