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

const SHARED =
  /\/node_modules\/(svelte|@sveltejs\/kit|clsx|esm-env)\/|\/src\/(lib\/(ui|paraglide)|routes)\/|vite\/preload-helper/;

/** Shared, and yet no part of the start page's first paint: lists, the list of all that Svelte has, trouble with the storage. */
const LATER =
  /\/svelte\/src\/internal\/client\/(index|dom\/(blocks\/each|elements\/style))\.js|\/src\/(lib\/(ui\/(EmptyState|storage-words)|paraglide\/messages\/storage_)|routes\/Trouble)/;

/**
 * What most pages share travels as one file: twenty files of a few hundred bytes each take more room and more requests. Components
 * and words that few pages need stay with those, and what the start page does not need at first is a second file, for the others: the
 * start page has a budget.
 */
export const SHARED_CHUNKS = {
  groups: [
    {
      name: 'shell',
      priority: 1,
      test: (/** @type {string} */ id) => SHARED.test(id) && !LATER.test(id),
      minShareCount: 4,
    },
    { name: 'later', test: LATER, minShareCount: 4 },
  ],
};
