import { describe, expect, test } from 'vitest';
import { HOSTILE } from '../../../../../tests/samples/export-set';
import { clean, countForbidden, oneLine, shorten } from './clean';
import { fileName } from './file-name';
import { guard, isFormula, unguard } from './formula';
import { html, paragraph, xml } from './markup';

describe('clean', () => {
  test('takes out what XML forbids, and counts it', () => {
    expect(clean('a\u000Bb\u0000c\uFFFEd\uD83De')).toBe('abcde');
    expect(countForbidden('a\u000Bb\u0000c\uFFFEd\uD83De')).toBe(4);
  });
  test('leaves letters of every script, emoji and no-break spaces alone', () => {
    for (const text of ['Кирилиця, ґанок', 'مرحبا', '👩‍👩‍👧 🇺🇦', '1450\u00A0року']) expect(oneLine(text)).toBe(text);
  });
  test('knows every line end', () => expect(clean('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd'));
  test('a line is one', () => expect(oneLine('  two\n\nparagraphs\t and a tab ')).toBe('two paragraphs and a tab'));
});

describe('shorten', () => {
  test.each([
    ['fits', 10, 'fits'],
    ['cut behind the last word that fits', 20, 'cut behind the last…'],
    ['Donaudampfschifffahrt', 10, 'Donaudamp…'],
    ['ends in a comma, and goes on', 17, 'ends in a comma…'],
    ['ab👩‍👩‍👧cd', 5, 'ab…'],
    ['cafe\u0301s', 5, 'caf…'],
  ])('%s to %i', (text, most, expected) => expect(shorten(text, most)).toBe(expected)); // prettier-ignore

  test('never longer than told, never half a character', () => {
    for (const text of HOSTILE.map(oneLine)) {
      for (let most = 1; most < 60; most++) {
        const short = shorten(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(countForbidden(short)).toBe(0);
      }
    }
  });
});

describe('formulas', () => {
  test.each(['=1+1', '+1', '-1+1', '@A1', ' =1', '\t=1', '\r=1', '＝1', '\u200B=1'])('%j would be run', (text) => {
    expect(isFormula(text)).toBe(true);
    expect(isFormula(guard(text))).toBe(false);
    expect(unguard(guard(text))).toBe(text);
  });
  test.each(['1066', '-31', '-0.5', '31 BC', "'tis", 'a=b', '– a dash', ''])('%j would not', (text) => {
    expect(guard(text)).toBe(text);
    expect(unguard(text)).toBe(text);
  });
});

describe('markup', () => {
  test('is escaped once', () => {
    expect(xml(`<a & "b" 'c'>`)).toBe('&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;');
    expect(html('<b>&amp;\n"q"')).toBe('&lt;b&gt;&amp;amp;<br>"q"');
    expect(paragraph('a < b')).toBe('<p dir="auto">a &lt; b</p>');
  });
});

describe('file names', () => {
  test.each([
    ['Kyiv, Zhytomyr and Kharkiv, 2022', 'kyiv-zhytomyr-and-kharkiv-2022.csv'],
    ['Київ, 2022: про ім’я', 'київ-2022-про-імя.csv'],
    ['../../etc/passwd', 'etc-passwd.csv'],
    ['con', 'dateline-con.csv'],
    ['***', 'dateline.csv'],
    ['a:b\\c|d?e<f>', 'a-b-c-d-e-f.csv'],
  ])('%s', (title, expected) => expect(fileName(title, 'csv')).toBe(expected)); // prettier-ignore
  test('are short', () => expect(fileName('long '.repeat(50), 'csv').length).toBeLessThanOrEqual(64));
});
