import { defineConfig } from 'vitest/config';

/** The journeys of other browsers: `npm run test:cross`. One after the other, each with a browser of its own. */
export default defineConfig({
  test: {
    name: 'cross',
    include: ['tests/cross/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    retry: 0,
  },
});
