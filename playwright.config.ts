import { defineConfig, type Project } from '@playwright/test';
import process from 'node:process';
import { chromiumFlags, findChromium } from './src/build/chromium.js';

const executablePath = findChromium();

/** A phone of the cheaper half. Other sizes are a matter of single specs: `test.use({ viewport: … })`. */
const phone: Project['use'] = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
  timezoneId: 'Europe/Kyiv',
  launchOptions: { args: chromiumFlags(), ...(executablePath === null ? {} : { executablePath }) },
};

export default defineConfig({
  testDir: './tests/e2e',
  outputDir: './test-results',
  // A test that needs a second try is a test that fails.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: (process.env.CI ?? '') !== '',
  reporter: 'list',
  // A journey through every page on a machine of two cores, both of them busy.
  timeout: 60_000,
  expect: { timeout: 5000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'phone', testIgnore: '**/*.timing.spec.ts', use: phone },
    // What is measured runs apart: npm run test:e2e gives it the machine alone.
    { name: 'timing', testMatch: '**/*.timing.spec.ts', workers: 1, fullyParallel: false, use: phone },
  ],
});
