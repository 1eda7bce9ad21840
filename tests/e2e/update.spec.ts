import type { Page } from '@playwright/test';
import { copySite, loseFile, makeNextVersion } from './next-version';
import { waitUntilOfflineReady } from './offline-readiness';
import { PACK, ROUTES } from './routes';
import { ServedFolder } from './served-folder';
import { SessionScreen } from './session-screen';
import { expect, test as base } from './site';
import { expectWaiting, lookForUpdate, updatePrompt } from './updating';

/** A site of the test's own that can be replaced by its next version while it is served. */
const test = base.extend<{ served: { readonly folder: string; readonly site: ServedFolder; readonly url: string } }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what a fixture needs
  served: async ({}, use, info) => {
    const folder = info.outputPath('site');
    await copySite(folder);
    const site = await ServedFolder.start(folder);
    await use({ folder, site, url: site.url });
    await site.kill();
  },
});

/** A mark that a reload wipes off. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { marked: true });
  });
}

const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'marked' in window);

async function versionShown(page: Page): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'About Dateline' }).click();
  return page.getByText(/^Version /).innerText();
}

test('an update is offered on the start page and never during a session, and is taken into use on request', async ({
  page,
  served: { folder, site, url },
}) => {
  await page.goto(`${url}/`);
  await waitUntilOfflineReady(page);
  const session = new SessionScreen(page);
  await session.open(PACK, url);
  const before = await session.stem.innerText();

  const next = await makeNextVersion(folder);
  await site.restart();
  await mark(page);
  await lookForUpdate(page);
  await expectWaiting(page);
  await expect(updatePrompt(page)).toBeHidden();
  await session.answer('pass');
  await expect(updatePrompt(page)).toBeHidden();
  expect(await isMarked(page), 'a session is not reloaded').toBe(true);
  await expect(session.stem).toHaveText(before);

  await session.leave.click();
  await expect(updatePrompt(page)).toBeVisible();
  expect(await versionShown(page)).not.toContain(next);
  await updatePrompt(page).getByRole('button', { name: 'Update' }).click();
  await expect(page.getByText(`Version ${next}`)).toBeVisible();
  expect(await isMarked(page), 'the page was reloaded').toBe(false);
  await expect(updatePrompt(page)).toBeHidden();

  await site.kill();
  for (const { path, alive } of ROUTES) {
    await page.goto(`${url}${path}`);
    await alive(page);
  }
});

test('“Later” leaves the old version in force, and the next visit offers the update again', async ({
  page,
  served: { folder, site, url },
}) => {
  await page.goto(`${url}/`);
  await waitUntilOfflineReady(page);
  const next = await makeNextVersion(folder);
  await site.restart();
  await lookForUpdate(page);
  await updatePrompt(page).getByRole('button', { name: 'Later' }).click();
  await expect(updatePrompt(page)).toBeHidden();
  expect(await versionShown(page)).not.toContain(next);
  await page.goto(`${url}/`);
  await expect(updatePrompt(page)).toBeVisible();
});

test('the tab of the very first visit takes an update like any other', async ({
  page,
  served: { folder, site, url },
}) => {
  await page.goto(`${url}/`);
  await waitUntilOfflineReady(page);
  const next = await makeNextVersion(folder);
  await site.restart();
  await lookForUpdate(page);
  await mark(page);
  await updatePrompt(page).getByRole('button', { name: 'Update' }).click();
  await expect.poll(() => isMarked(page).catch(() => true), 'the page is reloaded').toBe(false);
  expect(await versionShown(page)).toBe(`Version ${next}`);
});

test('one tab takes the update; another is not reloaded and goes on with the old version, the server gone', async ({
  context,
  served: { folder, site, url },
}) => {
  const asking = await context.newPage();
  await asking.goto(`${url}/`);
  await waitUntilOfflineReady(asking);
  await asking.reload();
  // Only the start page is loaded here: every other page's parts are still to come.
  const other = await context.newPage();
  await other.goto(`${url}/`);
  await expect(other.getByRole('link', { name: 'Begin' })).toBeVisible();
  const old = await asking.evaluate(async () => (await (await fetch('/_app/version.json')).json()) as unknown);

  const next = await makeNextVersion(folder);
  await site.restart();
  await mark(other);
  await lookForUpdate(asking);
  await expect(updatePrompt(other), 'each tab is told').toBeVisible();
  await mark(asking);
  await updatePrompt(asking).getByRole('button', { name: 'Update' }).click();
  await expect.poll(() => isMarked(asking).catch(() => true)).toBe(false);
  await expect(asking.getByRole('link', { name: 'Begin' })).toBeVisible();
  expect(await versionShown(asking)).toBe(`Version ${next}`);

  await site.kill();
  expect(await isMarked(other), 'only the tab that asked is reloaded').toBe(true);
  expect(await versionShown(other)).toBe(`Version ${(old as { version: string }).version}`);
  await other.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await expect(other.getByText('Memory and log agree')).toBeVisible();
  await other.getByRole('navigation').getByRole('link', { name: 'Study' }).click();
  await other.getByRole('link', { name: 'Begin' }).click();
  const session = new SessionScreen(other);
  await session.study(3, 'pass');
  expect(await isMarked(other), 'and it never was').toBe(true);

  await session.leave.click();
  await updatePrompt(other).getByRole('button', { name: 'Update' }).click();
  await expect.poll(() => isMarked(other).catch(() => true)).toBe(false);
  await expect(other.getByRole('link', { name: /^Go on: / })).toBeVisible();
  expect(await versionShown(other)).toBe(`Version ${next}`);
});

test('an update whose install meets a missing file leaves the old version in force', async ({
  page,
  served: { folder, site, url },
}) => {
  await page.goto(`${url}/`);
  await waitUntilOfflineReady(page);
  const next = await makeNextVersion(folder);
  await loseFile(folder);
  await site.restart();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const failed = new Promise<void>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const found = registration.installing;
        found?.addEventListener('statechange', () => {
          if (found.state === 'redundant') resolve();
        });
      });
    });
    await registration.update().catch(() => undefined);
    await failed;
  });
  await expect(updatePrompt(page)).toBeHidden();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();

  await site.kill();
  for (const { path, alive } of ROUTES) {
    await page.goto(`${url}${path}`);
    await alive(page);
  }
  await page.goto(`${url}/`);
  expect(await versionShown(page)).not.toContain(next);
});
