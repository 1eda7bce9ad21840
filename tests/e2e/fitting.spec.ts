import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { weightsInUse } from '../../src/lib/core/memory/own-weights';
import type { OwnWeights } from '../../src/lib/core/memory/own-weights';
import { DEFAULT_WEIGHTS } from '../../src/lib/core/memory/parameters';
import { OTHER_WEIGHTS } from '../samples/made-learner';
import { DEFAULT_SET, madeUpLog } from '../samples/made-log';
import { builtSite } from './built-site';
import { expect, test } from './site';
import { readStored } from './stored-data';

/** Puts three hundred days of a learner on the disk whose memory is not the one that the app plans by. */
async function live(page: Page): Promise<void> {
  await page.goto('/settings/');
  await expect(page.getByText('Memory and log agree')).toBeVisible();
  const rows = madeUpLog(OTHER_WEIGHTS, 100).map((entry) => ({
    id: entry.id,
    day: entry.day,
    keys: entry.marks.map(({ fact }) => `${entry.pack}:${fact}`),
    entry,
  }));
  await page.evaluate(
    async ({ rows, set }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('dateline');
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('no database'));
        };
      });
      const transaction = database.transaction(['log', 'parameters'], 'readwrite');
      for (const row of rows) transaction.objectStore('log').put(row);
      transaction.objectStore('parameters').put(set);
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
    },
    { rows, set: DEFAULT_SET },
  );
}

async function weights(page: Page): Promise<readonly number[]> {
  const settings = (await readStored(page)).settings?.[0]?.[1] as { readonly fitting?: OwnWeights | null } | undefined;
  return weightsInUse(settings?.fitting ?? null);
}

test('a fit is worked out in a worker, says what it would change, is used when told to, and is taken back in one tap', async ({
  page,
}) => {
  await live(page);
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.reload();
  await expect(page.getByText(/There is enough that is new/)).toBeVisible();
  await page.getByRole('button', { name: 'Work out a fit' }).click();
  await expect(page.getByText('The fit foresees better what you know.')).toBeVisible();
  expect(workers).toHaveLength(1);
  expect(workers[0]).toContain('memory-worker');
  await expect(page.getByRole('row', { name: /Error of the forecast/ })).toContainText(/0\.\d{3}\s*0\.\d{3}/);
  expect(await weights(page), 'nothing is changed yet').toEqual(DEFAULT_WEIGHTS);

  await page.getByRole('button', { name: 'Use the fit' }).click();
  await expect(page.getByText(/The fit is in use since/)).toBeVisible();
  const fitted = await weights(page);
  expect(fitted).not.toEqual(DEFAULT_WEIGHTS);
  await page.reload();
  await page.getByRole('button', { name: 'Back to before' }).click();
  await expect(page.getByText(/is not in use/)).toBeVisible();
  expect(await weights(page)).toEqual(DEFAULT_WEIGHTS);
  await page.getByRole('button', { name: 'Use it again' }).click();
  await expect(page.getByText(/The fit is in use since/)).toBeVisible();
  expect(await weights(page)).toEqual(fitted);
});

test('with too few answers a fit says so and offers nothing', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByRole('button', { name: 'Work out a fit' }).click();
  await expect(page.getByText(/Too few answers for that yet/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use the fit' })).toHaveCount(0);
});

test.describe('in a browser without workers', () => {
  test.use({ serviceWorkers: 'block' });
  test('the same work is done on the page', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Worker');
    });
    await live(page);
    await page.reload();
    await page.getByRole('button', { name: 'Work out a fit' }).click();
    await expect(page.getByText('The fit foresees better what you know.')).toBeVisible();
  });
});

test('goals are compared: a picture, the same figures as a table, and what is worth it', async ({ page }) => {
  await page.goto('/settings/');
  await page.getByRole('button', { name: 'Compare goals' }).click();
  await expect(page.getByText(/Most facts for the time/)).toBeVisible();
  await page.getByText('As a table', { exact: true }).click();
  const minutes = await page.getByRole('row').filter({ hasText: '%' }).locator('td:nth-of-type(2)').allInnerTexts();
  expect(minutes.length).toBe(10);
  const costs = minutes.map((text) => Number(text.replace(/[^\d.]/g, '')));
  expect([...costs].sort((a, b) => a - b)).toEqual(costs);
  expect(costs.at(-1)).toBeGreaterThan(costs[0] ?? Infinity);
});

test('the worker is one of the files that are kept for when there is no connection', () => {
  const folder = join(builtSite, '_app/immutable/workers');
  const worker = readdirSync(folder).find((name) => /^memory-worker.*\.js$/.test(name));
  expect(worker).toBeDefined();
  expect(readFileSync(join(builtSite, 'service-worker.js'), 'utf8')).toContain(
    `_app/immutable/workers/${worker ?? ''}`,
  );
});
