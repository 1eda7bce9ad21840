import { defineConfig } from 'vitest/config';

/** Programs that other people wrote read our files: `npm run test:readers`. What is not installed is left out, and said. */
export default defineConfig({
  test: {
    name: 'readers',
    include: ['tests/readers/**/*.test.ts'],
    fileParallelism: false,
    // Each starts a program that may take its time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    retry: 0,
  },
});
