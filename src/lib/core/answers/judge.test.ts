import { describe, expect, test } from 'vitest';
import { judge } from './judge';
import type { Judgeable } from './judgeable';
import type { Response } from './response';

const choice: Judgeable = {
  kind: 'date',
  form: 'choice',
  options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  key: ['b'],
  ties: [],
  accept: null,
};
const order: Judgeable = { ...choice, kind: 'sequence', form: 'order', key: ['b', 'c', 'a'] };

describe('a choice', () => {
  test.each([
    ['b', { credit: 1, correct: true, band: 'full' }],
    ['a', { credit: 0, correct: false, band: 'wrong' }],
  ])('of %s', (id, verdict) => {
    expect(judge(choice, { choice: id })).toEqual({ ok: true, verdict });
  });

  test.each(['date/choice', 'place/choice', 'sequence/first', 'sequence/last', 'sequence/between', 'event/choice'])('is judged alike in %s', (key) => {
    const [kind = '', form = ''] = key.split('/');
    expect(judge({ ...choice, kind, form }, { choice: 'b' })).toMatchObject({ verdict: { credit: 1 } });
  }); // prettier-ignore
});

test.each([
  ['date', 'choice'],
  ['date', 'typed'],
  ['place', 'map'],
  ['place', 'typed'],
  ['sequence', 'order'],
])('"don’t know" is worth nothing in %s/%s', (kind, form) => {
  expect(judge({ ...choice, kind, form }, { pass: true })).toEqual({
    ok: true,
    verdict: { credit: 0, correct: false, band: 'wrong' },
  });
});

/** What somebody put together wrongly: the caller is told, the learner is not marked. */
const MISFITS: readonly (readonly [string, Judgeable, Response, RegExp])[] = [
  ['a form that does not exist', { ...choice, form: 'guess' }, { choice: 'b' }, /^no form date\/guess \(expected one of /],
  ['a form named like a method', { ...choice, kind: 'constructor', form: 'name' }, { choice: 'b' }, /^no form/],
  ['an order for a choice', choice, { order: ['a'] }, /answered by { "choice": … } or { "pass": true }, not by { "order": … }/],
  ['a choice for an order', order, { choice: 'b' }, /answered by { "order": … }/],
  ['a choice for a typed date', { ...choice, form: 'typed' }, { choice: 'b' }, /answered by { "typed": … }/],
  ['a typed word for a map', { ...choice, kind: 'place', form: 'map' }, { typed: 'Kyiv' }, /answered by { "point": … }/],
  ['an option that is not there', choice, { choice: 'z' }, /^no option "z" \(expected one of a, b, c\)$/],
  ['a question without a key', { ...choice, key: [] }, { choice: 'b' }, /exactly one of its options as its key/],
  ['a question with two keys', { ...choice, key: ['a', 'b'] }, { choice: 'b' }, /exactly one/],
  ['a key that is no option', { ...choice, key: ['z'] }, { choice: 'b' }, /exactly one/],
  ['an order without one', order, { order: ['a', 'b'] }, /"c" is missing/],
  ['an order with one twice', order, { order: ['a', 'b', 'b'] }, /"b" stands more than once/],
  ['an order with a stranger', order, { order: ['a', 'b', 'z'] }, /no option "z"/],
  ['a key that is no order', { ...order, key: ['a', 'b'] }, { order: ['a', 'b', 'c'] }, /the key of the question is no order/],
  ['a tie of a stranger', { ...order, ties: [['a', 'z']] }, { order: ['a', 'b', 'c'] }, /ties .* "z"/],
  ['a typed date without its days', { ...choice, form: 'typed' }, { typed: '2022' }, /needs accept: { from, to, unit }/],
  ['a typed date in no unit', { ...choice, form: 'typed', accept: { from: '2022-03-02', to: '2022-03-02', unit: 'hour' } }, { typed: '2022' }, /"hour" is not one of/],
  ['a typed date between no days', { ...choice, form: 'typed', accept: { from: '2022-03', to: '2022-03-02', unit: 'day' } }, { typed: '2022' }, /"2022-03" is not a day/],
  ['a typed date turned over', { ...choice, form: 'typed', accept: { from: '2022-03-03', to: '2022-03-02', unit: 'day' } }, { typed: '2022' }, /before accept.from/],
  ['a typed place without names', { ...choice, kind: 'place', form: 'typed', accept: { names: [], rivals: [] } }, { typed: 'Kyiv' }, /needs accept: { names, rivals }/],
  ['a map without a point', { ...choice, kind: 'place', form: 'map' }, { point: [30, 50] }, /needs accept: { point/],
  ['a map without extent', { ...choice, kind: 'place', form: 'map', accept: { point: [30, 50], radiusKm: 1, area: null, frame: [30, 50, 30, 50] } }, { point: [30, 50] }, /no extent/],
  ['a map with no shape for an area', { ...choice, kind: 'place', form: 'map', accept: { point: [30, 50], radiusKm: 1, area: 'oblast', frame: [28, 49, 32, 51] } }, { point: [30, 50] }, /^accept.area: /],
  ['a point off the earth', { ...choice, kind: 'place', form: 'map', accept: { point: [30, 50], radiusKm: 1, area: null, frame: [28, 49, 32, 51] } }, { point: [30, 91] }, /no such point/],
]; // prettier-ignore

test.each(MISFITS)('%s is a message, not a mark', (_, question, response, message) => {
  expect(judge(question, response)).toEqual({ ok: false, message: expect.stringMatching(message) as string });
});
