import { expect, it } from 'vitest';
import { readWish, studyQuery } from './study-wish';

it.each([
  ['pack=p', { mode: 'study', storyline: null, place: null }],
  ['pack=p&storyline=kyiv&place=bucha', { mode: 'study', storyline: 'kyiv', place: 'bucha' }],
  ['pack=p&place=bucha&mode=cram', { mode: 'cram', storyline: null, place: 'bucha' }],
  [
    'pack=p&fact=a%3Adate&fact=b%3Aplace',
    { mode: 'study', storyline: null, place: null, facts: ['a:date', 'b:place'] },
  ],
] as const)('%s says what is to be studied, and is written so', (query, wish) => {
  expect(readWish(new URLSearchParams(query))).toEqual(wish);
  expect(studyQuery('p', wish)).toBe(query);
});

it('takes an empty name and an unknown mode for none', () => {
  expect(readWish(new URLSearchParams('pack=p&storyline=&place=&mode=fast'))).toEqual({
    mode: 'study',
    storyline: null,
    place: null,
  });
});
