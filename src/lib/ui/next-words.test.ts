import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { nextWords } from './next-words';

afterEach(() => {
  overwriteGetLocale(() => 'en');
});

const cases = [
  ['en', { minutes: 1 }, 'You will see it again in 1 minute.'],
  ['en', { minutes: 10 }, 'You will see it again in 10 minutes.'],
  ['en', { days: 0 }, 'You will see it again today.'],
  ['en', { days: 1 }, 'You will see it again tomorrow.'],
  ['en', { days: 59 }, 'You will see it again in 59 days.'],
  ['en', { days: 60 }, 'You will see it again in about 2 months.'],
  ['uk', { minutes: 1 }, 'Ви побачите це знову за 1 хвилину.'],
  ['uk', { minutes: 3 }, 'Ви побачите це знову за 3 хвилини.'],
  ['uk', { minutes: 11 }, 'Ви побачите це знову за 11 хвилин.'],
  ['uk', { days: 21 }, 'Ви побачите це знову за 21 день.'],
  ['uk', { days: 22 }, 'Ви побачите це знову за 22 дні.'],
  ['uk', { days: 25 }, 'Ви побачите це знову за 25 днів.'],
  ['uk', { days: 152 }, 'Ви побачите це знову приблизно за 5 місяців.'],
] as const;

test.each(cases)('%s %o', (locale, next, words) => {
  overwriteGetLocale(() => locale);
  expect(nextWords(next, false)).toBe(words);
});

test('what comes back in this session says so before anything else', () => {
  overwriteGetLocale(() => 'en');
  expect(nextWords({ minutes: 10 }, true)).toBe('You will see it again in this session.');
});
