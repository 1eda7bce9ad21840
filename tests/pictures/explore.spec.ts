// npx playwright test -c tests/pictures/pictures.config.ts explore      takes the pictures of /explore anew
//
// docs/screenshots/: timeline, map (replay), card and chronicle on a phone, a tablet, a laptop and a projector, light and dark, in both languages.
// static/screenshots/share.png: what a link to the app shows where it is shared.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { root } from '../../src/build/root.js';
import { PACK } from '../e2e/routes';
import { expect, test } from '../e2e/site';
import { words, type Language } from '../e2e/words';
import { smallPng } from './small-png.js';

const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
  projector: { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
} as const satisfies Record<string, BrowserContextOptions>;

interface Look {
  readonly device: keyof typeof DEVICES;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
}

/** Each device in both themes and both languages. */
const LOOKS: readonly Look[] = (['phone', 'tablet', 'wide', 'projector'] as const).flatMap((device, at) => [
  { device, theme: 'light', language: at % 2 === 0 ? 'en' : 'uk' } as const,
  { device, theme: 'dark', language: at % 2 === 0 ? 'uk' : 'en' } as const,
]);

async function take(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' })));
}

const contextOf = ({ device, theme, language }: Look, baseURL: string): BrowserContextOptions => ({
  ...DEVICES[device],
  baseURL,
  colorScheme: theme,
  locale: language === 'uk' ? 'uk-UA' : 'en-GB',
  timezoneId: 'Europe/Kyiv',
  // Who wants no motion has no button to play the days.
  reducedMotion: 'no-preference',
  serviceWorkers: 'block',
});

for (const look of LOOKS) {
  const { device, theme, language } = look;
  const path = (name: string): string =>
    `docs/screenshots/${device}-${name}-${theme}${language === 'en' ? '' : `-${language}`}.png`;

  test(`explore: ${device}, ${theme}, ${language}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext(contextOf(look, baseURL ?? ''));
    const page = await context.newPage();
    await page.goto(`/explore/?pack=${PACK}`);
    await expect(page.getByRole('toolbar').locator('output')).not.toBeEmpty();
    await take(page, path('timeline'));
    await page.goto(`/explore/?pack=${PACK}&view=map&day=2022-02-25`);
    await expect(page.locator('path.oblast').first()).toBeAttached();
    if (device === 'projector') await page.getByRole('button', { name: words(language, 'explore_projector') }).click();
    await take(page, path('replay'));
    await page.goto(`/explore/?pack=${PACK}&event=ivankiv-captured`);
    await expect(page.getByRole('dialog').locator('path.oblast').first()).toBeAttached();
    await expect(page.getByRole('link', { name: words(language, 'explore_study_this') })).toBeVisible();
    await take(page, path('event'));
    await page.goto(`/explore/?pack=${PACK}&view=read&storyline=ivankiv`);
    await expect(page.locator('path.oblast').first()).toBeAttached();
    await take(page, path('chronicle'));
    await context.close();
  });
}

test('explore: what a shared link shows', async ({ browser, baseURL }) => {
  const look: Look = { device: 'wide', theme: 'light', language: 'en' };
  const context = await browser.newContext({
    ...contextOf(look, baseURL ?? ''),
    viewport: { width: 1200, height: 630 },
  });
  const page = await context.newPage();
  await page.goto(`/explore/?pack=${PACK}`);
  await expect(page.getByRole('toolbar').locator('output')).not.toBeEmpty();
  await take(page, 'static/screenshots/share.png');
  await context.close();
});
