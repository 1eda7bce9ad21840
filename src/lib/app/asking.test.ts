import { describe, expect, it } from 'vitest';
import { pairsOfChain } from '$lib/core/memory/memory-key';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { Question } from '$lib/core/questions/question';
import { askItem } from './asking';
import type { FactInfo, QuestionSource } from './ports';

const PAIRS = pairsOfChain(['a', 'b', 'c', 'd']);
const CHAIN: FactInfo = {
  fact: 's:sequence:a+b+c+d', kind: 'sequence', storyline: 's', events: ['a', 'b', 'c', 'd'], forms: ['first', 'last', 'order'],
  memories: PAIRS.map((fact) => ({ fact, answer: 'before' })),
}; // prettier-ignore

function record(fact: string, state: MemoryRecord['state']): MemoryRecord {
  return {
    key: `p:${fact}`, pack: 'p', fact, asked: CHAIN.fact, answer: 'before', state, memory: { stability: 2, difficulty: 5 }, step: 0,
    reps: 3, lapses: 1, firstDay: 1, lastDay: 9, lastMs: 0, lastEntry: 'a', interval: 2, due: 9, dueMs: null,
  }; // prettier-ignore
}

/** The form in which a chain is asked whose pair at `failed` is being learnt anew. */
function formAsked(failed: number): string | undefined {
  const source = {
    pack: { id: 'p' },
    question: (_: string, form: string) => ({ form }) as Question,
  } as unknown as QuestionSource;
  const records = new Map(
    PAIRS.map((fact, at) => [`p:${fact}`, record(fact, at === failed ? 'relearning' : 'review')]),
  );
  const item = { fact: CHAIN.fact, reason: 'learning', attempt: 0, harder: false } as const;
  return askItem(source, CHAIN, item, (key) => records.get(key) ?? null)?.question.form;
}

describe('a short chain with one pair that failed', () => {
  // A session once asked for the first and the last of a chain 500 times over, while the pair in its middle waited to be learnt.
  it.each([
    ['its first pair: which came first', 0, 'first'],
    ['its middle pair: only an ordering tells', 1, 'order'],
    ['its last pair: which came last', 2, 'last'],
  ])('%s', (_, failed, form) => {
    expect(formAsked(failed)).toBe(form);
  });
});
