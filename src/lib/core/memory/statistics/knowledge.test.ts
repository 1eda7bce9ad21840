import { expect, it } from 'vitest';
import type { MemoryRecord } from '../record';
import { knowledgeOf, stabilitiesOf } from './knowledge';

const record = (fact: string, stability: number | null): MemoryRecord => ({
  key: `p:${fact}`, pack: 'p', fact, asked: fact, answer: 'x', state: 'review', memory: stability === null ? null : { stability, difficulty: 5 }, step: 0, reps: 1,
  lapses: 0, firstDay: 1, lastDay: 1, lastMs: 1, lastEntry: 'd-1', interval: 3, due: 4, dueMs: null,
}); // prettier-ignore

it('a storyline is known as far as its facts are recalled; what was never asked is not', () => {
  const recall = ({ fact }: MemoryRecord): number | null => ({ a: 0.9, b: 0.5 })[fact] ?? null;
  const groups = [
    { group: 's', facts: ['a', 'b', 'never', 'a'] },
    { group: 't', facts: ['changed'] },
    { group: 'empty', facts: [] },
  ];
  expect(knowledgeOf(groups, [record('a', 9), record('b', 2), record('changed', null)], recall)).toEqual([
    { group: 's', total: 3, met: 2, expected: 1.4 },
    { group: 't', total: 1, met: 1, expected: 0 },
    { group: 'empty', total: 0, met: 0, expected: 0 },
  ]);
});

it.each([
  [0.001, 0], [0.99, 0], [1, 1], [6.9, 1], [7, 2], [21, 3], [90, 4], [365, 5], [36_500, 5],
])('a stability of %f days is counted in class %i', (stability, index) => {
  const bins = stabilitiesOf([record('a', stability), record('b', null)]);
  expect(bins.map(({ facts }) => facts)).toEqual(bins.map((_, at) => (at === index ? 1 : 0)));
}); // prettier-ignore
