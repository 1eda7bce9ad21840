import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumFlags } from '../../src/build/chromium.js';
import { SiteProcess } from '../../src/build/site-process.js';
import type { Question } from '../../src/lib/core/questions/question';
import type { SavedSet } from '../../src/lib/core/questions/saved-set/saved-set';
import { openPrint } from '../e2e/teacher-sets';
import { teacherSet } from '../samples/teacher-set';
import { isHere, put, run } from './programs';

// What Chromium prints, read back by poppler: nothing here knows how the pages were made.

let site: SiteProcess;
let browser: Browser;
beforeAll(async () => {
  site = await SiteProcess.start();
  const executablePath = process.env.CHROME_PATH;
  browser = await chromium.launch({
    args: chromiumFlags(),
    ...(executablePath === undefined ? {} : { executablePath }),
  });
});
afterAll(async () => {
  await browser.close();
  await site.kill();
});

async function printed(name: string, set: SavedSet, choose: (page: Page) => Promise<void>): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  await openPrint(page, site.url, set);
  await choose(page);
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  await page.close();
  return put(`${name}.pdf`, pdf);
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The text of a page and what `pdfinfo` says of the file. */
function pages(path: string): readonly string[] {
  return run('pdftotext', ['-raw', path, '-']).stdout.split('\f').slice(0, -1).map(oneLine);
}

/** The text of a version's pages, or of its key's, which stand behind all versions. */
function part(all: readonly string[], footer: RegExp, isKey: boolean): string {
  const firstKey = all.findIndex(isKeyPage);
  const own = all.filter((text, i) => footer.test(text) && i >= firstKey === isKey);
  expect(own.length, String(footer)).toBeGreaterThan(0);
  return own
    .map((text) =>
      text
        .replace(footer, '')
        .replace(/(?:Made with Dateline|Створено в Dateline).*$/u, '')
        // The scale of a map: words over a picture come behind all others of their page.
        .replace(/(?: \d+ (?:km|км))+$/u, '')
        .trim(),
    )
    .join(' ');
}
const isKeyPage = (text: string): boolean => /Answer key, version|Ключ, варіант/u.test(text);

/** The part of a version that belongs to a question: from its stem to the next number. */
function taskOf(text: string, { stem }: Question): { readonly number: number; readonly block: string } {
  const at = text.indexOf(oneLine(stem));
  expect(at, stem).toBeGreaterThan(0);
  const number = Number(/(\d+)\. $/u.exec(text.slice(0, at))?.[1]);
  const end = text.indexOf(` ${String(number + 1)}. `, at);
  return { number, block: text.slice(at, end < 0 ? undefined : end) };
}

function keyOf(key: string, number: number): string {
  const found = new RegExp(`(?:^| )${String(number)}\\. (.*?)(?= ${String(number + 1)}\\. |$)`, 'u').exec(key);
  return found?.[1] ?? 'none';
}

function checkKey(question: Question, version: string, keys: string): void {
  const { number, block } = taskOf(version, question);
  const key = keyOf(keys, number);
  const texts = question.options.map(({ text }) => oneLine(text));
  const at = (text: string): number => block.indexOf(text);
  if (question.form === 'order') {
    // Which number goes into the box before each thing, from the top of the page to its bottom.
    const printedOrder = [...question.options].sort((a, b) => at(oneLine(a.text)) - at(oneLine(b.text)));
    const numbers = printedOrder.map(({ id }) => question.key.indexOf(id) + 1).join(' ');
    const steps = question.key.map((id, i) => `${String(i + 1)}) ${oneLine(question.options.find((option) => option.id === id)?.text ?? '')}`);
    expect(key).toBe([numbers, ...steps].join(' '));
  } else if (question.options.length > 0) {
    const right = texts[question.options.findIndex(({ id }) => question.key.includes(id))] ?? '';
    const letter = new RegExp(`([A-H]) ${right.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}`, 'u').exec(block)?.[1];
    expect(letter, `${block} / ${right}`).toMatch(/^[A-H]$/u);
    expect(key).toBe(`${letter ?? ''} ${right}`);
  } else if (question.accept !== null && 'names' in question.accept) {
    expect(question.accept.names.map(oneLine)).toContain(key.split(/ (?:Also right|Також правильно):/u)[0]);
  } else if (question.form === 'map') {
    expect(key).toMatch(/^[A-F]\d+ /u);
  } else {
    expect(key).toMatch(/\d{4}/u);
  }
} // prettier-ignore

