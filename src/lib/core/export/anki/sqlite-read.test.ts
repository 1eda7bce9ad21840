import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import { readSqlite } from './sqlite-read';

const WASM = 'node_modules/sql.js/dist/sql-wasm-browser.wasm';

/** A database that SQLite itself made. */
async function made(fill: (run: (sql: string, values?: (string | number | null | Uint8Array)[]) => void) => void): Promise<Uint8Array> {
  const { Database } = await initSqlJs({ wasmBinary: new Uint8Array(readFileSync(WASM)).buffer });
  const database = new Database();
  fill((sql, values) => {
    database.run(sql, values ?? []);
  });
  return database.export();
} // prettier-ignore

describe('a database of SQLite, read by walking its trees', () => {
  test('gives back what SQLite was given, whatever that is', async () => {
    const value = fc.oneof(fc.constant(null), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes))); // prettier-ignore
    const rows = fc.array(fc.tuple(value, value), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(rows, async (pairs) => {
        // SQLite ends a text at a NUL when it is bound, and −0 is 0 to it.
        const plain = <T,>(one: T): T | string | number => (typeof one === 'string' ? one.replaceAll('\u0000', '') : one === 0 ? 0 : one);
        const given = pairs.map(([a, b]) => [plain(a), plain(b)]);
        const file = await made((run) => {
          run('CREATE TABLE t (id integer primary key, a, b)');
          given.forEach(([a, b]) => { run('insert into t (a, b) values (?, ?)', [a ?? null, b ?? null]); });
        });
        expect(readSqlite(file).rows('t')).toEqual(given.map(([a, b], i) => ({ id: i + 1, a, b })));
      }),
      { numRuns: 25 },
    );
  }, 60_000); // prettier-ignore

  test.each([512, 1024, 4096, 65_536])('pages of %i bytes, trees of several levels, records over many pages', async (page) => {
    const file = await made((run) => {
      run(`pragma page_size = ${String(page)}`);
      run('CREATE TABLE t (id integer primary key, a text)');
      run('begin');
      for (let i = 1; i <= 3000; i++) run('insert into t values (?, ?)', [i * 7, `${String(i)} ${'ґ'.repeat(i % 50 === 0 ? 4000 : i % 90)}`]);
      run('commit');
    });
    const rows = readSqlite(file).rows('t');
    expect(rows.length).toBe(3000);
    expect(rows[49]).toEqual({ id: 350, a: `50 ${'ґ'.repeat(4000)}` });
    expect(rows.every(({ id }, i) => id === (i + 1) * 7)).toBe(true);
  }); // prettier-ignore

  test('columns as Anki writes them: comments, quotes, a table without row ids, a collation that nobody else knows', async () => {
    const file = await made((run) => {
      run("CREATE TABLE cards (\n  id integer primary key, /* 0, the first */\n  nid integer not null, -- the note\n  `data` text not null default '',\n  unique (nid, data)\n)");
      run("insert into cards (id, nid, data) values (5, 6, 'x')");
      run('CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, val blob NOT NULL) without rowid');
      for (let i = 0; i < 500; i++) run('insert into config values (?, 0, ?)', [`key-${String(i).padStart(4, '0')}`, new Uint8Array([49, 48 + (i % 10)])]);
    });
    const read = readSqlite(file);
    expect(read.rows('cards')).toEqual([{ id: 5, nid: 6, data: 'x' }]);
    expect(read.rows('config').length).toBe(500);
    expect(read.rows('config')[123]).toEqual({ key: 'key-0123', usn: 0, val: new Uint8Array([49, 51]) });
    expect(read.rows('nowhere')).toEqual([]);
  }); // prettier-ignore

  test('what is damaged is refused, and never keeps us busy', async () => {
    const file = await made((run) => {
      run('CREATE TABLE t (id integer primary key, a text)');
      for (let i = 1; i <= 400; i++) run('insert into t values (?, ?)', [i, 'x'.repeat(300)]);
    });
    expect(() => readSqlite(new Uint8Array(10))).toThrow('no database');
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), (at, byte, cut) => {
        const broken = file.slice(0, Math.max(600, cut));
        broken[at % broken.length] = byte;
        try {
          expect(readSqlite(broken).rows('t').length).toBeLessThanOrEqual(broken.length);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 400 },
    );
  });
});
