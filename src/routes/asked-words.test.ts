import { expect, test } from 'vitest';
import { dateFact, eventFact, placeFact, sequenceFact, type Fact } from '$lib/core/questions/facts';
import { sayAsked } from './asked-words';

test('every fact of an event is told apart from every other', () => {
  const facts: readonly (readonly [Fact, string])[] = [
    [dateFact('fall', 'whole'), 'when'],
    [dateFact('fall', 'began'), 'when it began'],
    [dateFact('fall', 'ended'), 'when it ended'],
    [placeFact('fall'), 'where'],
    [eventFact('fall', 'date'), 'what happened then'],
    [eventFact('fall', 'place'), 'what happened there'],
    [sequenceFact('war', ['fall', 'rise']), 'order'],
  ];
  expect(facts.map(([{ id, kind }]) => sayAsked({ fact: id, kind }))).toEqual(facts.map(([, words]) => words));
});

test('a fact of a form that this version does not know is told by its kind', () => {
  expect(sayAsked({ fact: 'fall:event-by-weather', kind: 'event' })).toBe('what');
});
