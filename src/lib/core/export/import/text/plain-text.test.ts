import { expect, it } from 'vitest';
import { plainText, shorten } from './plain-text';
import { slugOf } from './slug';

it.each([
  ['plain', 'plain'],
  ['<p>One</p><p>two</p>', 'One two'],
  ['wo<b>rd</b>s', 'words'],
  ['line<br/>break', 'line break'],
  ['a &amp; b &lt;c&gt;', 'a & b'],
  ['Caf&eacute; &#8211; &#x201C;x&#x201D; &nbsp; y', 'Café – “x” y'],
  ['&#150;', '–'],
  ['&unknown; &copy 1', '&unknown; &copy 1'],
  ['before<script>alert("</b>")</script>after', 'before after'],
  ['<style>p > a { }</style>text', 'text'],
  ['<script>never closed', ''],
  ['<img alt="a > b" src=x>text', 'text'],
  ["<a title='it\"s > here'>text</a>", 'text'],
  ['<img alt="never closed>text', 'text'],
  ['<!-- <b>hidden</b> -->text', 'text'],
  ['<!-->text', 'text'],
  ['<!DOCTYPE html>text', 'text'],
  ['<scr<script>x</script>ipt>alert(1)</script>', 'x ipt>alert(1)'],
  ['<<b>script>alert(1)', ''],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', ''],
  ['&amp;amp;lt;b&amp;amp;gt;bold', 'bold'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['I <3 you', 'I <3 you'],
  ['x <b and c', 'x b and c'],
  ['\u202Eevil\u202C \u0000null \uFEFFmark soft\u00ADhyphen', 'evil null mark softhyphen'],
  ['  many \n\t blanks ', 'many blanks'],
])('%j reads %j', (html, text) => {
  expect(plainText(html).text).toBe(text);
});

it.each([
  ['<'.repeat(20_000)],
  ['<a '.repeat(6_000)],
  ['<a =">"'.repeat(2_800)],
  ['<!--'.repeat(5_000)],
  ['</script '.repeat(2_000)],
  [`${'&am'.repeat(3_000)}p;lt;b>`],
  ['<b>'.repeat(1_000_000)],
])('hostile markup does not take long: %#', (text) => {
  const start = performance.now();
  plainText(text);
  expect(performance.now() - start).toBeLessThan(2_000);
});

it('tells whether something invisible was left out, and whether the text was cut', () => {
  expect(plainText('a\u200Bb')).toEqual({ text: 'ab', cleaned: true, cut: false });
  expect(plainText('a'.repeat(30_000)).cut).toBe(true);
  expect(shorten('one two three', 11)).toBe('one two …');
});

it.each([
  ['Battle of Hastings', 'battle-of-hastings'],
  ['Облога Києва', 'obloha-kyieva'],
  ['Μάχη του Μαραθώνα', 'machi-tou-marathona'],
  ['Čeští stavové – São Tomé', 'cesti-stavove-sao-tome'],
  ['Straße nach Łódź', 'strasse-nach-lodz'],
  ['თბილისი', 'tbilisi'],
  ['北京', 'u5317-u4eac'],
  ["L'été", 'lete'],
  ['__proto__', 'proto'],
  ['***', null],
  ['', null],
])('the id of %j is %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});
