// npx playwright test -c tests/pictures/pictures.config.ts class        a class, as host, wall and phone see it
//
// docs/screenshots/: the wall in the lobby, with a question, and at the reveal (1920×1080); the teacher's control, the report and the cards; a
// pupil's phone asked and told. Light in English; some dark, some in Ukrainian. The lesson is made from the pack that comes with the app.
import type { Browser, Page } from '@playwright/test';
import { onward, pinOf } from '../e2e/class-room';
import { expect, test } from '../e2e/site';
import { words, type Language } from '../e2e/words';
import { open, take } from './picture';

const PUPILS = 6;

async function wallOf(browser: Browser, host: Page, theme: 'light' | 'dark', language: Language): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    deviceScaleFactor: 1,
    colorScheme: theme,
    locale: language === 'uk' ? 'uk-UA' : 'en-GB',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const wall = await context.newPage();
  const href = await host.getByRole('link', { name: words(language, 'host_projector') }).getAttribute('href');
  await wall.goto(new URL(href ?? '', host.url()).href);
  return wall;
}

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'uk'],
] as const) {
  test(`a class: ${theme}, ${language}`, async ({ browser, baseURL }) => {
    const say = (name: string): string => words(language, name);
    const path = (device: string, name: string): string =>
      `docs/screenshots/${device}-class-${name}-${theme}${language === 'en' ? '' : `-${language}`}.png`;
    const site = baseURL ?? '';
    const host = await open(browser, { device: 'wide', theme, language }, site);
    await host.goto('/host/');
    await expect(host.getByRole('button', { name: say('host_open_room') })).toBeEnabled();
    await take(host, path('wide', 'choose'));
    await host.getByRole('button', { name: say('host_open_room') }).click();
    const pin = await pinOf(host);
    const wall = await wallOf(browser, host, theme, language);
    const phones: Page[] = [];
    for (let i = 0; i < PUPILS; i++) {
      const phone = await open(browser, { device: 'phone', theme, language }, site);
      await phone.goto(`/join/?room=${pin}`);
      await expect(phone.getByRole('heading', { name: say('join_lobby_title') })).toBeVisible();
      phones.push(phone);
    }
    const [first] = phones;
    if (first === undefined) throw new Error('there are six');
    await expect(wall.locator('.names li')).toHaveCount(PUPILS);
    await take(wall, path('wall', 'lobby'));
    await take(host, path('wide', 'lobby'));
    await take(first, path('phone', 'lobby'));

    // The first question with options to tap.
    for (let asked = 0; ; asked++) {
      await onward(host);
      await onward(host);
      const tappable = first.getByRole('group', { name: say('choices_label') }).getByRole('button');
      if ((await tappable.count()) > 0) break;
      if (asked > 5) throw new Error('no question with options came');
      await onward(host);
      await onward(host);
    }
    await take(wall, path('wall', 'question'));
    for (const [at, phone] of phones.entries()) {
      const options = phone.getByRole('group', { name: say('choices_label') }).getByRole('button');
      await options.nth(at % (await options.count())).click();
      await expect(phone.getByText(say('join_counts'))).toBeVisible();
    }
    await take(first, path('phone', 'question'));
    await take(host, path('wide', 'control'));
    await onward(host);
    await expect(first.locator('.why')).toBeVisible();
    await expect(wall.locator('.why')).toBeVisible();
    await take(wall, path('wall', 'reveal'));
    await take(first, path('phone', 'told'));
    await onward(host);
    await take(wall, path('wall', 'standings'));
    await host.getByRole('button', { name: say('host_end') }).click();
    await host
      .getByRole('dialog')
      .getByRole('button', { name: say('host_end') })
      .click();
    await expect(first.getByRole('heading', { name: say('join_ended_title') })).toBeVisible();
    await host.getByRole('link', { name: say('host_report') }).click();
    await expect(host.getByRole('table')).toBeVisible();
    await take(host, path('wide', 'report'));
    await host.goto('/host/cards/');
    await take(host, path('wide', 'cards'));
    await host.goto('/host/doctor/');
    await expect(host.getByText(say('room_doctor_line'), { exact: false })).toBeVisible();
    await take(host, path('wide', 'doctor'));
    for (const page of [host, wall, ...phones]) await page.context().close();
  });
}
