import type { Page } from '@playwright/test';
import { MIGRATIONS } from '../../src/lib/adapters/migrations';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';
import { words } from './words';

// Two tabs that want different versions of the database, in a real browser. The other tab is a page of the site without the app in it, so that
// it can be as old, or as new, as it likes.

/** A page of the site without the app in it: a picture. */
const WITHOUT_APP = '/icons/icon-192.png';

/** Opens the database as the first version of the app did and holds it, whoever asks for it. */
async function holdFirstVersion(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('dateline', 1);
        request.onupgradeneeded = () => {
          const { result } = request;
          const log = result.createObjectStore('log', { keyPath: 'id' });
          log.createIndex('by-key', 'keys', { multiEntry: true });
          log.createIndex('by-day', 'day');
          const memory = result.createObjectStore('memory', { keyPath: 'key' });
          memory.createIndex('by-due', ['pack', 'due']);
          memory.createIndex('by-last', ['pack', 'lastDay']);
          result.createObjectStore('sessions', { keyPath: 'pack' });
          for (const name of ['facts', 'settings', 'meta', 'snapshot-data']) result.createObjectStore(name);
          for (const name of ['parameters', 'packs', 'snapshots']) result.createObjectStore(name, { keyPath: 'id' });
          request.transaction?.objectStore('settings').put({ newPerDay: 3, sessionSize: 3 }, 'learner');
        };
        request.onsuccess = () => {
          Object.assign(globalThis, { held: request.result });
          resolve();
        };
        request.onerror = () => {
          reject(request.error ?? new Error('no database'));
        };
      }),
  );
}

/** Opens the database as a version to come would, and lets go of it. `blocked`: somebody kept an older one. */
async function openNextVersion(page: Page): Promise<string> {
  return page.evaluate(
    (version) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('dateline', version);
        request.onblocked = () => {
          resolve('blocked');
        };
        request.onsuccess = () => {
          request.result.close();
          resolve('open');
        };
      }),
    MIGRATIONS.length + 1,
  );
}

test('a tab that holds on to an old version is named, nothing is lost by waiting for it, and the old data go on', async ({
  context,
  page,
}) => {
  const old = await context.newPage();
  await old.goto(WITHOUT_APP);
  await holdFirstVersion(old);

  await page.goto(`/study/?pack=${PACK}`);
  const trouble = page.getByRole('alert');
  await expect(trouble).toContainText(words('en', 'storage_blocked').slice(0, 40));
  await old.evaluate(() => {
    (globalThis as unknown as { readonly held: IDBDatabase }).held.close();
  });
  await trouble.getByRole('button', { name: words('en', 'reload') }).click();
  const session = new SessionScreen(page);
  await session.waitForQuestion();
  await expect(session.progress, 'three a session, as it was set in the old version').toHaveAttribute(
    'aria-valuemax',
    '3',
  );
  await session.answer('pass');
  const stored = await readStored(page);
  expect(answersOf(stored)).toHaveLength(1);
  expectMemoryOfLog(stored);
  await page.goto('/settings/');
  await expect(page.getByText('Memory and log agree')).toBeVisible();
});

test('a tab in the middle of a session lets go for a newer version and says so; what was answered is there', async ({
  context,
  page,
}) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study(2, 'pass');
  const newer = await context.newPage();
  await newer.goto(WITHOUT_APP);
  const opened = await openNextVersion(newer);
  expect(opened, 'the session did not stand in its way').toBe('open');
  await expect(page.getByText(words('en', 'superseded'))).toBeVisible();
  expect(answersOf(await readStored(page))).toHaveLength(2);
});

// WebKit keeps a page that is left together with its connection, and the page after it waited for ever.
test('a page that is left lets go of the database', async ({ page }) => {
  await page.addInitScript(() => {
    let closed = 0;
    const every: { close: (this: IDBDatabase) => void } = IDBDatabase.prototype;
    const { close } = every;
    every.close = function () {
      closed += 1;
      close.call(this);
    };
    Object.defineProperty(globalThis, 'closedDatabases', { get: () => closed });
  });
  const closed = (): Promise<number> =>
    page.evaluate(() => (globalThis as unknown as { readonly closedDatabases: number }).closedDatabases);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study(1, 'pass');
  const before = await closed();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect.poll(closed).toBe(before + 1);
});

test('a page that was left and is shown again goes on where it was', async ({ page }) => {
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study(1, 'pass');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await session.study(1, 'pass');
  const stored = await readStored(page);
  expect(answersOf(stored)).toHaveLength(2);
  expectMemoryOfLog(stored);
});
