import { createHash } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { loadFormats } from '../../../src/lib/core/export/catalogue';
import type { ExportSet } from '../../../src/lib/core/export/export-set';
import { DEFAULT_OPTIONS, FORMAT_IDS } from '../../../src/lib/core/export/format';
import { openSqlite } from '../../samples/read-sqlite';
import { HOSTILE, buildQuestion, hostileSet, smallSet } from '../../samples/export-set';
import { FORBIDDEN, textOf, wellFormed, written } from './written';

// What importers refuse or take amiss, beside what each format's own file here is about: the same for all formats, and single rows.

const LIKE_XML = /\.(?:xml|rels)$/u;
const formats = await loadFormats();

async function sheetOf(set: ExportSet, id: 'kahoot' | 'wayground'): Promise<unknown[][]> {
  return readSheet(Buffer.from((await written(id, set)).bytes));
}

describe.each(formats)('$id', (format) => {
  const isOfEvents = format.carries.shapes.length === 0;

  test('keeps or names every question of a hostile set: nothing is gone in silence', async () => {
    const set = hostileSet();
    const { losses } = await format.write(set, DEFAULT_OPTIONS);
    const { items } = await written(format.id, set);
    const asked = isOfEvents ? set.events : set.questions;
    const gone = new Set(losses.flatMap((loss) => (loss.kind === 'left-out' ? [loss.question] : [])));
    for (const id of gone) expect(asked.some((each) => each.id === id), id).toBe(true);
    if (!isOfEvents) expect(items.map(({ id }) => id)).toEqual(asked.map(({ id }) => id).filter((id) => !gone.has(id)));
    expect(gone.size).toBeLessThan(asked.length);
  }); // prettier-ignore

  test('takes any title: its files stay well-formed, no control character, no cut that is not told', async () => {
    for (const title of HOSTILE) {
      const { files, text, losses } = await written(format.id, smallSet({ title }));
      for (const [path, content] of files) {
        if (!LIKE_XML.test(path)) continue;
        expect(wellFormed(textOf(content)), `${path}: ${title.slice(0, 40)}`).toBe(true);
        expect(textOf(content)).not.toMatch(FORBIDDEN);
      }
      if (files.size === 0) expect(text).not.toMatch(FORBIDDEN);
      const cut = losses.flatMap((loss) => (loss.kind === 'shortened' && loss.part === 'title' ? [loss] : []));
      const isCut = title.trim().length > (format.carries.title ?? Infinity);
      expect(cut.length, title.slice(0, 40)).toBe(isCut ? 1 : 0);
    }
  });
});

