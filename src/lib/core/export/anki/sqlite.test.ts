import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSqlite } from '../../../../../tests/samples/read-sqlite';
import { sqlite } from './sqlite';
import type { Value } from './sqlite-record';

const SQL = 'CREATE TABLE t (id integer primary key, a, b)';
const table = (rows: readonly (readonly [number, Value, Value])[]) => ({
  name: 't',
  sql: SQL,
  rows: rows.map(([id, a, b]) => ({ id, values: [null, a, b] })),
});

describe('a database written by hand', () => {
  test('is whole to SQLite, and gives back what was put in', async () => {
    const value = fc.oneof(fc.constant(null), fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'grapheme', maxLength: 60 })); // prettier-ignore
    const rows = fc.array(fc.tuple(value, value), { maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(rows, async (pairs) => {
        // SQLite ends a text at a NUL when it is shown, and −0 is 0 to it.
        const plain = (one: Value): Value => (typeof one === 'string' ? one.replaceAll('\u0000', '') : one === 0 ? 0 : one);
        const given = pairs.map(([a, b], i) => [i + 1, plain(a), plain(b)] as const);
        const query = await openSqlite(sqlite([table(given)]));
        expect(query('pragma integrity_check')).toEqual([['ok']]);
        expect(query('select id, a, b from t order by id')).toEqual(given);
      }),
      { numRuns: 25 },
    );
  }, 60_000); // prettier-ignore

  test.each([4000, 4060, 4061, 4062, 4100, 8150, 8192, 20_000, 200_000])('a row of %i bytes, over several pages', async (length) => {
    const rows = [1, 2, 3].map((id) => [id, `${String(id)}${'ґ'.repeat(length / 2)}`, id] as const);
    const query = await openSqlite(sqlite([table(rows)]));
    expect(query('pragma integrity_check')).toEqual([['ok']]);
    expect(query('select id, a, b from t')).toEqual(rows);
  }); // prettier-ignore

  test('ten thousand rows in a tree of three levels, several tables, an empty one', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => [1_600_000_000_000 + i * 3, `row ${String(i)} ${'x'.repeat(i % 900)}`, -i] as const);
    const empty = { name: 'e', sql: 'CREATE TABLE e (x)', rows: [] };
    const query = await openSqlite(sqlite([table(rows), empty]));
    expect(query('pragma integrity_check')).toEqual([['ok']]);
    expect(query('select count(*), min(id), max(id), sum(b) from t')).toEqual([[10_000, 1_600_000_000_000, 1_600_000_029_997, -49_995_000]]);
    expect(query('select a from t where id = 1600000014998')).toEqual([]);
    expect(query('select b from t where id = 1600000015000')).toEqual([[-5000]]);
    expect(query('select count(*) from e')).toEqual([[0]]);
  }); // prettier-ignore

  test('numbers at the edges of their sizes', async () => {
    const edges = [0, 1, -1, 127, 128, -128, -129, 32_767, 32_768, -32_768, -32_769, 2 ** 23 - 1, 2 ** 23, -(2 ** 31), 2 ** 31, 2 ** 47, -(2 ** 47) - 1, Number.MAX_SAFE_INTEGER, 0.1];
    const query = await openSqlite(sqlite([table(edges.map((edge, i) => [i + 1, edge, null]))]));
    expect(query('select a from t order by id').flat()).toEqual(edges);
  }); // prettier-ignore
});
