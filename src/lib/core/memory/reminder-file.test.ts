import { describe, expect, it } from 'vitest';
import { reminderFile } from './reminder-file';
import type { Reminder } from './reminder-file';

const reminder: Reminder = {
  hour: 18, minute: 30, weekdays: [1, 2, 3, 4, 5, 6, 7], from: '20261125', title: 'Dateline', text: 'A few questions are due.', url: 'https://example.org/',
  uid: 'abc@dateline', writtenMs: Date.UTC(2026, 10, 25, 12, 0, 5),
}; // prettier-ignore

/** As a calendar reads it: parts joined again, names and values apart. */
function read(file: string): readonly (readonly [string, string])[] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
}
const valueOf = (file: string, name: string): string | undefined => read(file).find(([each]) => each === name)?.[1];

describe('reminderFile', () => {
  it('is a calendar with one entry and its alarm', () => {
    expect(reminderFile(reminder)).toBe(
      [
        'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Dateline//Reminder//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT', 'UID:abc@dateline', 'DTSTAMP:20261125T120005Z',
        'DTSTART:20261125T183000', 'DURATION:PT15M', 'RRULE:FREQ=DAILY', 'SUMMARY:Dateline', 'DESCRIPTION:A few questions are due.', 'URL:https://example.org/',
        'TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Dateline', 'TRIGGER:PT0S', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
      ].join('\r\n'),
    ); // prettier-ignore
  });

  it.each([
    ['begins on the day itself where that is one of them', '20261125', [3], '20261125T183000', 'FREQ=WEEKLY;BYDAY=WE'],
    ['begins on the next of them', '20261125', [1, 5], '20261127T183000', 'FREQ=WEEKLY;BYDAY=MO,FR'],
    ['begins across a year', '20261231', [7], '20270103T183000', 'FREQ=WEEKLY;BYDAY=SU'],
    [
      'names each day once, in the order of the week',
      '20261123',
      [5, 1, 5],
      '20261123T183000',
      'FREQ=WEEKLY;BYDAY=MO,FR',
    ],
  ])('%s', (_, from, weekdays, start, rule) => {
    const file = reminderFile({ ...reminder, from, weekdays });
    expect(valueOf(file, 'DTSTART')).toBe(start);
    expect(valueOf(file, 'RRULE')).toBe(rule);
  });

  it('rings by the clock on the wall: the time has no zone', () => {
    expect(reminderFile({ ...reminder, hour: 0, minute: 5 })).toContain('\r\nDTSTART:20261125T000500\r\n');
    expect(reminderFile(reminder)).not.toMatch(/TZID|DTSTART:[^\r]*Z/);
  });

  it('escapes text, and lines cannot be smuggled in', () => {
    const title = 'a,b;c\\d\r\nEND:VEVENT\u0007 «до»';
    const file = reminderFile({ ...reminder, title });
    expect(valueOf(file, 'SUMMARY')).toBe('a\\,b\\;c\\\\d\\nEND:VEVENT «до»');
    expect(read(file).filter(([name, value]) => name === 'END' && value === 'VEVENT')).toHaveLength(1);
  });

  it.each([
    ['Latin', 'x'.repeat(300)],
    ['Cyrillic', 'Повторення '.repeat(40)],
    ['characters of four octets', '𝔇'.repeat(120)],
  ])('folds lines at 75 octets and never inside a character: %s', (_, text) => {
    const file = reminderFile({ ...reminder, text });
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
    expect(valueOf(file, 'DESCRIPTION')).toBe(text);
  });

  it.each<[string, Partial<Reminder>]>([
    ['an hour', { hour: 24 }],
    ['a minute', { minute: -1 }],
    ['no weekday', { weekdays: [] }],
    ['an eighth weekday', { weekdays: [8] }],
    ['no date', { from: '20260231' }],
    ['another form of date', { from: '2026-02-01' }],
  ])('refuses %s', (_, wrong) => {
    expect(() => reminderFile({ ...reminder, ...wrong })).toThrow(RangeError);
  });
});