describe('the rows of Anki', () => {
  const without = { ...smallSet(), questions: smallSet().questions.filter(({ form }) => form === 'choice') };

  test('a package without pictures has its list of media: without one Anki 2.1.15 stops', async () => {
    const { files } = await written('apkg', without);
    expect(textOf(files.get('media'))).toBe('{}');
    expect([...files.keys()].toSorted()).toEqual(['collection.anki2', 'media']);
  });

  test('every note has its type, every card its note and its deck: Anki stops at one that is missing', async () => {
    const { files } = await written('apkg', hostileSet());
    const query = await openSqlite(files.get('collection.anki2') ?? new Uint8Array());
    const keys = (column: string): string[] => Object.keys(JSON.parse(String(query(`select ${column} from col`)[0]?.[0])) as object);
    for (const mid of query('select distinct mid from notes').flat()) expect(keys('models')).toContain(String(mid));
    for (const did of query('select distinct did from cards').flat()) expect(keys('decks')).toContain(String(did));
    expect(query('select count(*) from cards where nid not in (select id from notes)')).toEqual([[0]]);
  }); // prettier-ignore

  test('the checksum of a note is that of its first field without tags, or duplicates are not found', async () => {
    const { files } = await written('apkg', without);
    const query = await openSqlite(files.get('collection.anki2') ?? new Uint8Array());
    const rows = query('select flds, sfld, csum from notes');
    expect(rows.length).toBeGreaterThan(0);
    for (const [fields, sort, sum] of rows) {
      const first = String(fields).split('\u001F')[0] ?? '';
      expect(first).not.toMatch(/[<&]/u);
      expect(sort).toBe(first);
      expect(sum).toBe(Number.parseInt(createHash('sha1').update(first).digest('hex').slice(0, 8), 16));
    }
  });

  test('a text of many pages leaves the database whole', async () => {
    const long = smallSet().questions.map((each) => ({ ...each, explanation: 'їжак '.repeat(20_000) }));
    const { files } = await written('apkg', smallSet({ questions: long }));
    const query = await openSqlite(files.get('collection.anki2') ?? new Uint8Array());
    expect(query('pragma integrity_check')).toEqual([['ok']]);
    expect(Number(query('select max(length(flds)) from notes')[0]?.[0])).toBeGreaterThan(100_000 - 1000);
  });

  test('a typed answer is typed, a card without a script still shows all there is', async () => {
    const { files } = await written('apkg', smallSet());
    const query = await openSqlite(files.get('collection.anki2') ?? new Uint8Array());
    const models = Object.values(JSON.parse(String(query('select models from col')[0]?.[0])) as Record<string, { name: string; tmpls: { qfmt: string; afmt: string }[] }>);
    const side = (name: string, which: 'qfmt' | 'afmt'): string => (models.find((model) => model.name === name)?.tmpls[0]?.[which] ?? '').replace(/<script>.*?<\/script>/gsu, '');
    expect(side('Dateline typed', 'qfmt')).toContain('{{type:Answer}}');
    expect(side('Dateline choice', 'qfmt')).toContain('{{Options}}');
    expect(side('Dateline order', 'qfmt')).toContain('{{Shown}}');
    expect(side('Dateline map', 'qfmt')).toContain('{{Picture}}');
    for (const { name } of models) expect(side(name, 'afmt'), name).toMatch(/\{\{(?:type:)?Answer\}\}/u);
  }); // prettier-ignore

  test('the heads of a text import are spelt as Anki reads them', async () => {
    const { text } = await written('anki-text', smallSet());
    expect(text.split('\n').slice(0, 7)).toEqual([
      '#separator:tab', '#html:true', '#guid column:1', '#tags column:4', '#deck:The Siege of the Town', '#notetype:Basic', '#if matches:update current',
    ]); // prettier-ignore
  });
});

