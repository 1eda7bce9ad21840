import { describe, expect, test } from 'vitest';
import { hostileSet } from '../../samples/export-set';
import { FORBIDDEN, reader, textOf, wellFormed, written } from './written';

const HEAD_ROWS = { kahoot: 8, wayground: 2, classquiz: 13, socrative: 6 } as const;
const IDS = ['kahoot', 'wayground', 'classquiz', 'socrative'] as const;
const excel = await reader('read-excel-file/node');

/** The cells of the sheet by their place; a number is told from a text. */
function cellsOf(sheet: string): Map<string, string | number> {
  const cells = new Map<string, string | number>();
  for (const [, at = '', text, number] of sheet.matchAll(
    /<c r="([A-Z]+\d+)"(?: s="1" t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is>|><v>(-?[\d.]+)<\/v>)<\/c>/gu,
  ))
    cells.set(at, number === undefined ? plain(text ?? '') : Number(number));
  return cells;
}

function plain(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  return text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => signs[entity] ?? entity);
}

describe.each(IDS)('the workbook for %s', async (id) => {
  const { bytes, files, items } = await written(id, hostileSet());
  const sheet = textOf(files.get('xl/worksheets/sheet1.xml'));
  const cells = cellsOf(sheet);

  test('is well-formed, without forbidden characters', () => {
    for (const [path, content] of files) {
      expect(wellFormed(textOf(content)), path).toBe(true);
      expect(textOf(content)).not.toMatch(FORBIDDEN);
    }
  });

  test('has nothing but texts typed as texts and our own numbers: no formula, no year that is a number', () => {
    expect(sheet).not.toMatch(/<f>|t="s"|t="str"/u);
    expect([...sheet.matchAll(/<c /gu)].length).toBe(cells.size);
    const numbers = [...cells].filter(([, value]) => typeof value === 'number').map(([at]) => at.replace(/\d+/u, ''));
    // Numbering and seconds.
    const columns = { kahoot: ['A', 'G'], wayground: ['I'], classquiz: [], socrative: [] };
    expect(new Set(numbers)).toEqual(new Set(columns[id]));
  });

  test('has a row a question below its heads, with the stem as it was', () => {
    const column = { kahoot: 'B', wayground: 'A', classquiz: 'B', socrative: 'B' }[id];
    expect(items.length).toBeGreaterThan(40);
    items.forEach((item, i) => {
      expect(cells.get(`${column}${String(HEAD_ROWS[id] + 1 + i)}`)).toBe(item.stem);
    });
  });

  test('another reader of workbooks sees the same', async (context) => {
    const read = excel?.readSheet ?? excel?.default;
    if (typeof read !== 'function') {
      context.skip('read-excel-file is not installed');
      return;
    }
    const rows = (await (read as (file: Buffer) => Promise<unknown[][]>)(Buffer.from(bytes))).filter((row) => row.some((cell) => cell !== null));
    expect(rows.length).toBeGreaterThanOrEqual(items.length);
    expect(rows.flat()).toContain(items[0]?.stem);
  }); // prettier-ignore
});

describe('Kahoot!', async () => {
  const { files, items, losses } = await written('kahoot', hostileSet());
  const cells = cellsOf(textOf(files.get('xl/worksheets/sheet1.xml')));
  const rows = items.map((_, i) => String(9 + i));

  test('120 characters a question, 75 an answer, and every cut is told', () => {
    for (const row of rows) {
      expect(String(cells.get(`B${row}`)).length).toBeLessThanOrEqual(120);
      for (const column of 'CDEF') expect(String(cells.get(`${column}${row}`) ?? '').length).toBeLessThanOrEqual(75);
    }
    const cut = items.filter(({ stem }) => stem.endsWith('…')).map(({ id }) => id);
    const told = losses.flatMap((loss) => (loss.kind === 'shortened' && loss.part === 'stem' ? [loss.question] : []));
    expect(cut.length).toBeGreaterThan(0);
    expect(told).toEqual(expect.arrayContaining(cut));
  });

  test('times of its own list, a right answer that is there, at least two answers', () => {
    for (const row of rows) {
      expect([5, 10, 20, 30, 60, 90, 120, 240]).toContain(cells.get(`G${row}`));
      const right = Number(cells.get(`H${row}`));
      expect(cells.get(`${'CDEF'.charAt(right - 1)}${row}`)).toBeDefined();
      expect(cells.get(`D${row}`)).toBeDefined();
    }
  });

  test('nothing is shortened where that is not wanted: it is left out', async () => {
    const { items: whole, losses: told } = await written('kahoot', hostileSet(), { tooLong: 'leave-out' });
    expect(whole.some(({ stem }) => stem.endsWith('…'))).toBe(false);
    expect(told.some((loss) => loss.kind === 'left-out' && loss.why === 'too-long')).toBe(true);
  });

  test('at most a hundred rows', async () => {
    const set = hostileSet();
    const many = { ...set, questions: [0, 1, 2].flatMap((round) => set.questions.map((each) => ({ ...each, id: `${each.id}!${String(round)}`, fact: `${each.fact}${String(round)}` }))) };
    const { items: fitting } = await written('kahoot', many);
    expect(fitting.length).toBe(100);
  }); // prettier-ignore
});
