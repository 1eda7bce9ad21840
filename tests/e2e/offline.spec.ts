import type { BrowserContext } from '@playwright/test';
import { builtSite, filesOf } from './built-site';
import { openKeptBrowser } from './kept-browser';
import { waitUntilOfflineReady } from './offline-readiness';
import { PACK, ROUTES } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';

async function visitOnce(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/`);
  await waitUntilOfflineReady(page);
  await expect(page.getByRole('status').filter({ hasText: 'Dateline now works without a connection.' })).toBeVisible();
  await page.close();
}

test('after one visit every route opens in a fresh tab with the server process gone', async ({ context, ownSite }) => {
  await visitOnce(context, ownSite.url);
  await ownSite.kill();
  for (const { path, alive } of ROUTES) {
    const page = await context.newPage();
    await page.goto(`${ownSite.url}${path}`);
    await alive(page);
    const registered = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    );
    expect(registered, 'one worker for all of it').toEqual(['/']);
    await page.close();
  }
});

test('with the network switched off every route opens too', async ({ context, baseURL }) => {
  await visitOnce(context, baseURL ?? '');
  await context.setOffline(true);
  for (const { path, alive } of ROUTES) {
    const page = await context.newPage();
    await page.goto(path);
    await alive(page);
    await page.close();
  }
});

test('ten more questions are studied and stored with the server gone, and every page is one tap away', async ({
  context,
  ownSite,
}) => {
  const online = await context.newPage();
  await online.goto(`${ownSite.url}/`);
  await waitUntilOfflineReady(online);
  const first = new SessionScreen(online);
  await first.open(PACK, ownSite.url);
  expect(await first.study(10, 'pass')).toBe(10);
  await online.close();

  await ownSite.kill();
  const page = await context.newPage();
  await page.goto(`${ownSite.url}/`);
  await page.getByRole('link', { name: /^Go on: \d+ left$/ }).click();
  const session = new SessionScreen(page);
  expect(await session.study(10, 'pass')).toBe(10);

  const stored = await readStored(page);
  expect(answersOf(stored)).toHaveLength(20);
  expectMemoryOfLog(stored);

  await session.leave.click();
  const tabs = page.getByRole('navigation').getByRole('link');
  for (const name of ['Explore', 'Statistics', 'Settings', 'Study']) {
    await tabs.filter({ hasText: name }).click();
    await expect(tabs.filter({ hasText: name })).toHaveAttribute('aria-current', 'page');
  }
});

test('a browser that was closed and opened again still works with the server gone', async ({ ownSite }, info) => {
  const profile = info.outputPath('profile');
  const first = await openKeptBrowser(profile, info);
  await visitOnce(first, ownSite.url);
  const session = new SessionScreen(await first.newPage());
  await session.open(PACK, ownSite.url);
  const given = await session.study(3, 'pass');
  const stem = await session.stem.innerText();
  await first.close();
  await ownSite.kill();

  const second = await openKeptBrowser(profile, info);
  const again = new SessionScreen(await second.newPage());
  await again.open(PACK, ownSite.url);
  await expect(again.stem).toHaveText(stem);
  await again.study(2, 'pass');
  expect(answersOf(await readStored(again.page))).toHaveLength(given + 2);
  for (const { path, alive } of ROUTES) {
    await again.page.goto(`${ownSite.url}${path}`);
    await alive(again.page);
  }
  await second.close();
});

test('the service worker keeps all that the build holds, but for what is of no use offline', async ({ page }) => {
  await page.goto('/');
  await waitUntilOfflineReady(page);
  const kept = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes('precache'));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  const built = (await filesOf(builtSite))
    // Store pictures are for installing; the worker does not keep itself; a kept version number would always agree with itself.
    .filter((file) => !/^\/(screenshots\/|service-worker\.js$|_app\/version\.json$)/.test(file))
    .filter((file) => /\.(js|css|woff2|json|svg|png|ico|webmanifest|txt|html)$/.test(file))
    // A page is kept under its address, the fallback under its own name.
    .map((file) => file.replace(/index\.html$/, ''));
  expect(kept.sort()).toEqual(built.sort());
});
