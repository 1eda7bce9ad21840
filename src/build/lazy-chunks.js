/** @typedef {import('rolldown').ChunkingContext} ChunkingContext */

/**
 * What is brought in together, once a page stands, by the modules that ask for it with `import()`: the device with its store and
 * settings, a session, a walk through a pack, the first page.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const MOMENTS = {
  device: ['lib/compose.ts'],
  home: ['routes/HomePacks.svelte', 'routes/pack-words.ts'],
  session: [
    'routes/study/open-session.ts',
    'lib/app/studying.svelte.ts',
    'lib/app/scope.ts',
    'lib/app/pack-lore.ts',
    'lib/app/question-source.ts',
    'lib/app/open-source.ts',
    'lib/app/memory-model.ts',
    'lib/app/exam-facts.ts',
    'lib/core/answers/judge.ts',
    'lib/core/packs/revive-pack.ts',
    'lib/core/packs/index-pack.ts',
  ],
  walk: ['lib/compose/exploring.ts', 'lib/core/packs/revive-pack.ts', 'lib/core/packs/index-pack.ts'],
};

/** What screens are made of: components and their words. What they show has other bounds: a map asks for places, not for pages. */
const SHOWN = /\/src\/(lib\/(ui|paraglide)|routes)\//;

/** More pages than there are. */
const MOST_PAGES = 40;

/** Modules by the pass that sorts them: Kit builds for the server and for the browser, and both know the same files. @type {WeakMap<ChunkingContext, Map<string, Place | null>>} */
const passes = new WeakMap();

/**
 * How many files that are asked for by themselves, pages and what is brought in with `import()`, hold a module or lead to it.
 *
 * @param {string} id
 * @param {ChunkingContext} context
 */
export function sharersOf(id, context) {
  let counted = counts.get(context);
  if (counted === undefined) {
    counted = new Map();
    counts.set(context, counted);
    const graph = readGraph(id, context);
    for (const [start, { isEntry, dynamic }] of graph) {
      if (!isEntry && !dynamic) continue;
      for (const reached of reach(graph, [start])) counted.set(reached, (counted.get(reached) ?? 0) + 1);
    }
  }
  return counted.get(id) ?? 0;
}

/** As `passes`. @type {WeakMap<ChunkingContext, Map<string, number>>} */
const counts = new WeakMap();

/**
 * @param {string} id
 * @param {ChunkingContext} context
 * @returns {Place | null}
 */
function placeOf(id, context) {
  /** @type {Map<string, Place | null>} */
  const sorted = passes.get(context) ?? new Map();
  passes.set(context, sorted);
  if (!sorted.has(id)) for (const [each, place] of sortModules(id, context)) sorted.set(each, place);
  return sorted.get(id) ?? null;
}

/**
 * Files for what no page has in its first scripts. Left to itself the bundler makes one for every set of `import()`s that share a module: a
 * hundred of a kilobyte each before the first question, and a slow line takes longer to ask for them than to bring them.
 *
 * A group takes along whatever its modules import, so what more pages or more moments share goes first: first what pages begin with,
 * which must not hang on anything that comes later, then what comes later.
 */
export const LAZY_GROUPS = [
  ...descending(MOST_PAGES).map((count) => groupOf('first', count, MOST_PAGES)),
  ...descending(Object.keys(MOMENTS).length + 1).map((count) => groupOf('later', count, 0)),
];

/**
 * @param {Place['when']} when
 * @param {number} count how many pages or moments share its modules
 * @param {number} above
 */
function groupOf(when, count, above) {
  return {
    name: (/** @type {string} */ id, /** @type {ChunkingContext} */ context) => {
      const place = placeOf(id, context);
      return place !== null && place.when === when && place.count === count ? place.name : null;
    },
    debugName: `${when} ${String(count)}`,
    priority: above + count,
  };
}

/** @param {number} most */
function descending(most) {
  return Array.from({ length: most }, (_, at) => most - at);
}

/**
 * @typedef {object} Place where a module travels
 * @property {'first' | 'later'} when
 * @property {number} count
 * @property {string} name
 */

/**
 * @param {string} start any module of the graph
 * @param {ChunkingContext} context
 * @returns {Map<string, Place | null>} null: as the bundler likes
 */
function sortModules(start, context) {
  const graph = readGraph(start, context);
  const entries = [...graph].filter(([, { isEntry }]) => isEntry).map(([id]) => id);
  const pages = entries.map((id) => reach(graph, [id]));
  const moments = Object.entries(MOMENTS).map(([name, ends]) => ({
    name,
    modules: reach(graph, rootsOf(graph, ends)),
  }));
  const named = new Set(moments.flatMap(({ modules }) => [...modules]));
  const elsewhere = reach(graph, [...graph].filter(([id, { dynamic }]) => dynamic && !named.has(id)).map(([id]) => id)); // prettier-ignore
  const apart = reach(graph, [...graph].filter(([, { dynamic, isEntry }]) => dynamic && !isEntry).map(([id]) => id)); // prettier-ignore
  /** @type {Map<string, Place | null>} */
  const places = new Map();
  for (const id of graph.keys()) {
    const on = pages.flatMap((modules, at) => (modules.has(id) ? [at] : []));
    // What one page begins with and nothing brings in later is a part of that page's own file.
    const isPage = entries.includes(id) || !(named.has(id) || (apart.has(id) && SHOWN.test(id)));
    // Two files: what moments take from a page's first one must not bring with it what only its cards and sheets share.
    const name = `first-${on.join('-')}${named.has(id) ? '' : '-more'}`;
    if (on.length > 0) places.set(id, isPage ? null : { when: 'first', count: on.length, name });
    else places.set(id, named.has(id) ? laterPlace(id) : null);
  }
  return places;

  /** @param {string} id @returns {Place} */
  function laterPlace(id) {
    const wanted = moments.flatMap(({ name, modules }) => (modules.has(id) ? [name] : []));
    if (wanted.includes('device')) return { when: 'later', count: moments.length + 1, name: 'device' };
    if (elsewhere.has(id)) wanted.push('more');
    return { when: 'later', count: wanted.length, name: wanted.join('-') };
  }
}

/** @typedef {{ readonly isEntry: boolean, readonly dynamic: boolean, readonly imports: readonly string[] }} Node */

/**
 * Every module that hangs together with this one, whichever way the imports go.
 *
 * @param {string} start
 * @param {ChunkingContext} context
 */
function readGraph(start, context) {
  /** @type {Map<string, Node>} */
  const graph = new Map();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (graph.has(id)) continue;
    const info = context.getModuleInfo(id);
    if (info === null) continue;
    const imports = [...info.importedIds];
    graph.set(id, { isEntry: info.isEntry, dynamic: info.dynamicImporters.length > 0, imports });
    open.push(...imports, ...info.dynamicallyImportedIds, ...info.importers, ...info.dynamicImporters);
  }
  return graph;
}

/**
 * @param {ReadonlyMap<string, Node>} graph
 * @param {readonly string[]} ends
 */
function rootsOf(graph, ends) {
  return [...graph.keys()].filter((id) => ends.some((end) => id.endsWith(`/src/${end}`)));
}

/**
 * These modules and all that they import statically.
 *
 * @param {ReadonlyMap<string, Node>} graph
 * @param {readonly string[]} roots
 */
function reach(graph, roots) {
  /** @type {Set<string>} */
  const found = new Set();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(graph.get(id)?.imports ?? []));
  }
  return found;
}
