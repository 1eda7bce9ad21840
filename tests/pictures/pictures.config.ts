import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

/** See screenshots.spec.ts. */
export default defineConfig({
  ...base,
  testDir: '.',
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  reporter: 'list',
  projects: [{ name: 'pictures', use: { ...base.projects?.[0]?.use, trace: 'off', screenshot: 'off' } }],
});
