import { expect, test } from 'vitest';
import type { Report } from '$lib/core/room/report';
import { asCsv, pupilRows, questionRows, type TableWords } from './report-tables';

const words: TableWords = {
  pupil: 'Pupil', team: 'Team', points: 'Points', right: 'Right', of: 'Of', question: 'Question', form: 'Form', answer: 'Answer', share: 'Share',
  mistake: 'Mistake', count: 'Count', seconds: 'Seconds',
}; // prettier-ignore

const blank = { points: 0, ms: null, saved: false, sure: null };
const report: Report = {
  title: 'Kyiv', pack: { id: 'p', version: 1 }, startedAt: 0, endedAt: 1, share: 0.5, ghost: null, spread: null, savedByGrace: 0, weak: [0],
  questions: [
    {
      index: 0, id: 'q', fact: 'f', kind: 'sequence', form: 'order', stem: 'In order?', answer: null, key: ['b', 'a'],
      options: [{ id: 'a', text: 'A', why: '' }, { id: 'b', text: 'B', why: '' }], state: 'counted', share: 1 / 3, first: null,
      counted: { of: 'orders', places: {}, right: 1, none: 0 }, hands: null, mistakes: [{ said: 'A → B', count: 2, sure: 0, why: null }], medianMs: 4321, spreadMs: null,
    },
  ],
  pupils: [
    { seat: 0, name: '=cmd()', team: null, out: false, points: 100, right: 1, of: 1, answers: [{ ...blank, said: 'B → A', credit: 1 }] },
    { seat: 1, name: 'Gone', team: null, out: true, points: 0, right: 0, of: 0, answers: [{ ...blank, said: null, credit: null }] },
    { seat: 2, name: 'Quiet', team: null, out: false, points: 0, right: 0, of: 1, answers: [{ ...blank, said: null, credit: null }] },
  ],
}; // prettier-ignore

test('a row for each pupil who stayed, a cell for each question', () => {
  expect(pupilRows(report, words)).toEqual([
    ['Pupil', 'Team', 'Points', 'Right', 'Of', '1. In order?'],
    ['=cmd()', null, 100, 1, 1, '✓ B → A'],
    ['Quiet', null, 0, 0, 1, null],
  ]);
});

test('a row for each question, with what it was taken for most', () => {
  expect(questionRows(report, words)[1]).toEqual([1, 'In order?', 'order', 'B → A', 0.33, 'A → B', 2, 4.3]);
});

test('a name that looks like a formula stays a name in a spreadsheet', () => {
  expect(asCsv(pupilRows(report, words))).toContain("'=cmd()");
});
