import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Verdict } from '$lib/core/answers/response';
import type { Miss } from '$lib/core/answers/reveal';
import { speak } from './language.svelte';
import { missWords } from './miss-words';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '', dataset: {} } });
});

afterEach(() => {
  speak('en');
  vi.unstubAllGlobals();
});

const nearly: Verdict = { correct: false, credit: 0.8, band: 'near' };

/** What was read of a date in a pack that has English texts alone, whoever reads the verdict. */
const dateOff = (off: number, early: boolean): Miss => ({
  is: 'date', understood: '26 February 2022', off, unit: 'day', early, coarser: false, then: null,
}); // prettier-ignore

const cases = [
  ['en', dateOff(1, true), '1 day too early. Counts 80%.'],
  ['en', dateOff(3, false), '3 days too late. Counts 80%.'],
  ['uk', dateOff(1, true), 'Зарано, різниця: 1 день. Зараховано 80%.'],
  ['uk', dateOff(3, false), 'Запізно, різниця: 3 дні. Зараховано 80%.'],
] as const;

test.each(cases)('how far off a date is, is told in the language of the interface: %s', (locale, miss, words) => {
  speak(locale);
  expect(missWords(miss, nearly, { typed: '26 February 2022' })).toBe(words);
});
