import { expect, test } from 'vitest';
import { readSpot, spotQuery, type Spot } from './address';

const NOWHERE: Spot = { view: 'timeline', storyline: null, place: null, status: null, event: null, day: null };

test('an address without more than its pack is the timeline of everything', () => {
  expect(readSpot(new URLSearchParams('pack=p'))).toEqual(NOWHERE);
  expect(spotQuery('p', NOWHERE)).toBe('pack=p');
});

test.each<Spot>([
  { ...NOWHERE, view: 'list' },
  { ...NOWHERE, storyline: 'ivankiv' },
  { view: 'list', storyline: 'a', place: 'b', status: 'conflict', event: 'c', day: null },
  { ...NOWHERE, view: 'map', day: '2022-03-02' },
  { ...NOWHERE, view: 'map', day: '-0479-09-29' },
])('what is written is read again: %o', (spot) => {
  expect(readSpot(new URLSearchParams(spotQuery('p', spot)))).toEqual(spot);
});

test('what an address says and nobody knows counts as absent', () => {
  expect(readSpot(new URLSearchParams('pack=p&view=globe&status=true&event=&storyline=&day=soon'))).toEqual(NOWHERE);
});
