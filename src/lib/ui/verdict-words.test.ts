import { describe, expect, test } from 'vitest';
import type { Question } from '$lib/core/questions/question';
import { addedWords, judgedOptions, judgedRows, outcomeOf } from './verdict-words';

const base = {
  type: 'question', id: 'p:x:date:choice:00000000', pack: 'p', fact: 'x:date', kind: 'date', form: 'choice', stem: 'When?', dispatch: null, ties: [],
  accept: null, according: null, explanation: '', sources: [], proof: { key: [], others: {} }, difficulty: 0.5, seed: 1, language: 'en',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase(), value: id, why: id === 'b' ? 'key' : `not ${id}` })),
  key: ['b'],
} as const satisfies Question; // prettier-ignore

describe('the name of an outcome', () => {
  const cases = [
    [{ credit: 1, correct: true, band: 'full' }, { choice: 'b' }, 'right'],
    [{ credit: 0, correct: false, band: 'wrong' }, { choice: 'a' }, 'wrong'],
    [{ credit: 0.33, correct: false, band: 'wrong' }, { order: ['a', 'b'] }, 'partly'],
    [{ credit: 0.8, correct: false, band: 'near' }, { typed: '3 March 2022' }, 'near'],
    [{ credit: 0.8, correct: false, band: 'near' }, { order: ['a', 'b'] }, 'partly'],
    [{ credit: 0, correct: false, band: 'wrong' }, { pass: true }, 'passed'],
  ] as const;
  test.each(cases)('%o after %o', (verdict, response, outcome) => {
    expect(outcomeOf(verdict, response, 0)).toBe(outcome);
  });
  test('what was right with a hint is not called right', () => {
    expect(outcomeOf({ credit: 1, correct: true, band: 'full' }, { choice: 'b' }, 1)).toBe('hinted');
    expect(outcomeOf({ credit: 0, correct: false, band: 'wrong' }, { choice: 'a' }, 1)).toBe('wrong');
  });
});

test('the key is marked whatever was chosen, and only what is false has a reason', () => {
  expect(judgedOptions(base, { choice: 'a' })).toEqual([
    { id: 'a', text: 'A', is: 'chosen', why: 'not a' },
    { id: 'b', text: 'B', is: 'key', why: null },
    { id: 'c', text: 'C', is: 'other', why: 'not c' },
  ]);
  expect(judgedOptions(base, { pass: true }).map((option) => option.is)).toEqual(['other', 'key', 'other']);
});

describe('events in the order of time', () => {
  const timeline = ['c', 'a', 'b'].map((option, i) => ({
    option,
    date: i === 2 ? null : `${String(i + 1)} March 1901`,
  }));
  test('of an ordering, with the places that were given and the dates that are known', () => {
    const order: Question = { ...base, kind: 'sequence', form: 'order', key: ['c', 'a', 'b'] };
    const rows = judgedRows(order, { order: ['a', 'c', 'b'] }, timeline);
    expect(rows.map(({ id, given, mark, date }) => [id, given, mark, date])).toEqual([
      ['c', 2, 'wrong', '1 March 1901'],
      ['a', 1, 'wrong', '2 March 1901'],
      ['b', null, 'right', null],
    ]);
    expect(judgedRows(order, { pass: true }, timeline).map(({ mark }) => mark)).toEqual(['none', 'none', 'none']);
  });
  test('of which came last, with the key and the choice marked', () => {
    const last: Question = { ...base, kind: 'sequence', form: 'last' };
    expect(judgedRows(last, { choice: 'c' }, timeline).map(({ id, mark }) => [id, mark])).toEqual([
      ['c', 'wrong'],
      ['a', 'none'],
      ['b', 'right'],
    ]);
  });
});

describe('what an explanation adds to the dispatch above it', () => {
  const told = { ...base, dispatch: { place: 'Birk', date: null, text: 'fire destroyed the harbour' } };
  test.each([
    [
      'the note alone',
      { ...told, explanation: 'Birk, 2 March 1901: Fire destroyed the harbour. It burnt for days.' },
      'It burnt for days.',
    ],
    ['nothing without a note', { ...told, explanation: 'Birk, 2 March 1901: Fire destroyed the harbour.' }, ''],
    [
      'all of it when the dispatch is the beginning of a longer sentence',
      { ...told, explanation: 'Birk: Fire destroyed the harbour of Birk.' },
      'Birk: Fire destroyed the harbour of Birk.',
    ],
    [
      'all of it when the dispatch hides the place',
      { ...told, explanation: 'Birk: Fire destroyed the port of Birk.' },
      'Birk: Fire destroyed the port of Birk.',
    ],
    [
      'all of a claim, whose claimant stands nowhere else',
      { ...told, according: 'a pedlar', explanation: 'According to a pedlar: Fire destroyed the harbour.' },
      'According to a pedlar: Fire destroyed the harbour.',
    ],
  ] as const)('%s', (_, question, words) => {
    expect(addedWords(question)).toBe(words);
  });
});
