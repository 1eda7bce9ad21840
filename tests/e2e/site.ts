import { test as base } from '@playwright/test';
import { SiteProcess } from '../../src/build/site-process.js';

interface TestFixtures {
  /** A server of this test alone, to be killed and restarted at will. Its address is not `baseURL`: take `ownSite.url`. */
  readonly ownSite: SiteProcess;
}

interface WorkerFixtures {
  /** One server for all tests of a worker: its address is `baseURL`. Leave it alive. */
  readonly site: SiteProcess;
}

/** Playwright's `test` with the real server behind every page. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from this pattern what a fixture needs
    async ({}, use) => {
      await serve(use);
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- as above
  ownSite: async ({}, use) => {
    await serve(use);
  },
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
});

async function serve(use: (site: SiteProcess) => Promise<void>): Promise<void> {
  const site = await SiteProcess.start();
  try {
    await use(site);
  } finally {
    await site.kill();
  }
}

export { expect } from '@playwright/test';
