import { describe, expect, it } from 'vitest';
import { gradeBetween, gradeFact, gradeFirst, gradeLast, gradeOf, gradeOrder } from './grading';

const plain = { credit: 1, hints: 0, guess: 0, easy: false };

describe('gradeOf', () => {
  it.each([
    ['right', plain, 3],
    ['right, and called too easy', { ...plain, easy: true }, 4],
    ['right after a hint', { ...plain, hints: 1 }, 1],
    ['too easy after a hint', { ...plain, hints: 1, easy: true }, 1],
    ['a near miss', { ...plain, credit: 0.8 }, 2],
    ['a near miss called too easy', { ...plain, credit: 0.95, easy: true }, 2],
    ['a miss', { ...plain, credit: 0.79 }, 1],
    ['wrong or passed', { ...plain, credit: 0 }, 1],
  ] as const)('%s', (_, outcome, grade) => {
    expect(gradeOf(outcome)).toBe(grade);
  });
});

it('gives a single fact its grade and its guess', () => {
  expect(gradeFact('e:date', { ...plain, guess: 1 / 3 })).toEqual([{ fact: 'e:date', grade: 3, guess: 1 / 3 }]);
});

describe('gradeOrder', () => {
  const chain = ['a', 'b', 'c', 'd'];
  const pairs = ['a+b:before', 'b+c:before', 'c+d:before'];
  it.each([
    ['all right: Good for each pair', ['a', 'b', 'c', 'd'], plain, pairs, 3],
    ['one pair reversed: Again for it alone', ['b', 'a', 'c', 'd'], plain, ['a+b:before'], 1],
    ['the last moved to the front: only its pair is wrong', ['d', 'a', 'b', 'c'], plain, ['c+d:before'], 1],
    ['turned round: Again for each', ['d', 'c', 'b', 'a'], plain, pairs, 1],
    ['passed: Again for each', null, { ...plain, credit: 0 }, pairs, 1],
    ['incomplete: Again for each', ['a', 'b'], { ...plain, credit: 0 }, pairs, 1],
    ['right after a hint: Again for each', ['a', 'b', 'c', 'd'], { ...plain, hints: 1 }, pairs, 1],
    ['all right and too easy: Easy for each', ['a', 'b', 'c', 'd'], { ...plain, easy: true }, pairs, 4],
  ] as const)('%s', (_, given, outcome, facts, grade) => {
    expect(gradeOrder(chain, given, outcome)).toEqual(facts.map((fact) => ({ fact, grade, guess: 0 })));
  });

  it('asks nothing of a tied pair', () => {
    expect(gradeOrder(['a', 'b', 'c'], ['b', 'a', 'c'], plain, [['b', 'a']])).toEqual([
      { fact: 'b+c:before', grade: 3, guess: 0 },
    ]);
  });
});

describe('gradeFirst', () => {
  it.each([
    [1, 3],
    [0, 1],
  ] as const)('with credit %d grades the one neighbouring pair it proves', (credit, grade) => {
    expect(gradeFirst(['a', 'b', 'c'], { ...plain, credit, guess: 1 / 3 })).toEqual([
      { fact: 'a+b:before', grade, guess: 1 / 3 },
    ]);
  });
});

describe('gradeLast', () => {
  it.each([
    [1, 3],
    [0, 1],
  ] as const)('with credit %d grades the one neighbouring pair it proves', (credit, grade) => {
    expect(gradeLast(['a', 'b', 'c'], { ...plain, credit, guess: 1 / 3 })).toEqual([
      { fact: 'b+c:before', grade, guess: 1 / 3 },
    ]);
  });
});

describe('gradeBetween', () => {
  it.each([
    [1, 3],
    [0, 1],
  ] as const)('with credit %d grades the pairs that the key makes with its bounds', (credit, grade) => {
    expect(gradeBetween(['a', 'c'], 'b', { ...plain, credit, guess: 1 / 4 })).toEqual([
      { fact: 'a+b:before', grade, guess: 1 / 4 },
      { fact: 'b+c:before', grade, guess: 1 / 4 },
    ]);
  });
});
