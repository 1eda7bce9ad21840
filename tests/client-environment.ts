import type { Environment } from 'vitest/environments';

/**
 * Node as it is, with our files compiled for the browser, so that runes in `*.svelte.ts` react.
 * Vitest's own `node` environment compiles for server-side rendering.
 */
const environment: Environment = {
  name: 'node-client',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
};

export default environment;
