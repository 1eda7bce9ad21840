import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readUkraineMap, readUkrainePack } from '../../../../tests/content/pack-kit';
import { indexPack } from '../packs/index-pack';
import { createChecker, type Checker } from '../questions/check/checker';
import { createGenerator, type Generator } from '../questions/generator';
import { LANGUAGES, type Question } from '../questions/question';
import { allQuestions } from '../questions/select';
import { setOfQuestions } from './set-of-questions';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let generators: readonly Generator[];
let checker: Checker;
beforeAll(async () => {
  const [pack, shapes] = [await readUkrainePack(), readUkraineMap()];
  generators = LANGUAGES.map((language) => createGenerator(indexPack(pack), { language, shapes }));
  checker = createChecker(pack, shapes);
});

const standIns = (generator: Generator, question: Question): readonly Question[] =>
  setOfQuestions(generator, [question], { id: 'a-set', seed: 1 }).alternatives[question.id] ?? [];

describe('what may stand in for a question of a set', () => {
  test('is proved by the pack like the question itself', () => {
    let checked = 0;
    for (const generator of generators) {
      for (const question of allQuestions(generator, { kinds: [], forms: [], fact: null }, 1)) {
        for (const other of standIns(generator, question)) {
          expect(checker.check(other), other.id).toEqual([]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  test('asks of an order, however long, which of its things came first or last', () => {
    const [generator] = generators;
    if (generator === undefined) throw new Error('no generator');
    const orders = [...allQuestions(generator, { kinds: ['sequence'], forms: ['order'], fact: null }, 1)];
    expect(Math.max(...orders.map(({ key }) => key.length))).toBeGreaterThan(4);
    for (const order of orders) {
      const valueOf = (letter: string | undefined, { options }: Question) =>
        options.find(({ id }) => id === letter)?.value;
      const others = standIns(generator, order);
      expect(others.length, order.id).toBeGreaterThan(0);
      for (const other of others) {
        expect(other.options.length).toBe(Math.min(4, order.key.length));
        const end = other.form === 'first' ? order.key[0] : order.key.at(-1);
        expect(valueOf(other.key[0], other)).toBe(valueOf(end, order));
      }
    }
  });
});
