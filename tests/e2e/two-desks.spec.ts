import type { BrowserContext, Page } from '@playwright/test';
import { DeskScreen } from './desk-screen';
import { expectGoodLooks } from './looks';
import { expect, test } from './site';
import { words } from './words';

const say = (name: string): string => words('en', name);

/** The same set on the desks of two tabs. */
async function twoDesks(context: BrowserContext, prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
  const one = new DeskScreen(await context.newPage());
  await one.make(4);
  const address = one.page.url();
  expect(address).toContain('?set=');
  const page = await context.newPage();
  await prepare(page);
  await page.goto(address);
  const two = new DeskScreen(page);
  await expect(two.cards).toHaveCount(4);
  await expect.poll(() => two.asked()).toEqual(await one.asked());
  return { one, two };
}

test('a set that another tab changes is told of and taken over, and undo leads back', async ({ context }) => {
  const { one, two } = await twoDesks(context);
  const before = await two.asked();
  await two.act(1, 'edit').click();
  await expect(two.sheet).toBeVisible();
  await one.act(0, 'remove').click();
  await expect(two.cards).toHaveCount(3);
  await expect(two.page.getByText(say('set_changed_elsewhere'))).toBeVisible();
  await expect(two.sheet, 'a sheet about another question goes').toHaveCount(0);
  await expect.poll(() => two.asked()).toEqual(await one.asked());
  await two.page.getByRole('button', { name: say('set_undo') }).click();
  await expect.poll(() => two.asked()).toEqual(before);
  await expect(two.page.getByText(say('set_changed_elsewhere'))).toBeHidden();
  await expect(one.cards).toHaveCount(4);
  await expect.poll(() => one.asked()).toEqual(before);
});

test('two tabs that cannot hear each other write nothing over: the second is asked, and nothing is lost', async ({
  context,
}) => {
  const deaf = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    });
  const { one, two } = await twoDesks(context, deaf);
  await one.title.fill('Of the first tab');
  await expect(one.saved).toBeVisible();
  await two.title.fill('Of the second tab');
  const conflict = two.page.getByRole('alert').filter({ hasText: say('set_changed_both') });
  await expect(conflict).toBeVisible();
  await expect(two.saved).toBeHidden();
  await expectGoodLooks(two.page, 'two states to choose from');
  await conflict.getByRole('button', { name: say('set_keep_mine') }).click();
  await expect(two.saved).toBeVisible();
  await expect(conflict).toBeHidden();
  await two.page.getByRole('button', { name: say('set_undo') }).click();
  await expect(two.title).toHaveValue('Of the first tab');
  await two.page.getByRole('button', { name: say('set_redo') }).click();
  await expect(two.title).toHaveValue('Of the second tab');
  await expect(two.saved).toBeVisible();
  await one.page.reload();
  await expect(one.title).toHaveValue('Of the second tab');
});

test('a set that another tab deletes stays on the screen until it is decided', async ({ context }) => {
  const { one, two } = await twoDesks(context);
  await one.page.goto('/teach/');
  await one.page.getByRole('button', { name: /^Delete: / }).click();
  const gone = two.page.getByRole('alert').filter({ hasText: say('set_removed_elsewhere') });
  await expect(gone).toBeVisible();
  await expect(two.cards).toHaveCount(4);
  await gone.getByRole('button', { name: say('set_keep_removed') }).click();
  await expect(two.saved).toBeVisible();
  await expect(one.page.getByRole('main').getByRole('article'), 'the list hears of it').toHaveCount(1);
});
