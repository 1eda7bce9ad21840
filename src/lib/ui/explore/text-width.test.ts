import { expect, test } from 'vitest';
import { recordedContext } from '../../../../tests/samples/painted';
import { fittedText } from './text-width';

const TEXT = 'Russian troops broke through at Ivankiv';
/** A letter is six pixels wide, so is the sign that a text goes on. */
const fitted = (letters: number, text = TEXT): string =>
  fittedText(recordedContext().context, 'font', text, letters * 6);

test('a text that has room stays whole', () => {
  expect(fitted(TEXT.length)).toBe(TEXT);
});

test('a text breaks off between words, never within one, and keeps to its room', () => {
  for (let letters = 0; letters < TEXT.length; letters += 1) {
    const text = fitted(letters);
    expect(text.length).toBeLessThanOrEqual(letters);
    if (text !== '') expect(TEXT.startsWith(`${text.slice(0, -1)} `)).toBe(true);
  }
});

test('a line does not break off after a small word or a comma', () => {
  expect(fitted(32)).toBe('Russian troops broke through…');
  expect(fitted(18, 'A siege of the city of Chernihiv began')).toBe('');
  expect(fitted(20, 'Загорілися два склади, у Василькові')).toBe('Загорілися…');
  expect(fitted(25, 'Загорілися два склади, у Василькові')).toBe('Загорілися два склади…');
});

test('a beginning that would tell nothing is left out', () => {
  expect(fitted(8, 'Railway workers disrupted the railways')).toBe('');
  expect(fitted(3, 'Ні')).toBe('Ні');
});
