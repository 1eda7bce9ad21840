import { describe, expect, test } from 'vitest';
import { creditLines } from '../../../src/lib/core/export/credit';
import { hostileSet } from '../../samples/export-set';
import { FORBIDDEN, reader, written } from './written';

const { text, items } = await written('gift', hostileSet());
const pegjs = await reader('gift-pegjs');

/** The blocks that an empty line divides, comments and category left out. */
const blocks = text
  .split(/\n\s*\n/u)
  .map((block) =>
    block
      .split('\n')
      .filter((line) => !line.startsWith('//') && !line.startsWith('$CATEGORY') && line !== '')
      .join('\n'),
  )
  .filter((block) => block !== '');

/** A text as GIFT gives it back. */
const unescaped = (part: string): string =>
  part.replace(/\\([~=#{}:\\n])/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('GIFT', () => {
  test('an empty line ends a question, so there is a block for each and no more', () => {
    expect(blocks.length).toBe(items.length);
  });

  test('a line that begins with // is dropped: only our own comments do', () => {
    const comments = text.split('\n').filter((line) => /^\s*\/\//u.test(line));
    expect(comments.filter((line) => !line.startsWith('// [id:')).length).toBe(creditLines(hostileSet()).length);
    expect(comments.filter((line) => line.startsWith('// [id:')).length).toBe(items.length);
  });

  test('an unescaped { in a stem would make another question: the answers begin at the only brace', () => {
    for (const block of blocks) {
      expect(block.match(/(?<!\\)(?:\\\\)*\{/gu)?.length).toBe(1);
      expect(block.match(/(?<!\\)(?:\\\\)*\}/gu)?.length).toBe(1);
    }
  });

  test('=E=mc2 would be two right answers: one line, one answer, one sign', () => {
    for (const block of blocks) {
      for (const line of block.split('\n').filter((each) => each.startsWith('\t'))) {
        const body = line.slice(2);
        // Feedback follows a single #; everything else is escaped.
        expect(body.replace(/#.*$/u, '')).not.toMatch(/(?<!\\)(?:\\\\)*[=~{}]/u);
      }
    }
  });

  test('an arrow in an answer would make a matching question', () => {
    items.forEach((item, i) => {
      if (item.shape === 'match') return;
      for (const line of (blocks[i] ?? '').split('\n').filter((each) => each.startsWith('\t'))) expect(line).not.toContain('->');
    });
  }); // prettier-ignore

  test('a percentage at the beginning of an answer would be its share of the credit', () => {
    for (const line of text.split('\n').filter((each) => /^\t[=~]/u.test(each))) {
      expect(line.slice(2)).not.toMatch(/^%(?!100%|50%)/u);
    }
  });

  test('a typed asterisk is no wildcard', () => {
    const typed = text.split('\n').filter((line) => line.startsWith('\t=%100%'));
    expect(typed.some((line) => line.includes('*'))).toBe(true);
    for (const line of typed) expect(line).not.toMatch(/(?<!\\)\*/u);
  });

  test('a year is a number with a tolerance, negative before our era', () => {
    expect(text).toContain('{\n#\n\t=-31:0\n\t=%50%-31:5\n');
  });

  test('no control characters', () => {
    expect(text).not.toMatch(FORBIDDEN);
  });

  test('stems come back as they were', () => {
    items.forEach((item, i) => {
      const [, stem = ''] = /::\[html\](.*) \{$/mu.exec(blocks[i] ?? '') ?? [];
      expect(unescaped(stem)).toBe(item.stem.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;'));
    });
  }); // prettier-ignore

  test('another reader of GIFT takes all of it', (context) => {
    const parse = pegjs?.parse;
    if (typeof parse !== 'function') {
      context.skip('gift-pegjs is not installed');
      return;
    }
    const questions = (parse as (text: string) => readonly { readonly type: string }[])(text).filter(({ type }) => type !== 'Category');
    expect(questions.length).toBe(items.length);
  }); // prettier-ignore
});
