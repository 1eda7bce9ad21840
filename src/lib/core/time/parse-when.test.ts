import { describe, expect, it } from 'vitest';
import { toDayNumber } from './calendar';
import { parseWhen } from './parse-when';
import type { Calendar, When } from './when';

function when(text: string, calendar: Calendar | null = null): When {
  const parsed = parseWhen(text, calendar);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

/** `2022-03-02` as a day number; `-` and `+` are the open sides. */
function day(text: string): number {
  if (text === '-') return -Infinity;
  if (text === '+') return Infinity;
  const match = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(text);
  return toDayNumber(Number(match?.[1]), Number(match?.[2]), Number(match?.[3]));
}

describe('the four days of every form', () => {
  // Written, then earliest start, latest start, earliest end, latest end (Gregorian).
  const table: [string, string, string, string, string][] = [
    ['2022-03-02', '2022-03-02', '2022-03-02', '2022-03-02', '2022-03-02'],
    ['2022-02', '2022-02-01', '2022-02-28', '2022-02-01', '2022-02-28'],
    ['2022', '2022-01-01', '2022-12-31', '2022-01-01', '2022-12-31'],
    ['2022-21', '2022-03-01', '2022-05-31', '2022-03-01', '2022-05-31'],
    ['2022-23', '2022-09-01', '2022-11-30', '2022-09-01', '2022-11-30'],
    ['2023-24', '2023-12-01', '2024-02-29', '2023-12-01', '2024-02-29'],
    ['193X', '1930-01-01', '1939-12-31', '1930-01-01', '1939-12-31'],
    ['19XX', '1900-01-01', '1999-12-31', '1900-01-01', '1999-12-31'],
    ['-0479', '-479-01-01', '-479-12-31', '-479-01-01', '-479-12-31'],
    ['0000', '0-01-01', '0-12-31', '0-01-01', '0-12-31'],
    ['2022-03-02/2022-03-05', '2022-03-02', '2022-03-02', '2022-03-05', '2022-03-05'],
    ['2022-03/2022-05', '2022-03-01', '2022-03-31', '2022-05-01', '2022-05-31'],
    ['2022-03/2022-03-05', '2022-03-01', '2022-03-05', '2022-03-05', '2022-03-05'],
    ['2022-03-10/2022-03', '2022-03-10', '2022-03-10', '2022-03-10', '2022-03-31'],
    ['../2022-04-07', '-', '2022-04-07', '-', '2022-04-07'],
    ['2022-11-05/..', '2022-11-05', '2022-11-05', '2022-11-05', '+'],
    ['[2022-02-24..2022-02-25]', '2022-02-24', '2022-02-25', '2022-02-24', '2022-02-25'],
    ['[..2022-02-25]', '-', '2022-02-25', '-', '2022-02-25'],
    ['[2022-02-25..]', '2022-02-25', '+', '2022-02-25', '+'],
    ['[2022-03-03,2022-03-22]', '2022-03-03', '2022-03-22', '2022-03-03', '2022-03-22'],
    ['[2022-04,2022-03]', '2022-03-01', '2022-04-30', '2022-03-01', '2022-04-30'],
    ['2000-03-02~', '2000-03-01', '2000-03-03', '2000-03-01', '2000-03-03'],
    // 22 years from 2000 are 8 096 days, 80 of them on both sides.
    ['2022-03-02~', '2021-12-12', '2022-05-21', '2021-12-12', '2022-05-21'],
    ['2022-03-02?', '2022-03-02', '2022-03-02', '2022-03-02', '2022-03-02'],
    ['2001-12~', '2001-11-01', '2002-01-31', '2001-11-01', '2002-01-31'],
    ['1990~', '1989-01-01', '1991-12-31', '1989-01-01', '1991-12-31'],
    // 500 years are 182 622 days: 1 826 of them on both sides.
    ['1500~', '1495-01-01', '1505-12-31', '1495-01-01', '1505-12-31'],
    ['1600/1700~', '1600-01-01', '1600-12-31', '1697-01-01', '1703-12-31'],
  ];
  it.each(table)('%s', (text, ...bounds) => {
    const { span } = when(
      text,
      text.startsWith('-') || text.startsWith('0') || text.startsWith('15') ? 'gregorian' : null,
    );
    expect([span.earliestStart, span.latestStart, span.earliestEnd, span.latestEnd]).toEqual(bounds.map(day));
  });
});

describe('calendars', () => {
  it('are Gregorian from 15 October 1582 on and unknown before', () => {
    expect(when('1582-10-15').calendar).toBe('gregorian');
    expect(when('1582-10-14').calendar).toBe('unknown');
    expect(when('1500-01-01/1600-01-01').calendar).toBe('unknown');
    expect(when('1648').calendar).toBe('gregorian');
  });
  it('a day of an unknown calendar may be either: the battle of Hastings', () => {
    const { span } = when('1066-10-14');
    expect([span.earliestStart, span.latestEnd]).toEqual([
      toDayNumber(1066, 10, 14),
      toDayNumber(1066, 10, 14, 'julian'),
    ]);
    expect(span.latestEnd - span.earliestStart).toBe(6);
  });
  it('reads a Julian day where it was written: the October revolution', () => {
    expect(when('1917-10-25', 'julian').span.earliestStart).toBe(toDayNumber(1917, 11, 7));
  });
  it('a month of an unknown calendar is taken as numbered', () => {
    expect(when('1066-10').span.earliestStart).toBe(toDayNumber(1066, 10, 1));
  });
  it('knows which calendar has a 29 February', () => {
    expect(when('1500-02-29').span.earliestStart).toBe(toDayNumber(1500, 2, 29, 'julian'));
    expect(parseWhen('1500-02-29', 'gregorian').ok).toBe(false);
    expect(parseWhen('1900-02-29', null).ok).toBe(false);
  });
});

it('tells about from uncertain', () => {
  expect(when('1500~')).toMatchObject({ approximate: true, uncertain: false });
  expect(when('2022-03-02/2022-03-05?')).toMatchObject({ approximate: false, uncertain: true });
});

describe('everything else is a problem that says what would be right', () => {
  const table: [string, RegExp][] = [
    ['', /empty/],
    ['2022-02-30', /no day 2022-02-30.*01 to 28/],
    ['2022-00-10', /no month 00/],
    ['2022-13', /no month 13/],
    ['2022-25', /no month 25/],
    ['2022-21-03', /season has no days/],
    ['2022-3-2', /two digits.*2022-03-02/],
    ['2022-3', /two digits.*2022-03/],
    ['2022/03/02', /slashes.*2022-03-02/],
    ['2022-03-02/05', /not a whole date/],
    ['20220302', /hyphens.*2022-03-02/],
    ['2.3.2022', /year first/],
    ['2 March 2022', /spaces or words/],
    ['yesterday', /not a date/],
    [' 2022', /spaces/],
    ['2022-03-02T08:00', /time of day/],
    ['-479', /four digits.*480 BC/],
    ['79', /four digits.*0079/],
    ['12022', /out of range/],
    ['-0000', /no year -0000/],
    ['-047X', /range|form of its own/],
    ['156x', /capital X/],
    ['156X-03', /no month/],
    ['2022-XX', /left out/],
    ['2022-03-02%', /%/],
    ['2022~?', /more than one qualifier/],
    ['2022~-03', /inside the date/],
    ['2022-03-05/2022-03-02', /ends before it starts/],
    ['[2022-03-05..2022-03-02]', /ends before it starts/],
    ['1500~/1499~', /ends before it starts/],
    ['../..', /without any date/],
    ['[..]', /without any date/],
    ['[]', /empty set/],
    ['[2022-03-02]', /set of one/],
    ['[2022-03-02,2022-03-02]', /twice/],
    ['[2022-03-02,]', /empty/],
    ['[2022-03-02..2022-03-04,2022-03-09]', /mixed/],
    ['[2022-03-02..2022-03-05', /bracket is missing/],
    ['[2022..2023]~', /follows the bracket/],
    ['[2022~..2023]', /inside brackets/],
    ['2022-03-02..2022-03-05', /without brackets/],
    ['{2022,2023}', /several dates/],
    ['/2022', /side of the slash is empty/],
  ];
  it.each(table)('%j', (text, message) => {
    const parsed = parseWhen(text, null);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(`${parsed.problem.message}: ${parsed.problem.expected}`).toMatch(message);
  });
});
