import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { root } from '../../src/build/root.js';
import type { Language } from '../e2e/words';
import { smallPng } from './small-png.js';

/** What a browser keeps between visits. */
export type State = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface Look {
  readonly device: 'phone' | 'wide' | 'store';
  readonly theme: 'light' | 'dark';
  readonly language: Language;
}

export const DAY_MS = 86_400_000;
/** Seven in the evening in Kyiv. */
export const FIRST_EVENING = Date.parse('2026-03-02T17:00:00Z');
export const evening = (day: number): Date => new Date(FIRST_EVENING + day * DAY_MS);
const DEVICES: Record<Look['device'], BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  store: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
};

/** A page of a device that looks so. */
export async function open(browser: Browser, look: Look, baseURL: string, state?: State): Promise<Page> {
  const context = await browser.newContext({
    ...DEVICES[look.device],
    baseURL,
    colorScheme: look.theme,
    locale: look.language === 'uk' ? 'uk-UA' : 'en-GB',
    timezoneId: 'Europe/Kyiv',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...(state === undefined ? {} : { storageState: state }),
  });
  return context.newPage();
}

/** Writes what is on the screen, as small as it can be without loss. */
export async function take(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // The last click's pointer would still light up whatever has come under it.
  await page.mouse.move(0, 0);
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' })));
}
