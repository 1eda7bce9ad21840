import { describe, expect, it } from 'vitest';
import type { Question } from '$lib/core/questions/question';
import type { FactInfo, QuestionSource } from './ports';
import { partOf, sharedSource } from './shared-source';

const info = (fact: string, kind: FactInfo['kind'], events: readonly string[]): FactInfo => ({
  fact, kind, storyline: 'siege', events, forms: ['choice'], memories: [],
}); // prettier-ignore
const FACTS = [
  info('gate:date', 'date', ['gate']),
  info('gate:place', 'place', ['gate']),
  info('siege:sequence:a+b+c', 'sequence', ['a', 'b', 'c']),
  info('siege:sequence:d+e+f', 'sequence', ['d', 'e', 'f']),
];
const item = (fact: string, stem?: string) => ({
  fact, form: 'choice', seed: 7, locked: false, edit: stem === undefined ? null : { stem },
}); // prettier-ignore

describe('the facts of a link', () => {
  it('are those of the pack, and what the pack does not ask is counted', () => {
    const part = partOf(FACTS, [item('gate:date'), item('wall:date'), item('gate:place')]);
    expect([...part.facts]).toEqual(['gate:date', 'gate:place']);
    expect(part.gone).toBe(1);
  });

  it('of a sequence that is divided otherwise here are the chains that hold two of its events', () => {
    const part = partOf(FACTS, [item('siege:sequence:b+c+d'), item('siege:sequence:a+d+x')]);
    expect([...part.facts]).toEqual(['siege:sequence:a+b+c']);
    expect(part.gone).toBe(1);
  });
});

describe('the questions of a link', () => {
  const asked: string[] = [];
  const source: QuestionSource = {
    pack: { id: 'siege' } as QuestionSource['pack'],
    facts: () => FACTS,
    groundwork: [],
    question: (fact, form, seed) => {
      asked.push(`${fact} ${form} ${String(seed)}`);
      return { fact, form, seed, stem: 'When?', options: [], key: [], explanation: '' } as unknown as Question;
    },
    hints: () => [],
    reveal: () => ({}) as ReturnType<QuestionSource['reveal']>,
  };

  it('that were edited are asked as the teacher saw them, all others as the memory wants them', () => {
    const shared = sharedSource(source, [item('gate:date', 'Which day?'), item('gate:place')]);
    expect(shared.question('gate:date', 'typed', 99, null)?.stem).toBe('Which day?');
    expect(shared.question('gate:place', 'typed', 99, null)?.stem).toBe('When?');
    expect(asked).toEqual(['gate:date choice 7', 'gate:place typed 99']);
    expect(shared.facts()).toBe(FACTS);
  });
});
