/** A reminder that a learner wants: the web cannot ring by itself, a calendar can. */
export interface Reminder {
  /** Local hour and minute at which it rings, wherever the phone is then. */
  readonly hour: number;
  readonly minute: number;
  /** Weekdays on which it rings, 1 Monday … 7 Sunday; all seven: every day. */
  readonly weekdays: readonly number[];
  /** First day, `YYYYMMDD`; it begins on the first of the weekdays from there on. */
  readonly from: string;
  readonly title: string;
  readonly text: string;
  /** Address that the entry leads to. */
  readonly url: string;
  /** Made once and kept, so that a calendar that gets another file for it replaces the entry. */
  readonly uid: string;
  /** Moment of writing, UTC milliseconds. */
  readonly writtenMs: number;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const DAY_MS = 86_400_000;
/** Octets on one line, without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
const MINUTES = 15;

/**
 * A calendar file with one repeating entry and its alarm (RFC 5545). Its time is floating, that is without a zone: it rings at the same hour by the clock on the
 * wall after a journey and across summer time.
 *
 * @throws RangeError for a time of day that is none, for no weekday or a wrong one, and for a day that is no date
 */
export function reminderFile(reminder: Reminder): string {
  const { hour, minute, title, text, url, uid, writtenMs } = reminder;
  if (!isWhole(hour, 0, 23) || !isWhole(minute, 0, 59))
    throw new RangeError(`time of day ${String(hour)}:${String(minute)} (expected 0:00 to 23:59)`);
  const weekdays = [...new Set(reminder.weekdays)].sort((a, b) => a - b);
  if (weekdays.length === 0 || !weekdays.every((day) => isWhole(day, 1, 7)))
    throw new RangeError(`weekdays ${weekdays.join(', ')} (expected some of 1 to 7)`);
  const rule =
    weekdays.length === 7 ? 'FREQ=DAILY' : `FREQ=WEEKLY;BYDAY=${weekdays.map((day) => DAYS[day - 1] ?? '').join(',')}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utcStamp(writtenMs)}`,
    `DTSTART:${firstDay(reminder.from, weekdays)}T${two(hour)}${two(minute)}00`,
    `DURATION:PT${String(MINUTES)}M`,
    `RRULE:${rule}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A text value: backslash, semicolon, comma and line ends are escaped, other control characters have no place in it (3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ''); // eslint-disable-line no-control-regex -- these are what is taken out
}

/** Breaks a line so that no part is longer than 75 octets, never inside a character; each further part begins with a space (3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

/** DTSTART is the first of the days on which it rings: calendars count it in, whether the rule would or not. */
function firstDay(from: string, weekdays: readonly number[]): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(from) ?? [];
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(start) || compact(start) !== from) throw new RangeError(`first day ${from} (expected YYYYMMDD)`);
  for (let ms = start; ; ms += DAY_MS) {
    const weekday = ((new Date(ms).getUTCDay() + 6) % 7) + 1;
    if (weekdays.includes(weekday)) return compact(ms);
  }
}

function compact(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');
}

function utcStamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
