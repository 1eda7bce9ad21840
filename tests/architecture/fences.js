/**
 * Who may import whom: the one table behind the `fences/imports` lint rule.
 *
 * A layer is a folder or a file of `src`; a path belongs to the first row that covers it. `may` names the layers that
 * it imports (its own is always among them unless `alone`), `packages` what it may name of the world outside `src`.
 * What is written nowhere is forbidden.
 *
 * @typedef {object} PackageRule
 * @property {RegExp} name the specifier, or its beginning up to a slash
 * @property {RegExp} [file] the only files of the layer that may name it
 * @property {boolean} [lazy] only as `import()` or as a type: it must not weigh on the first load
 *
 * @typedef {object} Layer
 * @property {string} name
 * @property {RegExp} path relative to the project, with forward slashes
 * @property {readonly string[]} may
 * @property {Readonly<Record<string, RegExp>>} [valuesOnlyFrom] layer → files whose values may be imported; of the rest only types
 * @property {readonly PackageRule[]} packages
 * @property {boolean} [alone] one file that nobody continues: it does not import its own layer either
 * @property {boolean} [computedImports] `import(variable)` is lawful here
 * @property {string} why
 */

const NODE = { name: /^node:/ };
const MESSAGES = 'messages';
const SVELTE = { name: /^svelte$/ };

/** @type {readonly Layer[]} */
export const layers = [
  {
    name: 'launcher',
    path: /^src\/(cli|server)\/[^/]+\.js$/,
    may: ['build'],
    packages: [NODE],
    computedImports: true, // of what was bundled a moment ago
    why: 'a launcher is plain JavaScript that Node runs before anything is built',
  },
  {
    name: 'core',
    path: /^src\/lib\/core\//,
    may: [],
    packages: [
      { name: /^ts-fsrs$/, file: /\/memory\/fsrs\.ts$/ },
      { name: /^valibot$/ },
      {
        name: /^(fflate|docx|fast-xml-parser|papaparse|read-excel-file|sql\.js|fzstd)$/,
        file: /^src\/lib\/core\/export\//,
      },
    ],
    why: 'core is pure: it has no DOM, no Node, no storage and no other layer, so that it runs the same everywhere',
  },
  {
    name: 'adapters',
    path: /^src\/lib\/adapters\//,
    may: ['core'],
    packages: [
      { name: /^idb$/ },
      { name: /^socket\.io-client$/ },
      { name: /^virtual:pwa-register$/ },
      { name: /^yaml$/, lazy: true },
      { name: /^uqr$/ },
      { name: /^js-aruco2$/ },
    ],
    why: "adapters are the world behind core's ports; they know core and nothing above it",
  },
  {
    name: 'app',
    path: /^src\/lib\/app\//,
    may: ['core'],
    packages: [SVELTE],
    why: 'app holds behaviour over core; the world reaches it through compose, as arguments',
  },
  {
    name: 'ui',
    path: /^src\/lib\/ui\//,
    may: ['core', MESSAGES],
    valuesOnlyFrom: { core: /\/[^/]*(words|wording|language)[^/]*$/ },
    packages: [SVELTE],
    why: 'a component has props in and callbacks out; of core it takes types and words',
  },
  {
    name: 'compose',
    path: /^src\/lib\/compose(\.svelte)?\.ts$|^src\/lib\/compose\/[^/]+\.ts$/,
    may: ['core', 'adapters', 'app'],
    packages: [{ name: /^virtual:packs$/ }],
    why: 'compose plugs adapters into app and does nothing else',
  },
  {
    name: MESSAGES,
    path: /^src\/lib\/paraglide\//,
    may: [],
    packages: [],
    why: 'messages are compiled from the catalogue',
  },
  {
    name: 'routes',
    path: /^src\/routes\//,
    may: ['core', 'app', 'ui', 'compose', MESSAGES],
    packages: [
      { name: /^@sveltejs\/kit$/ },
      { name: /^\$app$/ },
      { name: /^virtual:player$/, file: /\/join\/\+page\.svelte$/ },
      SVELTE,
    ],
    why: 'a route is thin: it puts components on a page, and the world reaches it through compose',
  },
  {
    name: 'service worker',
    path: /^src\/service-worker\.ts$/,
    may: [],
    alone: true,
    packages: [{ name: /^workbox-/ }],
    why: 'the service worker is read aloud in one go and shares no code with the page',
  },
  {
    name: 'hooks',
    path: /^src\/hooks[^/]*\.ts$/,
    may: [MESSAGES],
    packages: [{ name: /^@sveltejs\/kit$/ }],
    why: 'what Kit calls around a request knows only the language',
  },
  {
    name: 'declarations',
    path: /^src\/[^/]+\.d\.ts$/,
    may: ['core', 'app'],
    packages: [{ name: /^@sveltejs\/kit$/ }],
    why: 'what only describes a module to the compiler needs no more than its types',
  },
  {
    name: 'server',
    path: /^src\/server\//,
    may: ['core'],
    packages: [
      NODE,
      { name: /^sirv$/ },
      { name: /^valibot$/, file: /^src\/server\/rooms\// },
      { name: /^socket\.io$/ },
      { name: /^redis$/ },
      { name: /^uqr$/ },
    ],
    why: 'the server is files and sockets around core',
  },
  {
    name: 'cli',
    path: /^src\/cli\//,
    may: ['core'],
    packages: [NODE, { name: /^yaml$/ }],
    why: 'the command line is core with files and pipes',
  },
  {
    name: 'build',
    path: /^src\/build\//,
    may: ['core'],
    packages: [
      NODE,
      { name: /^yaml$/ },
      { name: /^vite$/ },
      { name: /^@sveltejs\/vite-plugin-svelte$/, file: /\/player-plugin\.js$/ },
      // Only to be asked where it keeps its Chromium.
      { name: /^@playwright\/test$/, file: /\/chromium\.js$/, lazy: true },
    ],
    computedImports: true, // of what was bundled a moment ago
    why: 'the build checks and packs content with core, and the app knows nothing of it',
  },
];

/**
 * Core's inner order: an area imports itself and the areas named here. A file that stands directly in core is `ids`.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const coreAreas = {
  ids: [],
  time: ['ids'],
  places: ['ids', 'time'],
  packs: ['ids', 'time', 'places'],
  questions: ['ids', 'time', 'places', 'packs'],
  answers: ['ids', 'time', 'places', 'packs', 'questions'],
  memory: ['ids', 'time'],
  room: ['ids', 'time', 'places', 'packs', 'questions', 'answers'],
  export: ['ids', 'time', 'places', 'packs', 'questions', 'answers'],
};

export const CORE_ORDER =
  'inside core, left never imports right: time → places → packs → questions → answers → room, export; memory needs only time';

/** Tests stand beside their subject and may use these on top of what the subject may. */
export const testPackages = [NODE, { name: /^(vitest|fast-check|fake-indexeddb|yaml|svelte)$/ }];
