import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/lib/core/export/text/markup';
import { hostileSet, smallSet } from '../../samples/export-set';
import { FORBIDDEN, wellFormed, written } from './written';

// What Moodle 4.5 rejects or mangles, one by one: nothing of it may come out of our writer, whatever is in a set.
interface Text {
  readonly text: string;
}
interface MoodleQuestion {
  readonly '@type': string;
  readonly name?: Text;
  readonly questiontext?: Text;
  readonly idnumber?: string;
  readonly answer?: readonly (Text & { readonly '@fraction': string; readonly tolerance?: string })[];
  readonly shownumcorrect?: string;
  readonly selecttype?: string;
  readonly file?: { readonly '@name': string; readonly '#text': string };
  readonly drop?: { readonly coords: string };
}

async function quiz(options = {}): Promise<{ text: string; questions: readonly MoodleQuestion[] }> {
  const { text } = await written('moodle', hostileSet(), options);
  expect(wellFormed(text)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, trimValues: false, htmlEntities: true, isArray: (name) => ['answer', 'question', 'subquestion'].includes(name),
    processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  }); // prettier-ignore
  const { quiz: root } = parser.parse(text) as { quiz: { question: readonly MoodleQuestion[] } };
  return { text, questions: root.question.filter((question) => question['@type'] !== 'category') };
}

const { text, questions } = await quiz();
const of = (type: string): readonly MoodleQuestion[] => {
  const found = questions.filter((question) => question['@type'] === type);
  expect(found.length, type).toBeGreaterThan(0);
  return found;
};

describe('Moodle XML', () => {
  test('has every question, each shape as its own type', async () => {
    const { items } = await written('moodle', hostileSet());
    expect(questions.length).toBe(items.length);
    for (const type of ['multichoice', 'shortanswer', 'numerical', 'ordering', 'ddmarker']) of(type);
  });

  test('control characters: "Invalid character at line 2", nothing imported', () => {
    expect(text).not.toMatch(FORBIDDEN);
  });

  test('named entities such as &eacute;: "Undeclared entity", nothing imported', () => {
    expect(text.match(/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/gu)).toBeNull();
  });

  test('ordering without shownumcorrect: the whole import aborts', () => {
    for (const question of of('ordering')) expect(question.shownumcorrect).toBeDefined();
  });

  test('ordering without selecttype: six of ten items, at random', () => {
    for (const question of of('ordering')) expect(question.selecttype).toBe('ALL');
  });

  test('ordering with one item, or two that read alike: broken, or graded wrong', () => {
    for (const { answer = [] } of of('ordering')) {
      expect(answer.length).toBeGreaterThan(1);
      expect(new Set(answer.map((each) => each.text.toLowerCase())).size).toBe(answer.length);
    }
  });

  test('fractions that Moodle does not know: the file is refused', () => {
    for (const question of [...of('multichoice'), ...of('shortanswer'), ...of('numerical')])
      for (const answer of question.answer ?? []) expect(['0', '50', '100']).toContain(answer['@fraction']);
  });

  test('a choice with fewer than two answers, or none that is right', () => {
    for (const { answer = [] } of of('multichoice')) {
      expect(answer.length).toBeGreaterThan(1);
      expect(answer.filter((each) => each['@fraction'] === '100').length).toBe(1);
    }
  });

  test('idnumbers over 100 characters: the import aborts; doubled ones are dropped', () => {
    const ids = questions.map(({ idnumber = '' }) => idnumber);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(100);
    expect(hostileSet().questions.some(({ id }) => id.length > 100)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('long names are cut off by Moodle, so we cut them where a word ends', () => {
    expect(Math.max(...questions.map(({ name }) => name?.text.length ?? 0))).toBeLessThanOrEqual(200);
  });

  test('an asterisk in a short answer is a wildcard: "1914*" would match anything', () => {
    const texts = of('shortanswer').flatMap(({ answer = [] }) => answer.map((each) => each.text));
    expect(texts.some((each) => each.includes('*'))).toBe(true);
    for (const each of texts) expect(each).not.toMatch(/(?<!\\)\*/u);
  });

  test('a marker without its picture, or with coordinates that are no whole pixels, imports broken', () => {
    for (const { file, drop } of of('ddmarker')) {
      expect(file?.['@name']).toMatch(/^dateline-map-[0-9a-f]{12}\.png$/u);
      const png = Buffer.from(file?.['#text'] ?? '', 'base64');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      const [, x = '', y = '', radius = ''] = /^(\d+),(\d+);(\d+)$/u.exec(drop?.coords ?? '') ?? [];
      expect(Number(radius)).toBeGreaterThan(0);
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      // A larger picture is scaled down on import, and its targets are not.
      expect([width <= 600, height <= 400, Number(x) < width, Number(y) < height]).toEqual([true, true, true, true]);
    }
  });

  test('HTML is escaped once and only once', async () => {
    const { items } = await written('moodle', hostileSet());
    questions.forEach(({ questiontext }, i) => {
      const stem = html(items[i]?.stem ?? '');
      expect(questiontext?.text).toBe(`<p dir="auto">${stem}</p>`);
    });
  }); // prettier-ignore

  test('an older Moodle gets matching pairs in place of ordering', async () => {
    const old = await quiz({ substitutes: { order: 'match' } });
    const types = old.questions.map((question) => question['@type']);
    expect([types.includes('matching'), types.includes('ordering')]).toEqual([true, false]);
  });

  test('only types that Moodle has; an unknown one makes the whole file "no questions"', async () => {
    const { text: small } = await written('moodle', smallSet());
    const types = new Set([...small.matchAll(/<question type="(\w+)"/gu)].map(([, type]) => type));
    expect(types).toEqual(new Set(['category', 'multichoice', 'shortanswer', 'numerical', 'ddmarker', 'ordering']));
  });
});
