/**
 * Svelte's class for custom elements is made when its module is read, so that no bundler leaves it out by itself. We have none, and it
 * takes a kilobyte on every page.
 *
 * @returns {import('vite').Plugin}
 */
export function withoutCustomElements() {
  return {
    name: 'dateline-without-custom-elements',
    apply: 'build',
    transform: {
      filter: { id: /\/svelte\/src\/internal\/client\/dom\/elements\/custom-element\.js/ },
      handler: (code) => ({ code, map: null, moduleSideEffects: false }),
    },
  };
}

/**
 * What most pages share travels as one file: twenty files of a few hundred bytes each take more room and more requests. Components
 * and words that few pages need stay with those.
 */
export const SHARED_CHUNKS = {
  groups: [
    {
      name: 'shell',
      test: /\/node_modules\/(svelte|@sveltejs\/kit|clsx|esm-env)\/|\/src\/(lib\/(ui|paraglide)|routes)\/|vite\/preload-helper/,
      minShareCount: 4,
    },
  ],
};
