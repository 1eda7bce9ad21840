import { describe, expect, it } from 'vitest';
import type { AnswerEntry, LogEntry } from './log';
import { memoriesOf, paceOf } from './pace';
import type { MemoryRecord } from './record';

const answer = (i: number, { right = true, first = false, seconds = 10, guess = 0 }): AnswerEntry => ({
  type: 'answer', id: `d-${String(i).padStart(5, '0')}`, pack: 'p', packVersion: 1, utcMs: i, day: 100, utcOffsetMinutes: 0, app: 't', fact: 'a:date', form: 'choice',
  language: 'en', seed: 1, options: [], values: [], chosen: null, credit: right ? 1 : 0, guess, milliseconds: seconds * 1000, hints: 0, grade: right ? 3 : 1,
  marks: [{ fact: 'a:date', answer: '2022', grade: right ? 3 : 1, guess, weight: 1, before: first ? null : { stability: 1, difficulty: 5 } }],
  parameters: 's', easy: false, clock: 'clock',
}); // prettier-ignore
const revoke = (i: number, revokes: string): LogEntry => ({
  type: 'revoke', id: `r-${String(i)}`, pack: 'p', packVersion: 1, utcMs: i, day: 100, utcOffsetMinutes: 0, app: 't', revokes, facts: ['a:date'],
}); // prettier-ignore

describe('paceOf', () => {
  it('takes the usual until there are enough answers', () => {
    expect(paceOf([])).toEqual({ secondsRight: 15, secondsWrong: 15, firstRight: 0.5, guess: 0.25 });
  });

  it('takes medians and shares, and leaves out what was taken back', () => {
    const log = [
      ...Array.from({ length: 21 }, (_, i) => answer(i, { seconds: i, guess: 0.5 })),
      ...Array.from({ length: 20 }, (_, i) => answer(100 + i, { right: false, seconds: 30 + i })),
      ...Array.from({ length: 20 }, (_, i) => answer(200 + i, { right: i < 5, first: true, seconds: 10 })),
      answer(300, { seconds: 100, guess: 1 }),
      revoke(301, 'd-00300'),
    ];
    const pace = paceOf(log);
    expect(pace.secondsRight).toBe(10);
    // Twenty from 30 to 49 and fifteen of ten.
    expect(pace.secondsWrong).toBe(32);
    expect(pace.firstRight).toBe(0.25);
    expect(pace.guess).toBeCloseTo(10.5 / 41, 12);
  });

  it('goes by the latest thousand', () => {
    const log = Array.from({ length: 3000 }, (_, i) => answer(i, { seconds: i < 2000 ? 60 : 5 }));
    expect(paceOf(log).secondsRight).toBe(5);
  });
});

it('takes memories as they stand on a day, without those that are not asked', () => {
  const record = (over: Partial<MemoryRecord>): MemoryRecord => ({
    key: 'p:a', pack: 'p', fact: 'a', asked: 'a', answer: 'x', state: 'review', memory: { stability: 9, difficulty: 4 }, step: 0, reps: 1, lapses: 0, firstDay: 90,
    lastDay: 95, lastMs: 0, lastEntry: 'e', interval: 9, due: 104, dueMs: null, ...over,
  }); // prettier-ignore
  const memories = memoriesOf(
    [record({}), record({ due: 98 }), record({ due: null }), record({ memory: null, state: 'changed' })],
    100,
  );
  expect([...memories.dueIn]).toEqual([4, 0]);
  expect([...memories.elapsed]).toEqual([5, 5]);
  expect([...memories.stability]).toEqual([9, 9]);
});
