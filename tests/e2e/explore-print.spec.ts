import type { Page } from '@playwright/test';
import { PACK } from './routes';
import { expect, test } from './site';

const EXPLORE = `/explore/?pack=${PACK}`;

/** As the browser does before it prints: the page is told, then laid out for paper. */
async function print(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
}
/** The colour in a corner of a canvas. */
const cornerOf = (canvas: HTMLCanvasElement): readonly number[] => [
  ...(canvas.getContext('2d')?.getImageData(2, canvas.height - 2, 1, 1).data ?? []),
];

test.use({ colorScheme: 'dark' });

test('a timeline is printed with all its lanes on white, in pieces that a page takes, and with its key', async ({ page }) => {
  await page.goto(EXPLORE);
  await expect(page.getByRole('toolbar').locator('output')).not.toBeEmpty();
  await print(page);
  const pieces = page.locator('.paper canvas');
  expect(await pieces.count()).toBeGreaterThan(1);
  const heights = await pieces.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height / each.getBoundingClientRect().width)); // prettier-ignore
  // A4 with margins is at most 1.45 times as high as wide.
  for (const ratio of heights) expect(ratio).toBeLessThan(1.4);
  await expect(page.locator('.scroller')).toBeHidden();
  await expect(page.locator('.key li').first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(pieces).toHaveCount(0);
  await expect(page.locator('.key')).toBeHidden();
}); // prettier-ignore

test('a day on the map is printed in ink on white, with the events of the day in words', async ({ page }) => {
  await page.goto(`${EXPLORE}&view=map&day=2022-02-25`);
  await expect(page.locator('path.oblast').first()).toBeAttached();
  await print(page);
  await expect(page.getByText('Russian troops broke through at Ivankiv', { exact: false })).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  // Names are dark: what was painted for the dark screen is not what goes on paper.
  const dark = await page.locator('.window canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at + 3] ?? 0) > 200 && (data[at] ?? 255) < 60 && (data[at + 1] ?? 255) < 60) count += 1;
    return count;
  });
  expect(dark).toBeGreaterThan(200);
  expect((await page.locator('.window canvas').evaluate(cornerOf))[3], 'the map below shows through').toBe(0);
  await expect(page.getByRole('slider')).toBeHidden();
});

test('the list and a chronicle are printed whole', async ({ page }) => {
  await page.goto(`${EXPLORE}&view=list`);
  const lines = page.locator('.tales li');
  await expect(lines).toHaveCount(60);
  await print(page);
  const count = Number((await page.locator('.count').innerText()).split(' ')[0]);
  expect(count).toBeGreaterThan(300);
  await expect(lines).toHaveCount(count);
  await expect(lines.last()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${EXPLORE}&view=read&storyline=ivankiv`);
  await expect(page.locator('path.oblast').first()).toBeAttached();
  await print(page);
  // Those below the window as well.
  await expect(page.locator('.seen')).toHaveCount(await page.locator('.seen svg').count());
});

test('of a page with a card on it only the card is printed, all of it', async ({ page }) => {
  await page.goto(`${EXPLORE}&event=ivankiv-captured`);
  const card = page.getByRole('dialog');
  await expect(card.getByText('Kyiv offensive', { exact: false })).toBeVisible();
  await print(page);
  await expect(card.getByRole('article')).toBeVisible();
  await expect(page.locator('.timeline')).toBeHidden();
  const { inner, outer } = await card.evaluate((dialog) => ({
    inner: dialog.scrollHeight,
    outer: dialog.clientHeight,
  }));
  expect(inner).toBe(outer);
});
