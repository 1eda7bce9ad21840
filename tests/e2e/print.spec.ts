import type { Page } from '@playwright/test';
import { teacherSet } from '../samples/teacher-set';
import { expectGoodLooks } from './looks';
import { expect, test } from './site';
import { openPrint } from './teacher-sets';
import { words } from './words';

const say = (name: string): string => words('en', name);

test.setTimeout(120_000);
test.beforeEach(async ({ page }) => {
  // The window of the printer belongs to the system.
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = 'yes';
    };
  });
});

interface OnPaper {
  readonly version: string;
  readonly tasks: readonly {
    readonly id: string;
    readonly number: string;
    readonly options: readonly (readonly [sign: string, text: string])[];
  }[];
  readonly keys: readonly (readonly [number: string, key: string, answer: string])[];
}

/** What stands on the sheets, version by version, as a teacher reads it. */
function onPaper(page: Page): Promise<readonly OnPaper[]> {
  return page.evaluate(() => {
    const textOf = (within: Element | null, selector: string): string =>
      within?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    return [...document.querySelectorAll<HTMLElement>('[data-version]')].map((sheet) => {
      const version = sheet.dataset.version ?? '';
      const key = document.querySelector(`[data-key="${version}"]`);
      return {
        version,
        tasks: [...sheet.querySelectorAll<HTMLElement>('[data-task]')].map((task) => ({
          id: task.dataset.task ?? '',
          number: textOf(task, '.stem b').replace('.', ''),
          options: [...task.querySelectorAll('.options li')].map((li) => [textOf(li, 'b'), textOf(li, 'span')] as const),
        })),
        keys: [...(key?.querySelectorAll<HTMLElement>('[data-number]') ?? [])].map(
          (line) => [line.dataset.number ?? '', textOf(line, '.key'), textOf(line, '.answer')] as const,
        ),
      };
    });
  }); // prettier-ignore
}

test('a test in three versions: each key fits its own sheet, and only sheets are printed', async ({ page, baseURL }) => {
  const { set, questions } = await teacherSet('en', 14);
  await openPrint(page, baseURL ?? '', set);
  await page.getByLabel(say('print_versions')).fill('3');
  await page.getByLabel(say('print_versions')).blur();
  await expect(page.locator('[data-key="C"]')).toBeAttached();
  const versions = await onPaper(page);
  expect(versions.map(({ version }) => version)).toEqual(['A', 'B', 'C']);
  for (const { tasks, keys } of versions) {
    expect(tasks.map(({ id }) => id).sort()).toEqual(questions.map(({ id }) => id).sort());
    for (const { id, number, options } of tasks) {
      const question = questions.find((one) => one.id === id);
      const [, key, answer] = keys.find(([of]) => of === number) ?? [];
      const right = question?.key.map((letter) => question.options.find((one) => one.id === letter)?.text) ?? [];
      if (question?.form === 'order') {
        const ranks = (key ?? '').split(' ').map(Number);
        expect(ranks.map((_, i) => options[ranks.indexOf(i + 1)]?.[1])).toEqual(right);
      } else if (options.length > 0) {
        expect(options.find(([sign]) => sign === key)?.[1]).toBe(right[0]);
        expect(answer).toBe(right[0]);
      } else expect(key).not.toBe('');
    }
  }
  expect(new Set(versions.map(({ tasks }) => tasks.map(({ id }) => id).join())).size).toBe(3);
  await expectGoodLooks(page, 'a test on its way to the printer');

  await page.getByRole('button', { name: say('print_now') }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: say('print_now') })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.locator('[data-version="A"]')).toBeVisible();
}); // prettier-ignore

test('cards, answer cards and the timeline hold all of their texts', async ({ page, baseURL }) => {
  const { set } = await teacherSet('uk', 20);
  await openPrint(page, baseURL ?? '', set);
  const what = page.getByLabel(say('print_what'));
  await what.selectOption('flashcards');
  await expect(page.locator('[data-side="back"]').first()).toBeAttached();
  /** What is cut off at the edge of a card. */
  const cut = await page.locator('.card').evaluateAll((cards) =>
    cards.flatMap((card) => {
      const [text, edge] = [card.querySelector('.text')?.getBoundingClientRect(), card.getBoundingClientRect()];
      const inner = [...card.querySelectorAll('p, ul, ol')].map((part) => part.getBoundingClientRect());
      const isCut = inner.some(({ top, bottom }) => top < edge.top - 1 || bottom > edge.bottom + 1);
      return text !== undefined && isCut ? [card.textContent] : [];
    }),
  );
  expect(cut).toEqual([]);
  await expectGoodLooks(page, 'flashcards');

  await what.selectOption('cards');
  await page.getByLabel(say('print_pupils')).fill('3');
  await page.getByLabel(say('print_pupils')).blur();
  await expect(page.locator('[data-letter="D"]')).toHaveCount(3);
  await page.getByText(say('print_card_pages'), { exact: true }).click();
  await expect(page.locator('.sheet')).toHaveCount(6);

  await what.selectOption('timeline');
  for (const size of ['print_text_small', 'print_text_normal', 'print_text_large']) {
    await page.getByText(say(size), { exact: true }).click();
    await expect(page.locator('[data-event]').first()).toBeAttached();
    const over = await page.locator('.poster').evaluateAll((sheets) =>
      sheets.flatMap((sheet) => {
        const boxes = [...sheet.querySelectorAll('[data-event]')].map((li) => [li.getBoundingClientRect(), li.textContent] as const); // prettier-ignore
        const foot = sheet.querySelector('footer')?.getBoundingClientRect().top ?? 0;
        return boxes.flatMap(([box, text], i) => ((boxes[i + 1]?.[0].top ?? foot) < box.bottom - 1 ? [text] : []));
      }),
    );
    expect(over, size).toEqual([]);
  }
  await expectGoodLooks(page, 'a timeline');
}); // prettier-ignore

test('a set that is not here is said', async ({ page }) => {
  await page.goto('/teach/print/?set=nowhere');
  await expect(page.getByRole('heading', { name: say('print_no_set_title') })).toBeVisible();
  await page.getByRole('link', { name: say('teach_back') }).click();
  await expect(page).toHaveURL(/\/teach\/$/);
});
