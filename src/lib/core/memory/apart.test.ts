import { describe, expect, it } from 'vitest';
import { allowedBy, keptApart } from './apart';
import type { CareRecord } from './care';
import type { Confusion } from './confusion';

const facts = [
  { fact: 'a:date', memories: [{ fact: 'a:date', answer: '2022-03-01' }] },
  { fact: 'a:place', memories: [{ fact: 'a:place', answer: 'kyiv' }] },
  { fact: 'b:date', memories: [{ fact: 'b:date', answer: '2022-03-02' }] },
  { fact: 'b:place', memories: [{ fact: 'b:place', answer: 'irpin' }] },
  { fact: 'c:date-began', memories: [{ fact: 'c:date-began', answer: '2022-03-02' }] },
  { fact: 'c:place', memories: [{ fact: 'c:place', answer: 'irpin' }] },
];
const care = (fact: string, confusion: Partial<Confusion> = {}, change: Partial<CareRecord> = {}): CareRecord => ({
  key: `p:${fact}`, pack: 'p', fact, suspended: false, buriedUntil: null, flags: [], reports: [],
  confusions: [{ value: '2022-03-02', event: null, times: 2, ever: 2, ...confusion }], ...change,
}); // prettier-ignore

describe('facts are kept apart', () => {
  it.each<readonly [string, CareRecord, string, readonly string[]]>([
    ['from the same of the event that is taken for theirs', care('a:date', { event: 'b' }), 'a:date', ['b:date']],
    ['and the other way round', care('a:date', { event: 'b' }), 'b:date', ['a:date']],
    ['whichever end of it the event’s date is', care('a:date', { event: 'c' }), 'a:date', ['c:date-began']],
    ['from all that have that date, where the event is not known', care('a:date'), 'a:date', ['b:date', 'c:date-began']],
    ['from all at that place', care('a:place', { value: 'irpin' }), 'a:place', ['b:place', 'c:place']],
    ['not after they were told apart', care('a:date', { times: 0 }), 'a:date', []],
    ['not after one mistake', care('a:date', { times: 1 }), 'a:date', []],
    ['by their dates, where two events are put the wrong way round', care('a+b:before', { value: 'swapped' }), 'a:date', ['b:date']],
    ['not from themselves', care('b:date', { value: '2022-03-02', event: 'b' }), 'b:date', []],
  ])('%s', (_, record, fact, apart) => {
    expect(keptApart(facts, [record])(fact)).toEqual(apart);
  }); // prettier-ignore
});

it('a plan asks what the learner allows', () => {
  const records = [care('a:date', { times: 0 }, { suspended: true }), care('b:date', {}, { buriedUntil: 11 })];
  const { mayAsk } = allowedBy(records, 'p', facts, 10);
  expect(['a:date', 'b:date', 'a:place'].map((fact) => mayAsk(fact))).toEqual([false, false, true]);
  expect(allowedBy(records, 'p', facts, 11).mayAsk('b:date')).toBe(true);
});
