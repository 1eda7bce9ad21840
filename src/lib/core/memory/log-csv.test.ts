import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { AnswerEntry, LogEntry } from './log';
import { writeLogCsv } from './log-csv';

const stamp = {
  pack: 'p',
  packVersion: 1,
  utcMs: Date.parse('2026-03-10T23:30:05.678Z'),
  day: 20_522,
  utcOffsetMinutes: 120,
  app: '1.0',
};
const mark = {
  fact: 'e:date',
  answer: '2',
  grade: 3,
  guess: 1 / 3,
  weight: 0.75,
  before: { stability: 2.5, difficulty: 5 },
} as const;
const answer: AnswerEntry = {
  ...stamp,
  type: 'answer',
  id: 'd-1',
  fact: 'e:date',
  form: 'choice',
  language: 'en',
  seed: 4,
  options: ['a', 'b'],
  values: ['1', '2'],
  chosen: 'b',
  credit: 1,
  guess: 1 / 3,
  milliseconds: 4000,
  hints: 0,
  grade: 3,
  marks: [mark],
  parameters: 'x',
  easy: false,
  clock: 'clock',
};
const order: AnswerEntry = {
  ...answer, id: 'd-2', fact: 's:sequence:a+b+c', form: 'order', chosen: ['b', 'a'], credit: 0,
  marks: [{ ...mark, fact: 'a+b:before' }, { ...mark, fact: 'b+c:before', before: null }],
}; // prettier-ignore

/** Read back with a reader that this program does not share with its writer. */
function read(log: readonly LogEntry[]): readonly Readonly<Record<string, string>>[] {
  const text = writeLogCsv(log);
  expect(text.startsWith('\u{FEFF}entry,type,')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const parsed = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

describe('the log as a table', () => {
  it('has a row for an answer, with its times, its day and its memory', () => {
    expect(read([answer])).toEqual([
      expect.objectContaining({
        entry: 'd-1', type: 'answer', stands: 'yes', utc: '2026-03-10T23:30:05.678Z', local: '2026-03-11T01:30:05', utc_offset_minutes: '120', study_day: '2026-03-10',
        chosen: 'b', options: 'a | b', option_values: '1 | 2', credit: '1', grade: '3', too_easy: 'no', memory: 'e:date', memory_number: '1', stability_before: '2.5',
      }),
    ]);
  }); // prettier-ignore

  it('has a row for each memory of an ordering', () => {
    expect(read([order]).map((row) => [row.entry, row.memory_number, row.memory, row.stability_before])).toEqual([
      ['d-2', '1', 'a+b:before', '2.5'],
      ['d-2', '2', 'b+c:before', ''],
    ]);
  });

  it('says what was taken back, by which entry', () => {
    const revoke: LogEntry = { ...stamp, utcMs: stamp.utcMs + 1, type: 'revoke', id: 'd-3', revokes: 'd-1', facts: ['e:date'] };
    expect(read([revoke, answer]).map((row) => [row.type, row.stands, row.about])).toEqual([
      ['answer', 'no', ''],
      ['revoke', '', 'd-1'],
    ]);
  }); // prettier-ignore

  it('has every decision and change with what it is about', () => {
    const log: readonly LogEntry[] = [
      { ...stamp, id: '1', type: 'suspend', facts: ['e:date', 'e:place'] },
      { ...stamp, id: '2', type: 'bury', facts: ['e:date'], until: 20_523 },
      { ...stamp, id: '3', type: 'flag', fact: 'e:date', flag: 'red' },
      { ...stamp, id: '4', type: 'report', fact: 'e:date', form: 'choice', language: 'en', seed: 1, questionId: 'q', reason: 'typo', note: 'a, "b"\nc', question: {} },
      { ...stamp, id: '5', type: 'resolve', fact: 'e:date', report: '4' },
      { ...stamp, id: '6', type: 'change', changes: [{ fact: 'e:date', answer: null }] },
    ];
    expect(read(log).map((row) => [row.type, row.fact, row.about, row.detail])).toEqual([
      ['suspend', '', 'e:date | e:place', ''],
      ['bury', '', 'e:date', '2026-03-11'],
      ['flag', 'e:date', '', 'red'],
      ['report', 'e:date', '', 'typo: a, "b"\nc'],
      ['resolve', 'e:date', '4', ''],
      ['change', '', 'e:date', 'asked no more'],
    ]);
  }); // prettier-ignore

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('a typed answer %j is no formula', (chosen) => {
    expect(read([{ ...answer, chosen }])[0]?.chosen).toBe(`'${chosen}`);
  });

  it('leaves numbers alone, also below zero', () => {
    expect(read([{ ...answer, utcOffsetMinutes: -300 }])[0]?.utc_offset_minutes).toBe('-300');
  });
});
