import { describe, expect, test } from 'vitest';
import { judgeOrder } from './judge-order';
import type { Judgeable } from './judgeable';
import { pairsOf } from './order-pairs';

/** A question whose key is the alphabet, as long as asked for. */
function sequence(length: number, ties: readonly (readonly [string, string])[] = []): Judgeable {
  const key = Array.from('abcdef'.slice(0, length));
  return { kind: 'sequence', form: 'order', options: key.map((id) => ({ id })), key, ties, accept: null };
}

function creditOf(question: Judgeable, order: string): number {
  const judged = judgeOrder(question, Array.from(order));
  if (!judged.ok) throw new Error(judged.message);
  return judged.verdict.credit;
}

describe('an order is worth Kendall’s τ, and nothing below 0 (C3)', () => {
  test.each([
    [3, 'abc', 1],
    [3, 'acb', 0.333333],
    [3, 'cab', 0],
    [3, 'cba', 0],
    [4, 'abdc', 0.666667],
    [4, 'badc', 0.333333],
    [5, 'bacde', 0.8],
    [6, 'abcdfe', 0.866667],
  ])('%i: %s → %d', (length, order, credit) => {
    expect(creditOf(sequence(length), order)).toBe(credit);
  });

  test('a near order is near, not right', () => {
    expect(judgeOrder(sequence(5), Array.from('bacde'))).toMatchObject({ verdict: { correct: false, band: 'near' } });
    expect(judgeOrder(sequence(4), Array.from('abdc'))).toMatchObject({ verdict: { correct: false, band: 'wrong' } });
  });
});

describe('ties are right either way (C2)', () => {
  test.each([
    ['abcd', 1],
    ['acbd', 1],
    ['bacd', 0.6],
    ['dcba', 0],
  ])('with b and c tied, %s → %d', (order, credit) => {
    expect(creditOf(sequence(4, [['b', 'c']]), order)).toBe(credit);
  });

  test('a tie may be written either way round', () => {
    expect(creditOf(sequence(4, [['c', 'b']]), 'acbd')).toBe(1);
  });

  test('where nothing is definite, everything is right', () => {
    const all: readonly (readonly [string, string])[] = [['a', 'b'], ['a', 'c'], ['b', 'c']]; // prettier-ignore
    expect(creditOf(sequence(3, all), 'cba')).toBe(1);
  });
});

describe('the pairs of an answer', () => {
  test('that stand next to each other in the key are what is remembered', () => {
    const { neighbours, definite } = pairsOf(sequence(4), Array.from('acbd'));
    expect(neighbours.map(({ earlier, later, right }) => `${earlier}${later}${right ? '+' : '-'}`)).toEqual(['ab+', 'bc-', 'cd+']);
    expect(definite).toHaveLength(6);
  }); // prettier-ignore

  test('that are tied are not remembered', () => {
    expect(pairsOf(sequence(3, [['a', 'b']]), Array.from('bac')).neighbours).toEqual([{ earlier: 'b', later: 'c', right: true }]);
  }); // prettier-ignore

  test('that stand next to each other in the answer are what is shown, each the right way round', () => {
    expect(pairsOf(sequence(3), Array.from('cab')).shown).toEqual([
      { earlier: 'a', later: 'c', right: false },
      { earlier: 'a', later: 'b', right: true },
    ]);
  });
});
