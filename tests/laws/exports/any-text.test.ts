import { Script } from 'node:vm';
import fc from 'fast-check';
import { parse as parseGift } from 'gift-pegjs';
import ical from 'ical.js';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { ExportSet } from '../../../src/lib/core/export/export-set';
import type { FormatId } from '../../../src/lib/core/export/format';
import { isFormula } from '../../../src/lib/core/export/text/formula';
import { smallSet } from '../../samples/export-set';
import { openSqlite } from '../../samples/read-sqlite';
import { FORBIDDEN, textOf, wellFormed, written, type Tried } from './written';

// Texts put together by chance of what means something to one target or another: whatever they say, files are read back whole.

const PIECES = [
  '=', '+', '-', '@', '*', '{', '}', '->', '~', '#', ':', '::', '\\', '\\n', '\n', '\r\n', '\t', '\u000B', '\u001F', '\u0000', '\u0085', '\u2028', '\uFEFF', '\uD83D', '\uDE00',
  '😀', 'ї', 'ש', '\u202E', '\u0301', '<', '>', '&', '&amp;', ']]>', '<!--', '</script>', '"', "'", ',', ';', '|', '/', '//', '%', '%50%', '$', '$CATEGORY:', '[[', '{{', '[latex]',
  'A.', 'A)', 'ANSWER: A', '1.', '---', '_', '`', ' ', '  ', 'word', '1914', 'T', 'F', 'TRUE', '....', '=%100%', '<b>',
]; // prettier-ignore
const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

/** A set with a text of its own in every field. */
function spoilt(texts: readonly string[]): ExportSet {
  let at = 0;
  const next = (): string => texts[at++ % texts.length] ?? '';
  const set = smallSet();
  const questions = set.questions.map((question) => ({
    ...question,
    stem: `q${next()}`,
    explanation: next(),
    // Distinct, and not empty: else they would be left out.
    options: question.options.map((option, i) => ({ ...option, text: `${next()}${String(i)}`, why: next() })),
    accept:
      question.accept !== null && 'names' in question.accept ? { names: [`${next()}x`], rivals: [] } : question.accept,
  }));
  const events = set.events.map((event) => ({ ...event, headline: next(), note: next(), place: next() }));
  return { ...set, title: next(), questions, events };
}

const CHECKS: Readonly<Partial<Record<FormatId, (tried: Tried) => void | Promise<void>>>> = {
  gift: ({ text: gift, items }) => {
    const read = parseGift(gift).filter(({ type }) => type !== 'Category');
    expect(read.length).toBe(items.length);
  },
  moodle: ({ text: xml }) => {
    expect(wellFormed(xml)).toBe(true);
  },
  aiken: ({ text: aiken, items }) => {
    const lines = aiken.split('\n').filter((line) => line.trim().length > 1);
    expect(lines.filter((line) => /^ANSWER: [A-Z]$/u.test(line)).length).toBe(items.length);
    expect(lines.filter((line) => !/^(?:[A-Z][).]|ANSWER:)/u.test(line)).length).toBe(items.length);
  },
  csv: ({ text: table }) => {
    checkTable(table, ',');
  },
  blooket: ({ text: table }) => {
    checkTable(table, ',');
  },
  gimkit: ({ text: table }) => {
    checkTable(table, ',');
  },
  'anki-text': ({ text: table, items }) => {
    const rows = table.trimEnd().split('\n').filter((line) => !line.startsWith('#')); // prettier-ignore
    const { data, errors } = Papa.parse<string[]>(rows.join('\n'), { delimiter: '\t' });
    expect([errors, data.length]).toEqual([[], items.length + 1]);
  },
  quizlet: ({ text: lines, items }) => {
    expect(lines.trimEnd().split('\n').map((line) => line.split('\t').length)).toEqual(Array(items.length + 1).fill(2)); // prettier-ignore
  },
  blackboard: ({ text: lines, items }) => {
    const records = lines.split('\r\n').slice(0, -1);
    expect(records.length).toBe(items.length);
    for (const line of records) expect(line).toMatch(/^(?:MC|ORD|FIB|NUM)\t[^\t]+(?:\t[^\t]+)+$/u);
  },
  apkg: async ({ files, items }) => {
    const query = await openSqlite(files.get('collection.anki2') ?? new Uint8Array());
    expect(query('select count(distinct guid) from notes')).toEqual([[items.length]]);
    for (const [fields] of query('select flds from notes')) expect(String(fields)).not.toMatch(/\{\{|\[latex/iu);
  },
  ics: ({ text: calendar }) => {
    expect((ical.parse(calendar) as unknown as [string, unknown, unknown[]])[2].length).toBe(2);
  },
  timelinejs: ({ text: json }) => {
    JSON.parse(json);
  },
  'google-forms': ({ text: script }) => {
    expect(() => new Script(script)).not.toThrow();
  },
};

function checkTable(table: string, delimiter: string): void {
  const { data, errors } = Papa.parse<string[]>(table.replace(/^\uFEFF/u, ''), { delimiter, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(new Set(data.map((row) => row.length)).size).toBe(1);
  for (const cell of data.flat()) expect(/^-?\d+(?:\.\d+)?$/u.test(cell) || !isFormula(cell), cell).toBe(true);
}

const IDS: readonly FormatId[] = [
  'gift', 'moodle', 'aiken', 'csv', 'blooket', 'gimkit', 'anki-text', 'quizlet', 'blackboard', 'apkg', 'ics', 'timelinejs', 'google-forms',
  'qti12', 'qti21', 'qti30', 'cc11', 'docx', 'kahoot', 'wayground', 'classquiz', 'socrative',
]; // prettier-ignore

test.each(IDS)('%s: any text is read back whole', async (id) => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 40, maxLength: 40 }), async (texts) => {
      const tried = await written(id, spoilt(texts));
      for (const [path, content] of tried.files) {
        if (!/\.(?:xml|rels)$/u.test(path)) continue;
        expect(wellFormed(textOf(content)), path).toBe(true);
        expect(textOf(content)).not.toMatch(FORBIDDEN);
      }
      if (tried.files.size === 0) expect(tried.text).not.toMatch(FORBIDDEN);
      await CHECKS[id]?.(tried);
    }),
    { numRuns: id === 'apkg' || id === 'docx' ? 10 : 30 },
  );
});
