import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64 } from './base64';
import { csv } from './csv';
import { png } from './png';
import { sha1Hex, uuidOf } from './sha1';
import { fromUtf8, utf8, utf8WithBom } from './utf8';
import { unzip, zip } from './zip';

describe('SHA-1', () => {
  test('is that of Node, for texts of any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha1Hex(text)).toBe(createHash('sha1').update(text).digest('hex'));
      }),
    );
    // Where the length no longer fits into the last block.
    for (const length of [54, 55, 56, 63, 64, 65, 119, 120])
      expect(sha1Hex('a'.repeat(length))).toBe(createHash('sha1').update('a'.repeat(length)).digest('hex'));
  });
  test('makes ids that look like a UUID', () =>
    expect(uuidOf('x')).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u));
});

test('base 64 is that of Node', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => { expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64')); })); // prettier-ignore
});

test('UTF-8 is that of the platform, there and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(Buffer.from(utf8(text)).equals(Buffer.from(new TextEncoder().encode(text)))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(fromUtf8(utf8(text))).toBe(text.replace(/^\uFEFF/u, ''));
    }),
  );
  const long = 'ґ'.repeat(20_001);
  expect(fromUtf8(utf8(long))).toBe(long);
  expect(fromUtf8(Uint8Array.of(0x61, 0xc3, 0x28, 0xff, 0x62))).toBe('a\uFFFD(\uFFFDb');
});

test('UTF-8 goes there and back, with and without a mark', () => {
  expect(fromUtf8(utf8('ґ👩‍👩‍👧'))).toBe('ґ👩‍👩‍👧');
  expect([...utf8WithBom('a')]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
  expect(fromUtf8(utf8WithBom('a'))).toBe('a');
});

test('an archive has the same bytes in every time zone', () => {
  const make = (zone: string): string => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    const bytes = zip([['a/б.txt', 'text'], ['b.png', Uint8Array.of(1, 2)]]); // prettier-ignore
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    return Buffer.from(bytes).toString('hex');
  };
  expect(make('America/Los_Angeles')).toBe(make('Asia/Tokyo'));
  expect(Object.keys(unzip(Buffer.from(make('UTC'), 'hex')))).toEqual(['a/б.txt', 'b.png']);
});

test('a table quotes what needs it', () => {
  expect(csv([['a', 'b,c', 'd"e', 'two\nlines', ' space', '=1+1']])).toBe(`a,"b,c","d""e","two\nlines"," space",'=1+1\r\n`);
  expect(csv([['a', 'b,c']], '\t')).toBe('a\tb,c\r\n');
}); // prettier-ignore

test('a picture is a PNG whose rows come back', () => {
  const bytes = Buffer.from(png({ width: 2, height: 2, pixels: Uint8Array.of(0, 1, 1, 0), palette: [[1, 2, 3], [4, 5, 6]] })); // prettier-ignore
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const at = bytes.indexOf('IDAT');
  expect([...inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)))]).toEqual([0, 0, 1, 0, 1, 0]);
});
