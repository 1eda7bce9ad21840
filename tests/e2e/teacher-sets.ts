import type { Page } from '@playwright/test';
import type { SavedSet } from '../../src/lib/core/questions/saved-set/saved-set';

/** Puts a teacher's set onto the device, past the app, which must have been opened once. */
export async function storeSet(page: Page, set: SavedSet): Promise<void> {
  await page.evaluate(async (row) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('a request failed'));
        };
      });
    const database = await settled(indexedDB.open('dateline'));
    await settled(database.transaction('sets', 'readwrite').objectStore('sets').put(row));
    database.close();
  }, set);
}

/** Opens what is printed of a set that was not on the device before. */
export async function openPrint(page: Page, url: string, set: SavedSet): Promise<void> {
  await page.goto(`${url}/teach/print/?set=${set.id}`);
  // The database is made by then.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await storeSet(page, set);
  await page.reload();
  await page.locator('.papers .sheet').first().waitFor();
}
