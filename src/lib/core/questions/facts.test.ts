import { describe, expect, it } from 'vitest';
import { buildEvent } from '../../../../tests/samples/build-pack';
import { datedEnds, dateFact, eventFact, parseFact, placeFact, sequenceFact } from './facts';

describe('fact ids', () => {
  it.each([
    [dateFact('siege', 'whole'), 'siege:date'],
    [dateFact('siege', 'began'), 'siege:date-began'],
    [dateFact('siege', 'ended'), 'siege:date-ended'],
    [placeFact('siege'), 'siege:place'],
    [eventFact('siege', 'date'), 'siege:event-by-date'],
    [eventFact('siege', 'place'), 'siege:event-by-place'],
    [sequenceFact('war', ['b', 'a-1', 'a']), 'war:sequence:a+a-1+b'],
  ])('%o is %s and reads back', (fact, id) => {
    expect(fact.id).toBe(id);
    expect(parseFact(id)).toEqual(fact);
  });

  it.each([
    '',
    'siege',
    'siege:',
    'siege:colour',
    'siege:date:x',
    'siege:event',
    'siege:event-by-name',
    ':date',
    'war:sequence',
    'war:sequence:b+a',
    'a:b:c:d',
  ])('“%s” is no fact', (id) => {
    expect(parseFact(id)).toBeNull();
  });
});

describe('datedEnds', () => {
  it.each([
    ['2022-03-02', ['whole day']],
    ['2022-03', ['whole month']],
    ['2022-03-02/2022-03-05', ['began day', 'ended day']],
    ['2022-03-02/2022-04', ['began day', 'ended month']],
    ['2022-03-02/2022-03-02', ['whole day']],
    ['../2022-04-07', []],
    ['2022-11-05/..', []],
    ['[2022-02-24..2022-02-25]', []],
    ['[2022-03-03,2022-03-22]', []],
    [null, []],
  ])('%s', (text, ends) => {
    const found = datedEnds(buildEvent({ id: 'x', when: text }));
    expect(found.map(({ end, date }) => `${end} ${date.precision}`)).toEqual(ends);
  });
});
