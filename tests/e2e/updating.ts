import type { Locator, Page } from '@playwright/test';
import { expect } from './site';

/** What offers a newer version. */
export function updatePrompt(page: Page): Locator {
  return page.getByRole('region', { name: 'A new version is ready.' });
}

/** Asks the browser to look for an update now, and waits until the worker that it finds has settled in the state. */
export async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

export async function expectWaiting(page: Page): Promise<void> {
  // An install fetches hundreds of files: on a busy machine that takes its time.
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state ?? 'none'), {
      timeout: 30_000,
    })
    .toBe('installed');
}
