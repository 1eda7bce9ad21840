import { expect, it } from 'vitest';
import { streakOf } from './streak';

const TODAY = 100;
const never = (): boolean => false;

it.each<[string, number[], (day: number) => boolean, { current: number; longest: number }]>([
  ['nothing yet', [], never, { current: 0, longest: 0 }],
  ['today only', [100], never, { current: 1, longest: 1 }],
  ['three days up to yesterday: today is still open', [97, 98, 99], never, { current: 3, longest: 3 }],
  ['a day left out', [96, 97, 99, 100], never, { current: 2, longest: 2 }],
  ['two days left out', [96, 97], never, { current: 0, longest: 2 }],
  ['a planned rest day between', [98, 100], (day) => day === 99, { current: 2, longest: 2 }],
  ['a rest day that was studied', [98, 99, 100], (day) => day === 99, { current: 3, longest: 3 }],
  ['rest and then a day left out', [97], (day) => day === 98, { current: 0, longest: 1 }],
  ['on holiday for a week', [90, 91, 92], (day) => day > 92, { current: 3, longest: 3 }],
  ['the longest row lies back', [1, 2, 3, 4, 100], never, { current: 1, longest: 4 }],
  ['days after today, from a clock that ran ahead', [99, 100, 105], never, { current: 2, longest: 2 }],
])('%s', (_, studied, isRest, expected) => {
  expect(streakOf(studied, TODAY, isRest)).toMatchObject(expected);
});

it('counts the last thirty days beside it, rest apart', () => {
  const found = streakOf([70, 71, 90, 100], TODAY, (day) => day % 10 === 0);
  expect(found).toMatchObject({ studiedOfLast30: 3, restedOfLast30: 1, studiedToday: true });
});
