import type { Locator, Page } from '@playwright/test';
import { ClassRoom, classBrowser, counts, onward, pinOf, seated } from './class-room';
import { expect, test } from './site';

// Host and pupil without mouse and thumb.

test.use(classBrowser);
test.setTimeout(120_000);

/** As far as anybody goes by Tab before giving up. */
const TABS_MOST = 150;

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < TABS_MOST; tabs++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nobody gets to ${String(target)} by Tab`);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

const seconds = async (host: Page): Promise<number> => {
  const [minutes = 0, rest = 0] = (await host.getByRole('timer').innerText()).split(':').map(Number);
  return minutes * 60 + rest;
};

test('a teacher leads a whole lesson by keyboard alone', async ({ browser, ownSite }) => {
  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const host = await desk.newPage();
  await host.goto(`${ownSite.url}/host/`);
  await expect(host.getByRole('button', { name: 'Open the class' })).toBeEnabled();
  await press(host, 'Open the class');
  const pin = await pinOf(host);
  const { port } = new URL(ownSite.url);
  const pocket = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const phone = await pocket.newPage();
  await phone.goto(`http://class.test:${port}/join/?room=${pin}`);
  const name = await seated(phone);

  await host.keyboard.press('?');
  await expect(host.getByText('Lock the class, or open it')).toBeVisible();
  const [locked, late] = [host.getByLabel('Locked: nobody may join'), host.getByLabel('Joining after the start')];
  await host.keyboard.press('l');
  await expect(locked).toBeChecked();
  await host.keyboard.press('l');
  await expect(locked).not.toBeChecked();
  await host.keyboard.press('j');
  await expect(late).not.toBeChecked();

  const main = host.locator('.steps .main');
  await onward(host);
  await expect(main).toHaveText('Let them answer');
  // The key where a Ukrainian layout has another letter.
  await main.dispatchEvent('keydown', { key: 'т', code: 'KeyN', bubbles: true });
  await expect(main).toHaveText('Show the answer');
  const left = await seconds(host);
  await host.keyboard.press('t');
  await expect.poll(() => seconds(host)).toBeGreaterThan(left + 5);
  await host.keyboard.press('p');
  await expect(main).toHaveText('Go on');
  await host.keyboard.press('p');
  await expect(main).toHaveText('Show the answer');
  // The door can be seen, and shut, in the middle of a question.
  await tabTo(host, locked);
  await host.keyboard.press('Space');
  await expect(locked).toBeChecked();

  await host.keyboard.press('d');
  await expect(main).toHaveText('Vote again');
  await host.keyboard.press('v');
  await expect(main).toHaveText('Show the answer');
  await host.keyboard.press('c');
  await expect(host.getByRole('button', { name: 'Time is over' })).toBeHidden();
  await host.keyboard.press('r');
  await expect(main).toHaveText('How the class stands');
  await onward(host);
  await onward(host);
  await host.keyboard.press('s');
  await expect(main).toHaveText('Next question');

  await tabTo(host, host.getByRole('button', { name }));
  await host.keyboard.press('Enter');
  await tabTo(host, host.getByRole('combobox', { name: 'Time' }));
  await host.keyboard.press('ArrowDown');
  await press(host, 'Send out');
  await expect(phone.getByRole('heading', { name: 'You are no longer in this class' })).toBeVisible();

  await host.keyboard.press('e');
  await tabTo(host, host.getByRole('dialog').getByRole('button', { name: 'End the lesson' }));
  await host.keyboard.press('Enter');
  await tabTo(host, host.getByRole('link', { name: 'Report of the lesson' }));
  await host.keyboard.press('Enter');
  await expect(host.getByRole('heading', { name: 'By question' })).toBeVisible();
  for (const context of [desk, pocket]) await context.close();
});

test('a pupil plays every form by keyboard alone', async ({ browser, ownSite }) => {
  const room = await ClassRoom.open(browser, ownSite);
  const host = await room.host();
  const phone = await room.phone(await pinOf(host));
  await seated(phone);
  const keys = phone.keyboard;
  const ways: readonly (() => Promise<void>)[] = [
    () => press(phone, '2 March 2022'),
    async () => {
      await tabTo(phone, phone.getByRole('textbox'));
      await keys.type('2 March 2022');
      await keys.press('Enter');
    },
    async () => {
      await tabTo(phone, phone.getByRole('application'));
      await keys.press('ArrowRight');
      await press(phone, 'Send');
    },
    async () => {
      await tabTo(phone, phone.getByRole('textbox'));
      await keys.type('Hostomel');
      await keys.press('Enter');
    },
    () => press(phone, 'Send'),
    () => press(phone, 'A truce was agreed'),
  ];
  for (const way of ways) {
    await onward(host);
    await expect(host.getByRole('button', { name: 'Show the answer' })).toBeVisible();
    await way();
    await counts(phone);
    await onward(host);
    await expect(phone.getByText('SECRET-EXPLANATION', { exact: false })).toBeVisible();
    await onward(host);
    await expect(phone.getByRole('heading', { name: 'So far' })).toBeVisible();
  }
  await expect(phone.getByText('4 of 6')).toBeVisible();
  await room.close();
});
