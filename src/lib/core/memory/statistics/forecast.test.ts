import { expect, it } from 'vitest';
import type { MemoryRecord } from '../record';
import { forecastOf } from './forecast';

const record = (fact: string, due: number | null, rest: Partial<MemoryRecord> = {}): MemoryRecord => ({
  key: `p:${fact}`, pack: 'p', fact, asked: fact, answer: 'x', state: 'review', memory: { stability: 3, difficulty: 5 }, step: 0, reps: 1, lapses: 0,
  firstDay: 1, lastDay: 1, lastMs: 1, lastEntry: 'd-1', interval: 3, due, dueMs: null, ...rest,
}); // prettier-ignore

it.each<[string, readonly MemoryRecord[], Partial<ReturnType<typeof forecastOf>>]>([
  ['nothing', [], { overdue: 0, learning: 0, days: [0, 0, 0], later: 0 }],
  [
    'today, in two days, later, never',
    [record('a', 10), record('b', 12), record('c', 13), record('d', null)],
    { days: [1, 0, 1], later: 1 },
  ],
  ['overdue', [record('a', 9), record('b', 2)], { overdue: 2, days: [0, 0, 0] }],
  [
    'steps by the clock, begun today or left yesterday',
    [record('a', 10, { dueMs: 5 }), record('b', 9, { dueMs: 5 })],
    { learning: 2, overdue: 0, days: [0, 0, 0] },
  ],
  [
    'pairs of one chain on one day are one question, on two days two',
    [record('a+b', 11, { asked: 's' }), record('b+c', 11, { asked: 's' }), record('c+d', 12, { asked: 's' })],
    { days: [0, 1, 1] },
  ],
  [
    'a chain with a pair overdue and another due today is asked once',
    [record('a+b', 8, { asked: 's' }), record('b+c', 10, { asked: 's' })],
    { overdue: 1, days: [0, 0, 0] },
  ],
  ['the same fact of two packs', [record('a', 10), record('a', 10, { pack: 'q', key: 'q:a' })], { days: [2, 0, 0] }],
])('%s', (_, records, expected) => {
  expect(forecastOf(records, 10, 3)).toMatchObject(expected);
});

it('what is suspended falls due never, what is buried not before its day', () => {
  const records = [record('a', 10), record('b', 8), record('c', 10, { dueMs: 5 })];
  const care = { suspended: false, buriedUntil: 12 };
  const found = forecastOf(records, 10, 3, {
    careOf: (key) => (key === 'p:a' ? { ...care, suspended: true } : care),
  });
  expect(found).toEqual({ learning: 0, overdue: 0, days: [0, 0, 2], later: 0 });
});

it('what falls due on days planned to be free is asked on the first day after them, and what waits already is not moved', () => {
  const records = [record('a', 11), record('b', 12), record('c', 13), record('d', 9), record('e', 10, { dueMs: 5 })];
  const isRest = (day: number): boolean => day === 11 || day === 12;
  const free = forecastOf(records, 10, 4, { isRest });
  expect(free).toEqual({ learning: 1, overdue: 1, days: [0, 0, 0, 3], later: 0 });
  // Today is free too: what is due today waits for the first day of work.
  expect(forecastOf([record('a', 10)], 10, 4, { isRest: (day) => day < 12 }).days).toEqual([0, 0, 1, 0]);
  // The pair of a chain that is asked with an overdue one is asked once, on whatever day that is.
  const chain = [record('a+b', 9, { asked: 's' }), record('b+c', 10, { asked: 's' })];
  expect(forecastOf(chain, 10, 4, { isRest: (day) => day < 12 })).toMatchObject({ overdue: 1, days: [0, 0, 0, 0] });
});

it('a week without any day to study on leaves everything on its day', () => {
  expect(forecastOf([record('a', 11)], 10, 3, { isRest: () => true }).days).toEqual([0, 1, 0]);
});
