import type { Page } from '@playwright/test';
import { MIGRATIONS } from '../../src/lib/adapters/migrations';
import { PACK } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';
import { words } from './words';

// Two tabs that want different versions of the database, in a real browser. The other tab is a page of the site without the app in it, so that
// it can be as old, or as new, as it likes.

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

test('a tab that holds on to an old version is named, nothing is lost by waiting for it, and the old data go on', async ({
  context,
  page,
}) => {
  const old = await context.newPage();
  await old.goto('/theme.js');
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
  await newer.goto('/theme.js');
  const opened = await newer.evaluate(
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
  expect(opened, 'the session did not stand in its way').toBe('open');
  await expect(page.getByText(words('en', 'superseded'))).toBeVisible();
  expect(answersOf(await readStored(page))).toHaveLength(2);
});
