import { describe, expect, test } from 'vitest';
import type { Item, ItemOf } from '../../../src/lib/core/export/item';
import { identifierOf } from '../../../src/lib/core/export/qti/names';
import { hostileSet, smallSet } from '../../samples/export-set';
import { answersForCanvas, answersForMoodle, readItems12, score12, type Item12 } from '../../samples/read-qti12';
import { textOf, written, type Tried } from './written';

// What an item of QTI 1.2 is worth to a reader that goes by the letter, and what two importers make of it that do not.

function itemsIn({ files }: Tried): ReadonlyMap<string, Item12> {
  const xml = [...files].find(([path]) => path.endsWith('.xml') && !/manifest|meta/u.test(path))?.[1];
  return new Map(readItems12(textOf(xml)).map((item) => [item.ident, item]));
}

const shaped = <S extends Item['shape']>({ items }: Tried, shape: S): readonly ItemOf<S>[] => {
  const found = items.filter((item): item is ItemOf<S> => item.shape === shape);
  expect(found.length, shape).toBeGreaterThan(0);
  return found;
};

describe.each(['qti12', 'cc11'] as const)('%s, scored by the letter', async (id) => {
  const tried = await written(id, hostileSet());
  const read = itemsIn(tried);
  const of = (item: Item): Item12 => {
    const found = read.get(identifierOf(item.id));
    if (found === undefined) throw new Error(`${item.id} is not in the file`);
    return found;
  };

  test('every accepted spelling of a typed answer is right by itself, in any case, and nothing else is', () => {
    for (const item of shaped(tried, 'typed')) {
      for (const text of item.answers) {
        expect(score12(of(item), { response1: [text] }), text).toBe(100);
        expect(score12(of(item), { response1: [text.toUpperCase()] }), text).toBe(100);
      }
      expect(score12(of(item), { response1: ['never'] })).toBe(0);
      expect(score12(of(item), {})).toBe(0);
    }
    expect(shaped(tried, 'typed').some(({ answers }) => answers.length > 5)).toBe(true);
  });

  test('one option of a choice is right, and no other', () => {
    for (const item of shaped(tried, 'choice')) {
      const scores = item.options.map((option) => score12(of(item), { response1: [`answer_${option.id}`] }));
      expect(scores).toEqual(item.options.map(({ right }) => (right ? 100 : 0)));
    }
  });

  test('Canvas and Moodle find every accepted spelling, and nothing besides', () => {
    for (const item of shaped(tried, 'typed')) {
      expect([...new Set(answersForCanvas(of(item)))].sort()).toEqual([...item.answers].sort());
      if (id === 'cc11') expect(answersForMoodle(of(item))).toEqual(item.answers);
    }
  });
});

describe('qti12 besides', () => {
  test('an order is right in its own order only', async () => {
    const tried = await written('qti12', hostileSet());
    const read = itemsIn(tried);
    for (const item of shaped(tried, 'order')) {
      const one = read.get(identifierOf(item.id));
      const score = (ids: readonly string[]) => one && score12(one, { response1: ids.map((each) => `thing_${each}`) });
      const right = item.ordered.map((each) => each.id);
      expect(score(right)).toBe(100);
      expect([score(right.toReversed()), score(right.slice(1)), score([])]).toEqual([0, 0, 0]);
    }
  });

  test('pairs share a hundred, whatever their number', async () => {
    const tried = await written('qti12', smallSet(), { substitutes: { order: 'match' } });
    const [item] = shaped(tried, 'match');
    const one = item && itemsIn(tried).get(identifierOf(item.id));
    if (!one) throw new Error('no pairs');
    const answers = item.pairs.map(({ thing, position }) => [`response_${thing.id}`, [`place_${position}`]] as const);
    expect(score12(one, Object.fromEntries(answers))).toBeCloseTo(100, 9);
    expect(score12(one, Object.fromEntries(answers.slice(1)))).toBeCloseTo(66.67, 9);
    expect(score12(one, Object.fromEntries(answers.map(([respident]) => [respident, ['place_9']])))).toBe(0);
  });
});
