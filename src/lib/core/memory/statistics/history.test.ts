import { describe, expect, it } from 'vitest';
import type { AnswerEntry, LogEntry } from '../log';
import { DEFAULT_PARAMETERS, nameParameters } from '../parameters';
import { schedulersOf } from '../rebuild';
import { createHistoryReader } from './history';
import type { History } from './history';

const set = nameParameters(DEFAULT_PARAMETERS);

function read(log: readonly LogEntry[]): History {
  const reader = createHistoryReader();
  reader.take(log);
  const steps = reader.finish(schedulersOf([set]));
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const answer = (id: string, day: number, rest: Partial<AnswerEntry> = {}): AnswerEntry => ({
  type: 'answer', id, pack: 'p', packVersion: 1, utcMs: day * 86_400_000, day, utcOffsetMinutes: 0, app: 't', fact: 'a:date', form: 'choice', language: 'en', seed: 1,
  options: ['a', 'b'], values: ['x', 'y'], chosen: 'a', credit: 1, guess: 0, milliseconds: 4000, hints: 0, grade: 4,
  marks: [{ fact: 'a:date', answer: 'x', grade: 4, guess: 0, weight: 1, before: null }], parameters: set.id, easy: true, clock: 'clock', ...rest,
}); // prettier-ignore

describe('recalls', () => {
  it('are answers on a later day than the one before', () => {
    const { answers, recalls } = read([answer('1', 1), answer('2', 1, { utcMs: 86_400_001 }), answer('3', 9)]);
    expect(answers).toHaveLength(3);
    expect(recalls.map(({ day }) => day)).toEqual([9]);
  });

  it('need the answer that was learnt: another one is learnt anew', () => {
    const other = { marks: [{ ...answer('', 0).marks[0], answer: 'z' }] as AnswerEntry['marks'] };
    expect(read([answer('1', 1), answer('2', 9, other)]).recalls).toEqual([]);
  });

  it('do not come from cram, which counts as time', () => {
    const cram: LogEntry = { ...answer('2', 9), cram: true };
    const { answers, recalls } = read([answer('1', 1), cram]);
    expect(recalls).toEqual([]);
    expect(answers.map((each) => each.cram)).toEqual([false, true]);
  });

  it('of an ordering that is partly wrong include the pairs that were put right', () => {
    const pair = (fact: string, grade: 1 | 4) => ({ fact, answer: 'before', grade, guess: 0, weight: 1, before: null });
    const order = { fact: 's:sequence:a+b+c', form: 'order', options: ['a', 'b', 'c'], values: ['c', 'a', 'b'] };
    const first = answer('1', 1, { ...order, chosen: ['b', 'c', 'a'], marks: [pair('a+b:before', 4), pair('b+c:before', 4)] });
    const second = answer('2', 9, { ...order, chosen: ['b', 'a', 'c'], grade: 1, marks: [pair('b+c:before', 1)] });
    const { recalls } = read([first, second]);
    expect(recalls.map(({ fact, recalled, form }) => [fact, recalled, form])).toEqual([
      ['b+c:before', false, 'sequence/order'],
      ['a+b:before', true, 'sequence/order'],
    ]);
    // "Don't know" puts nothing right.
    const passed = { ...second, chosen: null, marks: [pair('a+b:before', 1), pair('b+c:before', 1)] };
    expect(read([first, passed]).recalls.map(({ recalled }) => recalled)).toEqual([false, false]);
  }); // prettier-ignore
});

describe('the hour', () => {
  it.each([
    [0, 0, 0],
    [23.9, 0, 23],
    [23, 180, 2],
    [2, -300, 21],
    [0, 345, 5],
  ])('%f h UTC, %i minutes east: %i', (hours, utcOffsetMinutes, hour) => {
    const { answers } = read([answer('1', 1, { utcMs: 86_400_000 + hours * 3_600_000, utcOffsetMinutes })]);
    expect(answers[0]?.hour).toBe(hour);
  });
});

it('an answer taken back on a later day never was', () => {
  const { id, pack, day, app } = answer('2', 9);
  const revoke: LogEntry = { type: 'revoke', id: '3', pack, packVersion: 1, utcMs: 9e9, day: day + 1, utcOffsetMinutes: 0, app, revokes: id, facts: ['a:date'] };
  const { answers, recalls } = read([answer('1', 1), answer('2', 9), revoke]);
  expect(answers.map((each) => each.day)).toEqual([1]);
  expect(recalls).toEqual([]);
}); // prettier-ignore

it('lets others work in between', () => {
  const reader = createHistoryReader();
  reader.take(Array.from({ length: 2000 }, (_, index) => answer(String(index).padStart(5, '0'), 1 + index)));
  const steps = reader.finish(schedulersOf([set]));
  expect(steps.next()).toEqual({ done: false, value: 49 });
});
