import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { isFormula } from '../../../src/lib/core/export/text/formula';
import { hostileSet } from '../../samples/export-set';
import { FORBIDDEN, written } from './written';

describe('Aiken', async () => {
  const { text, items, losses } = await written('aiken', hostileSet());

  test('is read line by line as Moodle reads it, and every question arrives', () => {
    const read: { stem: string; answers: string[]; key: string | null }[] = [];
    for (const line of text.split('\n').filter((each) => each.trim().length > 1)) {
      const current = read.at(-1);
      if (/^[A-Z][).]/u.test(line)) {
        expect(current?.key, `an answer before its question: ${line}`).toBeNull();
        current?.answers.push(line.slice(3));
      } else if (line.startsWith('ANSWER:')) {
        if (current !== undefined) current.key = line.slice(8);
      } else {
        expect(current?.key ?? 'A', `a second line of a stem: ${line}`).toMatch(/^[A-Z]$/u);
        read.push({ stem: line, answers: [], key: null });
      }
    }
    expect(read.length).toBe(items.length);
    read.forEach(({ answers, key }, i) => {
      const item = items[i];
      const options = item?.shape === 'choice' ? item.options : [];
      expect(answers).toEqual(options.map(({ text: option }) => option));
      expect(options[(key ?? '').charCodeAt(0) - 65]?.right).toBe(true);
    });
  });

  test('"A. J. P. Taylor wrote it" is a stem, "ANSWER: B" as well', () => {
    expect(text).toContain('\n– A. J. P. Taylor wrote it\n');
    expect(text).toContain('\n– ANSWER: B\n');
    const setOff = losses.filter(({ kind }) => kind === 'set-off').length;
    expect(setOff, 'each dash is told').toBe(items.filter(({ stem }) => stem.startsWith('– ')).length);
  });
});

describe('Blackboard', async () => {
  const { text, items } = await written('blackboard', hostileSet());
  const lines = text.split('\r\n');

  test('no blank line, no head, a record a line', () => {
    expect(lines.pop()).toBe('');
    expect(lines.length).toBe(items.length);
    for (const line of lines) expect(line).toMatch(/^(?:MC|ORD|FIB|NUM)\t[^\t]+(?:\t[^\t]+)+$/u);
  });

  test('choices name each option right or wrong, orders hold things only', () => {
    const records = lines.filter((line) => line.startsWith('MC\t')).map((line) => line.split('\t').slice(2));
    for (const cells of records) {
      const marks = cells.filter((_, i) => i % 2 === 1);
      expect(marks.filter((mark) => mark === 'correct').length).toBe(1);
      expect(marks.every((mark) => mark === 'correct' || mark === 'incorrect')).toBe(true);
    }
    expect(lines.some((line) => line.startsWith('ORD\t'))).toBe(true);
    expect(lines.find((line) => line.startsWith('NUM\t'))).toMatch(/ \(a year BC as a negative number\)\t-31\t0$/u);
  });

  test('at most 250 records', async () => {
    const set = hostileSet();
    const many = { ...set, questions: [0, 1, 2].flatMap((round) => set.questions.map((each) => ({ ...each, id: `${each.id}!${String(round)}` }))) };
    const { items: fitting, losses } = await written('blackboard', many);
    expect(fitting.length).toBe(250);
    expect(losses.some((loss) => loss.kind === 'left-out' && loss.why === 'too-many')).toBe(true);
  }); // prettier-ignore
});

describe('Anki text', async () => {
  const { text, items } = await written('anki-text', hostileSet());
  const all = text.trimEnd().split('\n');
  const rows = all.filter((line) => !line.startsWith('#'));

  test('the heads come first, and no row begins with #, or it would vanish as a comment', () => {
    const heads = all.findIndex((line) => !line.startsWith('#'));
    expect(heads).toBe(7);
    expect(all.slice(heads).some((line) => line.startsWith('#'))).toBe(false);
    expect(all[0]).toBe('#separator:tab');
  });

  test('every row has as many fields as the first, and a guid of its own', () => {
    const { data, errors } = Papa.parse<string[]>(rows.join('\n'), { delimiter: '\t' });
    expect(errors).toEqual([]);
    expect(data.length).toBe(items.length + 1);
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([4]));
    expect(new Set(data.map(([guid]) => guid)).size).toBe(data.length);
    expect(items.map(({ stem }) => stem).some((stem) => stem.startsWith('#'))).toBe(true);
  });

  test('no control characters, and no deck under another', () => {
    expect(text).not.toMatch(FORBIDDEN);
    expect(all.find((line) => line.startsWith('#deck:'))).not.toContain('::');
  });
});

describe('text to paste', async () => {
  const { text, items } = await written('quizlet', hostileSet());

  test('a line a card and one tab in it', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBe(items.length + 1);
    for (const line of lines) expect(line.match(/\t/gu)?.length).toBe(1);
  });
});

describe.each(['csv', 'blooket', 'gimkit', 'gimkit-text'] as const)('the table of %s', async (id) => {
  const { text, items, losses } = await written(id, hostileSet());
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { delimiter: ',', skipEmptyLines: true });

  test('begins with a byte order mark, for Excel', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
  });

  test('is read back whole', () => {
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    expect(data.length).toBe(items.length + (id === 'csv' ? 1 : 2));
  });

  test('holds no cell that a spreadsheet would run', () => {
    // Numbers of coordinates may be negative; nothing else may begin like a formula.
    for (const cell of data.flat()) expect(/^-?\d+(?:\.\d+)?$/u.test(cell) || !isFormula(cell), cell).toBe(true);
    expect(losses.some(({ kind }) => kind === 'guarded')).toBe(true);
  });
});
