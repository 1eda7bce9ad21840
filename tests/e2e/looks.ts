import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './site';

/** What a theme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every fault that axe finds, as a line that says where. */
async function faultsOf(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  );
}

/** What is wider than the window, or hangs out of it sideways. A phone's browser may widen the page to fit: hence the width wanted. */
function sideways(page: Page, wanted: number): Promise<readonly string[]> {
  return page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const isWide = (each: Element): boolean => each.getBoundingClientRect().right > width + 1;
    // The innermost ones are to blame; those around them are stretched.
    const wide = [...document.querySelectorAll('main *, nav *, dialog *')].filter(
      (each) => isWide(each) && ![...each.children].some(isWide) && !(each instanceof SVGElement),
    );
    return [
      `the page is ${String(document.documentElement.scrollWidth)} px wide in a window of ${String(width)}`,
      ...wide
        .slice(0, 6)
        .map((each) => `${each.tagName.toLowerCase()}.${each.className}: ${each.textContent.trim().slice(0, 40)}`),
    ];
  }, wanted);
}

/** Text that its own box cuts off: nobody can read it. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('main *, nav *, dialog *')]
      .filter((each) => {
        const style = getComputedStyle(each);
        const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
        const forReaders = each.closest('.for-readers') !== null;
        const told = each.textContent.trim() !== '' && each.children.length === 0;
        return hides && told && !forReaders && each.scrollHeight > each.clientHeight + 1 && style.overflowY !== 'auto';
      })
      .map((each) => `${each.tagName.toLowerCase()}.${each.className}: ${each.textContent.trim().slice(0, 40)}`),
  );
}

/**
 * What a thumb can press but would miss: less than 44 px high or wide. A link inside a sentence is as high as its line (WCAG 2.5.8
 * excepts it); a control inside a label is as large as the label.
 */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pressable = 'a[href], button, input, select, textarea, summary, [role=button]';
    return [...document.querySelectorAll<HTMLElement>(pressable)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
      .filter((each) => !(each.tagName === 'A' && getComputedStyle(each).display === 'inline'))
      .filter((each) => !each.classList.contains('skip') && each.closest('.for-readers') === null)
      .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ each, box }) => {
        const name = each.getAttribute('aria-label') ?? each.textContent.trim().slice(0, 30);
        return `${each.tagName.toLowerCase()} “${name}”: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`;
      });
  });
}

/** Looks at a page as it stands: by axe in both themes, for a thumb, in a narrow window and with letters of double size. */
export async function expectGoodLooks(page: Page, state: string): Promise<void> {
  // Nothing is on its way from one colour or size to another.
  const atRest = await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important; }' });
  await inTheme(page, 'light');
  // At its end, where what sticks to the foot of the window covers nothing that could not be scrolled from under it.
  const top = await page.evaluate(() => {
    const before = scrollY;
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    return before;
  });
  expect.soft(await faultsOf(page, (axe) => axe.withTags(RULES)), `axe: ${state}, light`).toEqual([]);
  await inTheme(page, 'dark');
  expect.soft(await faultsOf(page, (axe) => axe.withRules(COLOUR_RULES)), `axe: ${state}, dark`).toEqual([]);
  await page.evaluate((before) => {
    scrollTo({ top: before, behavior: 'instant' });
  }, top);

  expect.soft(await smallTargets(page), `targets: ${state}`).toEqual([]);
  const size = page.viewportSize() ?? { width: 360, height: 740 };
  await page.setViewportSize({ width: 320, height: size.height });
  expect.soft(await sideways(page, 320), `320 px: ${state}`).toEqual([]);
  await page.setViewportSize(size);
  const doubled = await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
  const spoilt = [...(await sideways(page, size.width)), ...(await cutOff(page))];
  expect.soft(spoilt, `letters of double size: ${state}`).toEqual([]);
  for (const style of [doubled, atRest]) {
    await style.evaluate((each) => {
      each.parentNode?.removeChild(each);
    });
  }
}

async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
}
