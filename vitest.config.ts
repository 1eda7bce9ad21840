import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { MESSAGES } from './src/build/messages.js';

// Apart from vite.config.ts, so that a build never loads a test package.
export default defineConfig({
  plugins: [paraglideVitePlugin({ ...MESSAGES, strategy: [...MESSAGES.strategy] }), sveltekit()],
  resolve: {
    // Svelte as the browser gets it: under `server` a rune is a plain variable and no effect runs.
    conditions: ['browser'],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: './tests/client-environment.ts',
          include: ['src/**/*.test.ts', 'tests/{architecture,laws,golden,content}/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
    ],
    expect: { requireAssertions: true },
    retry: 0,
    // Some tests go through a whole bank or a year of study, on machines that do other things meanwhile.
    testTimeout: 30_000,
  },
});