describe('the rows of Moodle', () => {
  test('an ordering takes all of its items, a numerical answer has its tolerance', async () => {
    const { text } = await written('moodle', smallSet());
    expect(text).toContain('<selecttype>ALL</selecttype><selectcount>0</selectcount>');
    expect(text).toMatch(/<answer fraction="100" format="moodle_auto_format"><text>-31<\/text>.*?<tolerance>0<\/tolerance>/su);
  }); // prettier-ignore

  test('a title makes no second category, and no deeper one', async () => {
    for (const title of HOSTILE) {
      const { text } = await written('gift', smallSet({ title }));
      const lines = text.split('\n').filter((line) => line.startsWith('$CATEGORY:'));
      expect(lines.length).toBe(1);
      expect(lines[0]?.replaceAll('//', '').split('/').length).toBe(3);
    }
  });

  test('GIFT orders as Moodle 4.4 reads it', async () => {
    const { text } = await written('gift', smallSet());
    expect(text).toMatch(/\{\n>3 ALL VERTICAL ABSOLUTE_POSITION SHOW 123\nThe siege began\nThe gate fell\nPeace was made\n/u); // prettier-ignore
  });
});

describe('the rows of QTI', () => {
  test('Canvas knows an ordering by its cardinality and its rendering', async () => {
    const { files } = await written('qti12', smallSet());
    const all = [...files].filter(([path]) => LIKE_XML.test(path)).map(([, content]) => textOf(content)).join(''); // prettier-ignore
    expect(all).toMatch(/<response_lid [^>]*rcardinality="Ordered"/u);
    expect(all).toContain('<ims_render_object');
  });

  test.each(['qti21', 'qti30'] as const)(
    '%s: typed answers in any case, a circle of whole pixels in its picture',
    async (id) => {
      const { files } = await written(id, smallSet());
      const all = [...files].filter(([path]) => LIKE_XML.test(path)).map(([, content]) => textOf(content)).join(''); // prettier-ignore
      expect(all).not.toMatch(/case-?sensitive="true"/iu);
      expect(all).toMatch(/case-?sensitive="false"/iu);
      const [, x, y, radius] = /shape="circle" coords="(\d+),(\d+),(\d+)"/u.exec(all) ?? [];
      const [width, height] = [/width="(\d+)"/u, /height="(\d+)"/u].map((size) => Number(size.exec(all)?.[1]));
      expect([Number(x) < (width ?? 0), Number(y) < (height ?? 0), Number(radius) > 0]).toEqual([true, true, true]);
    },
  );
});

describe('the rows of spreadsheets', () => {
  const year = buildQuestion({
    fact: 'treaty:date', kind: 'date', form: 'choice', stem: 'In which year was the treaty made?',
    options: ['1914', '-31', '1918'].map((text, i) => ({ id: String.fromCharCode(97 + i), text, value: text, why: '' })), key: ['a'],
  }); // prettier-ignore
  const years = smallSet({ questions: [year], alternatives: {} });

  test('Kahoot!: its template’s name in B2, its heads in row 8, the first question in row 9', async () => {
    const rows = await sheetOf(years, 'kahoot');
    expect(rows[1]?.[1]).toBe('Quiz template');
    expect(rows[7]?.slice(1)).toEqual([
      'Question - max 120 characters', 'Answer 1 - max 75 characters', 'Answer 2 - max 75 characters', 'Answer 3 - max 75 characters',
      'Answer 4 - max 75 characters', 'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs', 'Correct answer(s) - choose at least one',
    ]); // prettier-ignore
    expect(rows[8]?.slice(0, 2)).toEqual([1, 'In which year was the treaty made?']);
    expect(rows[8]?.slice(2, 5), 'a year is a text').toEqual(['1914', '-31', '1918']);
  });

  test('Wayground: two rows of heads', async () => {
    const rows = await sheetOf(years, 'wayground');
    expect(rows[0]).toEqual([
      'Question Text', 'Question Type', 'Option 1', 'Option 2', 'Option 3', 'Option 4', 'Option 5', 'Correct Answer', 'Time in seconds',
      'Image Link', 'Answer explanation',
    ]); // prettier-ignore
    expect(rows[1]?.[0]).toBe('Text of the question');
    expect(rows[2]?.slice(0, 5)).toEqual([
      'In which year was the treaty made?',
      'Multiple Choice',
      '1914',
      '-31',
      '1918',
    ]);
  });

  test.each(['kahoot', 'wayground', 'classquiz', 'socrative'] as const)(
    '%s: a text longer than a cell is shortened, and said so',
    async (id) => {
      const long = { ...year, stem: 'So long '.repeat(5000), explanation: 'And longer '.repeat(5000) };
      const { losses, items } = await written(id, smallSet({ questions: [long], alternatives: {} }));
      expect(items.length).toBe(1);
      const cut = losses.flatMap((loss) => (loss.kind === 'shortened' ? [loss.part] : []));
      expect(cut).toContain('stem');
      if (id === 'wayground' || id === 'socrative') expect(cut).toContain('explanation');
    },
  );
});

describe('Markdown', () => {
  test('a text marks nothing up: no heading, list, quote, link or tag but ours, and stems come back as they were', async () => {
    const { text, items } = await written('markdown', hostileSet());
    const [questions = ''] = text.split('\n## ');
    const stems = [...questions.matchAll(/^\*\*\d+\.\*\* (.*)$/gmu)].map(([, stem = '']) => stem);
    expect(stems.map((stem) => stem.replace(/\\([!-/:-@[-`{-~])/gu, '$1'))).toEqual(items.map(({ stem }) => stem));
    for (const stem of stems) {
      expect(stem.replace(/\\./gu, '')).not.toMatch(/[`*_[\]{}<>&|~#]/u);
      expect(stem).not.toMatch(/^(?:[-+=>]|\d+[.)])\s?/u);
    }
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.length).toBe(2);
  });
});

test('every format that the program knows is tried here', () => {
  expect(formats.map(({ id }) => id)).toEqual([...FORMAT_IDS]);
});
