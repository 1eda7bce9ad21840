import { readSheet } from 'read-excel-file/node';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { choiceOf } from '../../../src/lib/core/export/games';
import { hostileSet } from '../../samples/export-set';
import { written, type Tried } from './written';

// Templates of closed importers: a row elsewhere, or a number out of its range, and the file is "not valid" without a reason.

type Row = readonly string[];

async function sheetOf({ bytes }: Tried): Promise<Row[]> {
  const rows = await readSheet(Buffer.from(bytes));
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')));
} // prettier-ignore

function tableOf({ text }: Tried): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { delimiter: ',', skipEmptyLines: true }).data;
}

/** Each question's row: its answers stand together, no gap before the last, and the number names the right one. */
function checkRows({ items }: Tried, rows: readonly Row[], first: number, most: number, right: (row: Row) => string): void {
  expect(rows.length).toBe(items.length);
  items.forEach((item, i) => {
    const row = rows[i] ?? [];
    const options = row.slice(first, first + most);
    const filled = options.findLastIndex((text) => text !== '') + 1;
    expect(filled).toBeGreaterThanOrEqual(2);
    expect(options.slice(0, filled)).not.toContain('');
    expect(right(row)).toBe(choiceOf(item).answer);
  });
} // prettier-ignore

describe('Blooket', async () => {
  const tried = await written('blooket', hostileSet());
  const [title, heads, ...rows] = tableOf(tried);

  test('two rows of heads, eight columns, as its template has them', () => {
    expect(title).toEqual(['Blooket\nImport Template', '', '', '', '', '', '', '']);
    expect(heads?.slice(0, 4)).toEqual(['Question #', 'Question Text', 'Answer 1', 'Answer 2']);
    expect(heads?.at(-1)).toBe('Correct Answer(s)\n(Only include Answer #)');
  });

  test('four answers, at most 300 seconds, the right one by its number', () => {
    checkRows(tried, rows, 2, 4, (row) => row[1 + Number(row[7])] ?? '');
    for (const row of rows) expect(Number(row[6]) > 0 && Number(row[6]) <= 300).toBe(true);
    expect(rows.map(([number]) => number)).toEqual(rows.map((_, i) => String(i + 1)));
  });
});

describe('Gimkit', () => {
  test('the template of choices: the right answer first', async () => {
    const tried = await written('gimkit', hostileSet());
    const [title, heads, ...rows] = tableOf(tried);
    expect(title).toEqual(['Gimkit Spreadsheet Import Template', '', '', '', '']);
    expect(heads?.slice(0, 3)).toEqual(['Question', 'Correct Answer', 'Incorrect Answer 1']);
    checkRows(tried, rows, 1, 4, (row) => row[1] ?? '');
  });

  test('the template of typed answers: two columns, one answer, never none', async () => {
    const tried = await written('gimkit-text', hostileSet());
    const [title, heads, ...rows] = tableOf(tried);
    expect([title, heads]).toEqual([
      ['Gimkit Spreadsheet Import Template 2', ''],
      ['Question', 'Correct Answer'],
    ]);
    expect(rows.map(([, answer]) => answer)).toEqual(tried.items.map(({ answer }) => answer));
    expect(rows.every(([question, answer]) => question !== '' && answer !== '')).toBe(true);
  });
});

describe('ClassQuiz', async () => {
  const tried = await written('classquiz', hostileSet());
  const rows = await sheetOf(tried);

  test('title in C5, a description of 3 to 500 characters in C6, questions from row 14 on', () => {
    expect(rows[4]?.[2]).not.toBe('');
    const about = rows[5]?.[2] ?? '';
    expect([about.length >= 3, about.length <= 500]).toEqual([true, true]);
    expect(rows[12]?.[1]).toBe('Question');
    checkRows(tried, rows.slice(13), 2, 4, (row) => row[1 + Number(row[7])] ?? '');
  });

  test('300 characters a question, 150 an answer, 120 seconds, and every cut is told', () => {
    for (const row of rows.slice(13)) {
      expect(row[1]?.length).toBeLessThanOrEqual(300);
      for (const text of row.slice(2, 6)) expect(text.length).toBeLessThanOrEqual(150);
      expect(Number(row[6])).toBeLessThanOrEqual(120);
    }
    expect(tried.losses.some((loss) => loss.kind === 'shortened' && loss.part === 'option')).toBe(true);
  });
});

describe('Socrative', async () => {
  const tried = await written('socrative', hostileSet());
  const rows = await sheetOf(tried);

  test('its head in row 6, questions below it, letters of the right answers from column H on', () => {
    expect(rows[2]?.[0]).toBe('Quiz Name:');
    expect(rows[5]?.slice(0, 2)).toEqual(['Question Type', 'Question']);
    checkRows(tried, rows.slice(6), 2, 5, (row) => row[2 + (row[7]?.charCodeAt(0) ?? 0) - 65] ?? '');
    for (const row of rows.slice(6)) expect([row[0], row.slice(8, 12).join('')]).toEqual(['Multiple choice', '']);
  });
});

describe('Wayground', async () => {
  const tried = await written('wayground', hostileSet());
  const rows = (await sheetOf(tried)).slice(2);

  test('types that it knows; a number for choices, none for blanks; at least two options for a choice', () => {
    tried.items.forEach((item, i) => {
      const [stem, type, ...row] = rows[i] ?? [];
      expect(stem).toBe(item.stem);
      if (item.shape === 'typed') {
        expect([type, row[5]]).toEqual(['Fill-in-the-Blank', '']);
        expect(row[0]).toBe(item.answer);
      } else {
        expect(type).toBe('Multiple Choice');
        expect(row[Number(row[5]) - 1]).toBe(item.answer);
        expect(row[1]).not.toBe('');
      }
    });
  });
});
