import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as yaml from 'yaml';
import type { Path } from './document';
import { createJsonPlaces } from './json-places';
import { plainJson } from './plain-json';
import { createTree } from './yaml-tree';

/** Every path into a value, and of each one that leads nowhere. */
function* pathsInto(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  yield [...path, 'nowhere'];
  yield [...path, 99];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    yield* pathsInto(part, [...path, Array.isArray(value) ? Number(key) : key]);
}

const leaf = fc.oneof(
  fc.string(),
  fc.constantFrom('a "b": {', '\\', 'є’я', '\u2028'),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('node')),
    fc.dictionary(fc.string({ maxLength: 8 }), tie('node')),
  ),
}));
const documents = fc.dictionary(fc.string({ maxLength: 8 }), node);

test('things stand in JSON where the parser of YAML finds them, and read as it reads them', () => {
  let asked = 0;
  fc.assert(
    fc.property(documents, fc.constantFrom(undefined, 1, 2, '\t'), (made, indent) => {
      const text = ` ${JSON.stringify(made, null, indent)}\n`;
      const value = plainJson(text);
      fc.pre(value !== null);
      const lines = new yaml.LineCounter();
      const parsed = yaml.parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false });
      fc.pre(parsed.errors.length === 0);
      const tree = createTree(parsed.contents, yaml);
      const places = createJsonPlaces(text);
      const paths = [...pathsInto(value)];
      asked += paths.length;
      const found = (from: Pick<typeof places, 'offset' | 'keyOffset' | 'written'>, { linePos }: Pick<typeof places, 'linePos'>): unknown[] =>
        paths.map((path) => [path, from.keyOffset(path), from.written(path), from.offset(path), linePos(from.offset(path))]);
      expect(found(places, places)).toEqual(found(tree, { linePos: (at) => lines.linePos(at) }));
    }),
    { numRuns: 100 },
  );
  expect(asked).toBeGreaterThan(1000);
}); // prettier-ignore
