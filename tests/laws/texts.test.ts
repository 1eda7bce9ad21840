import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  foldText,
  kindOfWord,
  readDifferently,
  sameStem,
  stemBucket,
  wordsOf,
} from '../../src/lib/core/questions/text';

/** Letters that fold into one another, signs, and both scripts: pieces of which texts are most likely to be told apart wrongly. */
const text = fc
  .array(
    fc.constantFrom('a', 'A', 'b', 'Z', '0', '9', ' ', '  ', '-', '.', "'", '’', '`', 'é', 'e\u0301', 'e', '\u212a', 'k', 'К', 'и', 'и\u0306', 'й', 'Ї', 'о', '@', '[', '{'),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join('')); // prettier-ignore

/** The words as the rule has it, without a short way for plain texts. */
function words(read: string): readonly string[] {
  const folded = read.normalize('NFC').toLowerCase();
  return folded.replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

test('plain texts are read word for word like any other', () => {
  fc.assert(fc.property(fc.oneof(text, fc.string()), (one) => {
    expect(wordsOf(one)).toEqual(words(one));
  })); // prettier-ignore
});

test('texts read differently exactly if no two fold to the same words', () => {
  fc.assert(fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
    expect(readDifferently(texts)).toBe(new Set(texts.map(foldText)).size === texts.length);
  })); // prettier-ignore
});

test('forms of one word stand in one bucket', () => {
  fc.assert(fc.property(text, text, (a, b) => {
    for (const one of wordsOf(a)) for (const other of wordsOf(b)) if (sameStem(one, other)) expect(stemBucket(one)).toBe(stemBucket(other));
  })); // prettier-ignore
});

test.each([['києва', 'київа'], ['captured', 'captures'], ['лідер', 'лодер']])('%s and %s are of one kind', (a, b) => {
  expect(kindOfWord(a)).toBe(kindOfWord(b));
}); // prettier-ignore
