import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from '../../src/build/root.js';

/** The journeys of other browsers: `npm run test:cross`. One after the other, each with a browser of its own. */
export default defineConfig({
  resolve: { alias: { $lib: join(root, 'src/lib') } },
  test: {
    name: 'cross',
    include: ['tests/cross/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    retry: 0,
  },
});