describe.skipIf(!isHere('pdftotext', ['-v']))('a printed set, read back by pdftotext (left out where it is not installed)', () => {
  test.each(['en', 'uk'] as const)('in %s: each of four versions has the key of what is printed in it', async (language) => {
    const { set, questions } = await teacherSet(language);
    expect(new Set(questions.map(({ form }) => form)).size).toBeGreaterThan(4);
    const path = await printed(`test-${language}`, set, async (page) => {
      await page.getByRole('spinbutton').first().fill('4');
      await page.getByRole('spinbutton').first().blur();
      await page.locator('[data-key="D"]').waitFor();
    });
    expect(run('pdfinfo', [path]).stdout).toMatch(/Tagged:\s+yes[\s\S]*Page size:\s+594\.9\d x 841\.\d+ pts \(A4\)/u);
    const all = pages(path);
    const word = language === 'en' ? 'Version' : 'Варіант';
    const orders = ['A', 'B', 'C', 'D'].map((letter) => {
      const footer = new RegExp(String.raw`Tomorrow · ${word} ${letter} · (?:seed|число) 7\.2 · ukraine-2022 \S+ \d+ · CC BY-SA 4\.0`, 'u');
      const [version, keys] = [part(all, footer, false), part(all, footer, true)];
      for (const question of questions) checkKey(question, version, keys);
      return questions.map((question) => taskOf(version, question).number).join();
    });
    expect(new Set(orders).size).toBe(4);
    // Licence and origin on every page of every part, keys on pages of their own.
    for (const text of all) expect(text).toContain(' · CC BY-SA 4.0');
    expect(all.filter(isKeyPage).length).toBeGreaterThanOrEqual(4);
    for (const text of all.filter(isKeyPage)) expect(text).not.toContain(language === 'en' ? 'Class Date' : 'Клас Дата');
  });

  test.each(['long', 'short'] as const)('flashcards: turned over its %s edge, every back lies behind its front', async (edge) => {
    const { set } = await teacherSet('en');
    const path = await printed(`cards-${edge}`, set, async (page) => {
      await page.getByRole('combobox').first().selectOption('flashcards');
      await page.getByText(`${edge} edge`, { exact: true }).click();
      await page.locator('[data-side="back"]').first().waitFor();
    });
    const boxes = run('pdftotext', ['-bbox', path, '-']).stdout.split('<page ').slice(1).map(numbersOn);
    expect(boxes.length % 2).toBe(0);
    for (let i = 0; i < boxes.length; i += 2) {
      const [fronts, backs] = [boxes[i], boxes[i + 1]];
      expect(fronts?.size).toBe(i === 0 ? 8 : backs?.size);
      for (const [number, { column, row }] of fronts ?? [])
        expect(backs?.get(number), number).toEqual(edge === 'long' ? { column: 1 - column, row } : { column, row: 3 - row });
    }
  });

  test('on US Letter, and the timeline has every event once', async () => {
    const { set } = await teacherSet('en');
    const path = await printed('timeline', set, async (page) => {
      await page.getByRole('combobox').first().selectOption('timeline');
      await page.getByText('US Letter', { exact: true }).click();
      await page.locator('[data-event]').first().waitFor();
    });
    expect(run('pdfinfo', [path]).stdout).toMatch(/Page size:\s+612 x 792 pts \(letter\)/u);
    expect(pages(path).join(' ')).toContain('24 February 2022');
  });
}); // prettier-ignore

/** The numbers in the corners of cards on a page, and in which column and row they stand: two by four, on the page's middle. */
function numbersOn(page: string): ReadonlyMap<string, { readonly column: number; readonly row: number }> {
  const size = /width="([\d.]+)" height="([\d.]+)"/u.exec(page);
  const [width, height] = [Number(size?.[1]), Number(size?.[2])];
  const margin = (14 / 25.4) * 72;
  const corners = page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">(\d+\/\d+)<\/word>/gu);
  return new Map([...corners].map(([, left, top, number = '']) => {
    const row = Math.floor(((Number(top) - margin) / (height - 2 * margin)) * 4);
    return [number, { column: Number(left) < width / 2 ? 0 : 1, row }];
  }));
} // prettier-ignore
