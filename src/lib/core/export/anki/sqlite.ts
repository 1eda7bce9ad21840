import { joined } from '../bytes/joined';
import { utf8 } from '../bytes/utf8';
import { putVarint, recordOf, varintLength, type Value } from './sqlite-record';

/** A table to write: its rows by ascending id. The first column of a table with an `integer primary key` is null in its values. */
export interface Table {
  readonly name: string;
  readonly sql: string;
  readonly rows: readonly { readonly id: number; readonly values: readonly Value[] }[];
}

const PAGE = 4096;
/** Bytes of a page that a leaf's cells and their pointers may take; of the first page, less. */
const LEAF_HEAD = 8;
const INTERIOR_HEAD = 12;
const FILE_HEAD = 100;
/** Longest record that a leaf holds whole, and the least it keeps of a longer one (SQLite file format, 1.6 "Cell payload overflow"). */
const WHOLE = PAGE - 35;
const HEAD_ROOM = 18;
const LEAST = Math.floor(((PAGE - 12) * 32) / 255) - 23;

/**
 * A database in the file format of SQLite 3 (sqlite.org/fileformat2.html), written in one go: tables only, no index, no free page. Enough
 * for what Anki imports, and much smaller and faster than a whole SQLite compiled for the browser.
 */
export function sqlite(tables: readonly Table[]): Uint8Array {
  // Page 1 is the list of tables; it is written last, when their first pages are known.
  const pages: Uint8Array[] = [new Uint8Array(PAGE)];
  const listed = tables.map(({ name, sql, rows }, i) => {
    const root = writeTree(pages, rows);
    return { id: i + 1, values: ['table', name, name, root, sql] };
  });
  const cells = listed.map((row) => cellOf(pages, row.id, row.values));
  const first = leafPage(cells, FILE_HEAD);
  first.set(fileHead(pages.length));
  pages[0] = first;
  return joined(pages);
}

/** Adds a page and says its number, counted from 1. */
function add(pages: Uint8Array[], page: Uint8Array): number {
  pages.push(page);
  return pages.length;
}

interface Child {
  readonly page: number;
  /** Largest id in it. */
  readonly last: number;
}

/** Writes the pages of a table's tree from its leaves up; the number of its root. */
function writeTree(pages: Uint8Array[], rows: Table['rows']): number {
  let level: Child[] = [];
  let cells: Uint8Array[] = [];
  let room = PAGE - LEAF_HEAD;
  let last = 0;
  const close = (): void => {
    level.push({ page: add(pages, leafPage(cells, 0)), last });
    cells = [];
    room = PAGE - LEAF_HEAD;
  };
  for (const { id, values } of rows) {
    const cell = cellOf(pages, id, values);
    if (cell.length + 2 > room) close();
    cells.push(cell);
    room -= cell.length + 2;
    last = id;
  }
  close();
  while (level.length > 1) level = writeLevel(pages, level);
  return level[0]?.page ?? 0;
}

/** Cells of an interior page are at most 4 bytes of page number and 9 of id, and each has a pointer of 2. */
const CHILDREN = Math.floor((PAGE - INTERIOR_HEAD) / 15);

function writeLevel(pages: Uint8Array[], children: readonly Child[]): Child[] {
  const parents: Child[] = [];
  for (let i = 0; i < children.length; i += CHILDREN) {
    const group = children.slice(i, i + CHILDREN);
    const right = group.at(-1);
    if (right === undefined) continue;
    const cells = group.slice(0, -1).map(({ page, last }) => {
      const cell = new Uint8Array(4 + varintLength(last));
      cell.set(word(page));
      putVarint(cell, 4, last);
      return cell;
    });
    parents.push({ page: add(pages, interiorPage(cells, right.page)), last: right.last });
  }
  return parents;
}

/** Length, id and record of a row; what of the record is too much for a leaf goes into a chain of pages of its own. */
function cellOf(pages: Uint8Array[], id: number, values: readonly Value[]): Uint8Array {
  // Room in front for the longest length and id that there can be.
  const cell = recordOf(values, HEAD_ROOM);
  const length = cell.length - HEAD_ROOM;
  const start = HEAD_ROOM - varintLength(length) - varintLength(id);
  putVarint(cell, putVarint(cell, start, length), id);
  if (length <= WHOLE) return cell.subarray(start);
  const some = LEAST + ((length - LEAST) % (PAGE - 4));
  const kept = HEAD_ROOM + (some <= WHOLE ? some : LEAST);
  const first = pages.length + 1;
  for (let at = kept; at < cell.length; at += PAGE - 4) {
    const page = new Uint8Array(PAGE);
    const isLast = at + PAGE - 4 >= cell.length;
    page.set(word(isLast ? 0 : pages.length + 2));
    page.set(cell.subarray(at, at + PAGE - 4), 4);
    pages.push(page);
  }
  return joined([cell.subarray(start, kept), word(first)]);
}

function leafPage(cells: readonly Uint8Array[], offset: number): Uint8Array {
  return treePage(cells, offset, 0x0d, null);
}

function interiorPage(cells: readonly Uint8Array[], right: number): Uint8Array {
  return treePage(cells, 0, 0x05, right);
}

/** A page of a tree: its head, pointers to its cells, and the cells from the end of the page backwards. */
function treePage(cells: readonly Uint8Array[], offset: number, kind: number, right: number | null): Uint8Array {
  const page = new Uint8Array(PAGE);
  let end = PAGE;
  let pointer = offset + (right === null ? LEAF_HEAD : INTERIOR_HEAD);
  for (const cell of cells) {
    end -= cell.length;
    page.set(cell, end);
    page.set([end >> 8, end & 0xff], pointer);
    pointer += 2;
  }
  if (pointer > end) throw new RangeError('more cells than a page holds');
  page.set([kind, 0, 0, cells.length >> 8, cells.length & 0xff, end >> 8, end & 0xff, 0], offset);
  if (right !== null) page.set(word(right), offset + 8);
  return page;
}

/** The first hundred bytes of the file (SQLite file format, 1.3). */
function fileHead(pages: number): Uint8Array {
  const head = new Uint8Array(FILE_HEAD);
  head.set(utf8('SQLite format 3\u0000'));
  head.set([PAGE >> 8, PAGE & 0xff, 1, 1, 0, 64, 32, 32], 16);
  const words: readonly (readonly [at: number, value: number])[] = [
    [24, 1], // change counter
    [28, pages],
    [40, 1], // schema cookie
    [44, 4], // schema format
    [56, 1], // UTF-8
    [92, 1], // the page count is valid for this change counter
    [96, 3_045_000], // version of SQLite that wrote it
  ];
  for (const [at, value] of words) head.set(word(value), at);
  return head;
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}
