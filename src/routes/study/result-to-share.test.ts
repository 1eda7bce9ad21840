import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { resultToShare } from './result-to-share';

describe('what is passed on of a result', () => {
  it.each([
    ['en', 'Dateline', '7 of 10 right in Dateline: when, where and in what order.'],
    ['uk', 'Dateline', 'Правильно 7 з 10 у Dateline: коли, де і в якому порядку.'],
  ] as const)('in %s: the count and where the app is, and nothing of what was asked', (language, title, text) => {
    overwriteGetLocale(() => language);
    expect(resultToShare({ right: 7, answered: 10 }, 'https://dateline.example/')).toEqual({
      title,
      text,
      url: 'https://dateline.example/',
    });
    overwriteGetLocale(() => 'en');
  });
});
