import { expect, it } from 'vitest';
import { activityByDay, activityByHour, timeSpent } from './activity';
import type { StudiedAnswer } from './history';

const answer = (day: number, hour = 18, right = true, milliseconds = 5000): StudiedAnswer => ({
  pack: 'p', day, hour, milliseconds, right, cram: false,
}); // prettier-ignore

it('days without answers are there, days outside are not', () => {
  expect(activityByDay([answer(3), answer(3), answer(5), answer(2), answer(9)], 3, 6)).toEqual([
    { day: 3, answers: 2, milliseconds: 10_000 },
    { day: 4, answers: 0, milliseconds: 0 },
    { day: 5, answers: 1, milliseconds: 5000 },
    { day: 6, answers: 0, milliseconds: 0 },
  ]);
  expect(activityByDay([answer(3)], 5, 4)).toEqual([]);
});

it('means count only days on which something was done', () => {
  expect(timeSpent(activityByDay([answer(1), answer(1), answer(4, 18, true, 20_000)], 1, 10))).toEqual({
    answers: 3,
    milliseconds: 30_000,
    days: 2,
    perAnswer: 10_000,
    perDay: 15_000,
  });
  expect(timeSpent([])).toEqual({ answers: 0, milliseconds: 0, days: 0, perAnswer: null, perDay: null });
});

it('hours count answers and right ones', () => {
  const hours = activityByHour([answer(1, 0), answer(1, 23, false), answer(2, 23)]);
  expect(hours).toHaveLength(24);
  expect(hours[0]).toEqual({ hour: 0, answers: 1, right: 1 });
  expect(hours[23]).toEqual({ hour: 23, answers: 2, right: 1 });
});
