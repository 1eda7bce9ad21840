import { describe, expect, test } from 'vitest';
import { smallSet } from '../../../../tests/samples/export-set';
import { SHAPES } from './format';
import { paper } from './paper';
import { versionOf } from './versions';

const rightTexts = ({ questions }: ReturnType<typeof smallSet>): Map<string, string[]> =>
  new Map(
    questions.map(({ id, key, options }) => [
      id,
      key.map((letter) => options.find((option) => option.id === letter)?.text ?? ''),
    ]),
  );

describe('a version of a test', () => {
  test('has the same questions with the same right answers, in another order', () => {
    const set = smallSet();
    const versions = ['A', 'B', 'C', 'D'].map((letter) => versionOf(set, letter));
    for (const version of versions) {
      expect(rightTexts(version).size).toBe(set.questions.length);
      for (const [id, texts] of rightTexts(set)) expect(rightTexts(version).get(id)).toEqual(texts);
      for (const { options } of version.questions) {
        expect(options.map(({ id }) => id)).toEqual(options.map((_, i) => String.fromCharCode(97 + i)));
      }
    }
    const orders = versions.map(({ questions }) => questions.map(({ id }) => id).join());
    expect(new Set(orders).size).toBe(4);
  });

  test('is the same each time, and another with another seed', () => {
    const order = (seed: number): string => JSON.stringify(versionOf(smallSet({ seed }), 'A').questions);
    expect(order(1)).toBe(order(1));
    expect(order(1)).not.toBe(order(2));
  });

  test('never shows a sequence in its right order', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { questions } = versionOf(smallSet({ seed }), 'A');
      const order = questions.find(({ form }) => form === 'order');
      expect(order?.options.map(({ id }) => id)).not.toEqual(order?.key);
    }
  });

  test('ties and proofs go with their options', () => {
    const set = smallSet();
    const questions = set.questions.map((question) => ({
      ...question,
      ties: question.form === 'order' ? [['a', 'c'] as const] : [],
      proof: { key: [], others: { a: [{ rule: 'dated' as const, event: 'gate', when: '1450' }] } },
    }));
    const before = questions.find(({ form }) => form === 'order');
    const after = versionOf({ ...set, questions }, 'B').questions.find(({ form }) => form === 'order');
    const text = (letter: string | undefined, from: typeof after): string | undefined => from?.options.find(({ id }) => id === letter)?.text;
    expect(after?.ties[0]?.map((letter) => text(letter, after))).toEqual(before?.ties[0]?.map((letter) => text(letter, before)));
    expect(text(Object.keys(after?.proof.others ?? {})[0], after)).toBe('The gate fell');
  }); // prettier-ignore

  test('the key on paper is that of the printed letters', () => {
    const set = smallSet();
    const { sheets } = paper(set, { carries: { shapes: SHAPES, drops: [] } }, { substitutes: {}, tooLong: 'shorten', answers: 'end', versions: ['A', 'B', 'C'] });
    expect(sheets.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    for (const { tasks } of sheets) {
      expect(tasks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      for (const { item, options, key } of tasks) {
        const read = key.split(', ').map((letter) => options.find((option) => option.letter === letter)?.text);
        if (item.shape === 'choice') expect(read).toEqual([item.answer]);
        if (item.shape === 'order') expect(read).toEqual(['The siege began', 'The gate fell', 'Peace was made']);
      }
    }
  }); // prettier-ignore
});
