import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { plainJson } from './plain-json';
import { readDocument } from './read-document';

const deep = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

describe('a text that is plain JSON', () => {
  it.each([
    ['{}', {}],
    ['{"a": [1, "x: y", {"b\\"": null}], "c" : {"a": "\\\\"}}', { a: [1, 'x: y', { 'b"': null }], c: { a: '\\' } }],
    ['\n{"text":"a \\"quoted\\": word","n":-1.5e3}\n', { text: 'a "quoted": word', n: -1500 }],
  ])('is read: %s', (text, value) => {
    expect(plainJson(text)).toEqual(value);
    expect(readDocument({ file: 'a.json', text, role: 'whole' }, yaml).document?.value).toEqual(value);
  });

  it.each([
    ['a key stands twice', '{"a": 1, "a": 2}'],
    ['a key stands twice inside', '{"list": [{"id": "x", "id": "y"}]}'],
    ['a key is one that objects have', '{"__proto__": {"a": 1}}'],
    ['a key is one that objects have, inside', '{"a": {"constructor": 1}}'],
    ['it nests too deep', deep(31)],
    ['it is a list', '[1]'],
    ['it is a word', '"a"'],
    ['it is nothing', 'null'],
    ['it is YAML', 'a: 1'],
    ['it is not closed', '{"a": 1'],
  ])('is left to the parser that tells places where %s', (_, text) => {
    expect(plainJson(text)).toBeNull();
  });
});

it('what is wrong in it is told with its place, as of any other text', () => {
  const text = '{\n  "format": "dateline-pack/1",\n  "events": [ { "id": 7 } ]\n}';
  const { document } = readDocument({ file: 'a.json', text, role: 'whole' }, yaml);
  expect(document?.at(['events', 0, 'id'])).toEqual({ file: 'a.json', line: 3, column: 23 });
  expect(document?.keyAt(['events', 0, 'id'])).toEqual({ file: 'a.json', line: 3, column: 17 });
  expect(document?.writtenAt(['events', 0, 'id'])).toBe('7');
  expect(readDocument({ file: 'a.json', text: '{\n "a": 1,\n "a": 2 }', role: 'whole' }, yaml).problems).toMatchObject([
    { line: 3, column: 2, path: 'a', message: 'stands twice' },
  ]);
});
