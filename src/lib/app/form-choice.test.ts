import { describe, expect, it } from 'vitest';
import type { MemoryRecord } from '$lib/core/memory/record';
import type { Kind } from '$lib/core/questions/question';
import { formsInOrder } from './form-choice';

const FORMS = {
  date: ['choice', 'typed'],
  place: ['choice', 'map', 'typed'],
  sequence: ['first', 'last', 'between', 'order'],
  event: ['choice'],
} as const;

function remembered(stability: number, more: Partial<MemoryRecord> = {}): MemoryRecord {
  return {
    key: 'p:e:date', pack: 'p', fact: 'e:date', asked: 'e:date', answer: '2022', state: 'review', memory: { stability, difficulty: 5 }, step: 0,
    reps: 4, lapses: 0, firstDay: 1, lastDay: 9, lastMs: 0, lastEntry: 'a', interval: Math.round(stability), due: 20, dueMs: null, ...more,
  }; // prettier-ignore
}

function first(
  kind: Kind,
  records: readonly (MemoryRecord | null)[],
  harder = false,
  typing = true,
): string | undefined {
  return formsInOrder({ kind, forms: FORMS[kind], records, harder, typing })[0];
}

describe('the form follows the memory', () => {
  it.each([
    ['date', null, 'choice'],
    ['date', 6.9, 'choice'],
    ['date', 7, 'typed'],
    ['date', 400, 'typed'],
    ['place', null, 'choice'],
    ['place', 6.9, 'choice'],
    ['place', 7, 'map'],
    ['place', 20.9, 'map'],
    ['place', 21, 'typed'],
    ['event', 400, 'choice'],
  ] as const)('%s with a stability of %s days: %s', (kind, stability, form) => {
    expect(first(kind, [stability === null ? null : remembered(stability)])).toBe(form);
  });

  it.each(['learning', 'relearning', 'changed'] as const)(
    'back to recognition while it is %s, however stable it was',
    (state) => {
      expect(first('place', [remembered(60, { state })])).toBe('choice');
    },
  );

  it('asks for a harder one after a right answer that may have been luck', () => {
    expect(first('date', [remembered(1)], true)).toBe('typed');
    expect(first('place', [remembered(1)], true)).toBe('map');
    expect(first('place', [remembered(8)], true)).toBe('typed');
    expect(first('place', [remembered(80)], true)).toBe('typed');
    expect(first('sequence', [remembered(1, { state: 'learning' }), null], true)).toBe('between');
    expect(first('event', [remembered(1)], true)).toBe('choice');
  });

  it('takes the next form where the pack lacks one', () => {
    const ask = (forms: readonly string[], stability: number) =>
      formsInOrder({ kind: 'place', forms, records: [remembered(stability)], harder: false, typing: true });
    expect(ask(['choice', 'typed'], 8)).toEqual(['typed', 'choice']);
    expect(ask(['choice', 'map'], 80)).toEqual(['map', 'choice']);
    expect(ask(['typed'], 1)).toEqual(['typed']);
    expect(ask(['choice', 'map', 'typed'], 8)).toEqual(['map', 'typed', 'choice']);
  });

  it('of a chain: one of its events first, the whole of it once a pair is learnt, the weakest pair decides when all are', () => {
    const learnt = remembered(3);
    expect(first('sequence', [null, null])).toBe('first');
    expect(first('sequence', [remembered(3, { state: 'learning' }), null])).toMatch(/^(first|last)$/);
    expect(first('sequence', [learnt, null])).toBe('order');
    expect(first('sequence', [learnt, remembered(90)])).toBe('between');
    expect(first('sequence', [remembered(30), remembered(90)])).toBe('order');
    expect(first('sequence', [remembered(30, { state: 'relearning' }), remembered(90)])).toMatch(/^(first|last)$/);
  });

  it('first and last take turns', () => {
    const after = (reps: number) => first('sequence', [remembered(1, { state: 'learning', reps }), null]);
    expect([after(1), after(2), after(3)].toSorted()).not.toEqual([after(1), after(1), after(1)]);
    expect(after(1)).toBe(after(3));
  });

  it.each([
    ['date', null, 'choice'],
    ['date', 400, 'choice'],
    ['place', null, 'choice'],
    ['place', 8, 'map'],
    ['place', 400, 'map'],
    ['sequence', 400, 'order'],
  ] as const)('with nothing to be typed, %s with %s days is asked as %s', (kind, stability, form) => {
    expect(first(kind, [stability === null ? null : remembered(stability)], false, false)).toBe(form);
  });

  it('asks in a typed form what has no other, though nothing is to be typed', () => {
    expect(formsInOrder({ kind: 'date', forms: ['typed'], records: [null], harder: false, typing: false })).toEqual([
      'typed',
    ]);
  });
});
