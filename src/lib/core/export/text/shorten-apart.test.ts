import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortenApart } from './shorten-apart';

describe('texts cut so that they can be told apart', () => {
  test.each([
    ['short ones stay', ['one', 'two'], 10, ['one', 'two']],
    [
      'what differs early is cut at its end',
      ['The siege of the town', 'A siege of the town'],
      12,
      ['The siege…', 'A siege of…'],
    ],
    [
      'what begins alike is cut at its beginning',
      [
        'The governor of the town said that twenty fell',
        'The governor of the town said that seventy fell',
        'The mill burnt',
      ],
      20,
      ['…twenty fell', '…seventy fell', 'The mill burnt'],
    ],
    [
      'never inside a word that they share',
      ['unbelievable acts of one', 'unbelievable acts of two'],
      14,
      ['…one', '…two'],
    ],
    ['one long word: nothing helps', ['aaaaaaaaaaaaaaaab', 'aaaaaaaaaaaaaaaac'], 8, ['aaaaaaa…', 'aaaaaaa…']],
  ])('%s', (_name, texts, most, expected) => {
    expect(shortenApart(texts, most)).toEqual(expected);
  });

  test('are never longer than allowed, and as many as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 6 }),
        fc.integer({ min: 8, max: 40 }),
        (texts, most) => {
          const cut = shortenApart(texts, most);
          expect(cut.length).toBe(texts.length);
          for (const [i, short] of cut.entries()) {
            expect(short.length).toBeLessThanOrEqual(most);
            if ((texts[i] ?? '').length <= most)
              expect(texts.filter((text) => text === texts[i]).length > 1 || short === texts[i]).toBe(true);
          }
        },
      ),
    );
  });
});
