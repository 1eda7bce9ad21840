import { LAZY_GROUPS, sharersOf } from './lazy-chunks.js';

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

const SVELTE = /\/node_modules\/(svelte|@sveltejs\/kit|clsx|esm-env)\/|vite\/preload-helper/;
const OURS = /\/src\/(lib\/(ui|paraglide)|routes)\//;

/** Of Svelte: lists, styles, and the list of all that there is. */
const SVELTE_LATER = /\/svelte\/src\/internal\/client\/(index|dom\/(blocks\/each|elements\/style))\.js/;
/** Of ours: what the layout and the start page name in their imports. */
const OURS_FIRST =
  /\/src\/(lib\/(ui\/(NavBar|language|theme)\.|paraglide\/([^/]+\.js|messages\/(loading|reload|tagline|nav_\w+)\.js))|routes\/dateline\.)/;

/** What the layout and Kit's first scripts are made of, and hardly anything else is: every page begins with it. */
const EVERYWHERE =
  /\/svelte\/src\/legacy\/legacy-client\.js|\/src\/lib\/(ui\/theme\.|paraglide\/messages\/(incomplete|reload|home_first_text)\.js)/;

/** What pages with forms and cards share, and neither the start page nor a session needs at once. */
const FORMS =
  /\/svelte\/src\/internal\/client\/dom\/elements\/bindings\/(input|select)\.js|\/src\/lib\/ui\/(Card|Dialog|Field|FileButton|Segments|Sheet|Toggle)\.svelte/;
/** What only walks through a pack and its pages need, however many of these share it: no study page carries it. */
const EXPLORING =
  /\/src\/(lib\/ui\/explore\/|routes\/explore\/|lib\/paraglide\/messages\/(explore_|event_|pack_(according|conflict|undated)))/;
/** What draws maps comes with the first map, wherever that is. */
const MAPS = /\/src\/(lib\/ui\/(MapPicture|map-view|map-labels)\.|routes\/study\/map-places\.)/;

/** @param {string} id */
const isFirst = (id) => !FORMS.test(id) && ((SVELTE.test(id) && !SVELTE_LATER.test(id)) || OURS_FIRST.test(id));

/** Pages, and parts brought in later, that must share a module for it to travel in one of the files that most pages share. */
const MANY = 4;

/**
 * What most pages share travels as one file: twenty files of a few hundred bytes each take more room and more requests. Components
 * and words that few pages need stay with those, and what pages share but the start page does not need for its first paint is a second
 * file, for the others, and forms and cards are a third: the start page and a session have a budget each.
 */
export const SHARED_CHUNKS = {
  groups: [
    {
      name: (/** @type {string} */ id, /** @type {import('rolldown').ChunkingContext} */ context) =>
        EVERYWHERE.test(id) || sharersOf(id, context) >= MANY ? 'shell' : null,
      debugName: 'shell',
      priority: 101,
      test: (/** @type {string} */ id) => isFirst(id) || EVERYWHERE.test(id),
    },
    { name: 'forms', priority: 100, test: FORMS, minShareCount: MANY },
    {
      name: 'later',
      priority: 100,
      test: (/** @type {string} */ id) =>
        ![isFirst(id), FORMS.test(id), EXPLORING.test(id), MAPS.test(id)].includes(true) &&
        (SVELTE.test(id) || OURS.test(id)),
      minShareCount: MANY,
    },
    ...LAZY_GROUPS,
  ],
};

/**
 * What a page brings in with `import()` is listed with all that it needs, file by file, in every page that might want it: two kilobytes on
 * the start page by now. Of these lists only the styles are needed (without them a page would stand bare); scripts name their own imports,
 * and after the first visit all of them are on the device.
 *
 * @param {string} _script
 * @param {string[]} needed
 * @param {{ hostType: 'html' | 'js' }} context
 */
export function listedDependencies(_script, needed, { hostType }) {
  return hostType === 'js' ? needed.filter((path) => path.endsWith('.css')) : needed;
}
