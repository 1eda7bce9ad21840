import { posix } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { fewWaysFor, forbidden, lint, waysFor, type Way } from './lint-sample';

/** A made-up file of each layer, and what others would name to get it. */
const FILES = {
  core: 'src/lib/core/time/made-up',
  adapters: 'src/lib/adapters/made-up',
  app: 'src/lib/app/made-up',
  ui: 'src/lib/ui/made-up',
  compose: 'src/lib/compose',
  routes: 'src/routes/study/made-up',
  'service worker': 'src/service-worker',
  server: 'src/server/made-up',
  cli: 'src/cli/made-up',
  build: 'src/build/made-up',
} as const;
type Layer = keyof typeof FILES;

/** The table of the design, copied by hand: the rule has a table of its own, and the two must agree. */
const TABLE = `
                 core   adapters  app  ui   compose
core             yes    no        no   no   no
adapters         yes    yes       no   no   no
app              yes    no        yes  no   no
ui               types  no        no   yes  no
compose          yes    yes       yes  no   yes
routes           yes    no        yes  yes  yes
service-worker   no     no        no   no   no
server           yes    no        no   no   no
cli              yes    no        no   no   no
build            yes    no        no   no   no`;

type Verdict = 'yes' | 'no' | 'types';

const [columns = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([from = '', ...verdicts]) =>
  verdicts.map((verdict, i) => ({
    from: from.replace('-', ' ') as Layer,
    to: columns[i] as Layer,
    verdict: verdict as Verdict,
  })),
);

/** A second file of the same layer: what a whole activity is plugged with stands in a folder beside `compose.ts`. */
function another(layer: Layer): string {
  return layer === 'compose' ? `${FILES.compose}/made-up` : `${FILES[layer]}-other`;
}

/** Layers of one file have no components. */
function filesOf(layer: Layer): readonly string[] {
  const single = layer === 'compose' || layer === 'service worker';
  return single ? [`${FILES[layer]}.ts`] : [`${FILES[layer]}.ts`, `${FILES[layer]}.svelte`];
}

/** The same file, as `$lib/…` where it has such a name, and from where the importer stands. */
function namesOf(from: string, to: string): readonly string[] {
  const way = posix.relative(posix.dirname(from), to);
  const relative = way.startsWith('.') ? way : `./${way}`;
  return to.startsWith('src/lib/') ? [to.replace('src/lib/', '$lib/'), relative] : [relative];
}

/** What must be forbidden of these ways. */
function expected(ways: readonly Way[], verdict: Verdict): readonly string[] {
  return ways
    .filter((way) => verdict === 'no' || (verdict === 'types' && way.typeOnly !== true))
    .map((way) => way.name);
}

describe('the table of layers', () => {
  it('is read whole', () => {
    expect(cells).toHaveLength(50);
    expect(cells.filter(({ verdict }) => verdict === 'no')).toHaveLength(32);
  });

  test.each(cells)('$from → $to: $verdict', ({ from, to, verdict }) => {
    const target = from === to ? another(to) : FILES[to];
    for (const path of filesOf(from)) {
      for (const name of namesOf(path, target)) {
        const ways = waysFor(path);
        expect(forbidden(path, name, ways), `${path} names ${name}`).toEqual(expected(ways, verdict));
      }
    }
  });

  const outside = ['routes', 'service worker', 'server', 'cli', 'build'] as const;
  const pairs = (Object.keys(FILES) as Layer[]).flatMap((from) =>
    outside.filter((to) => to !== from).map((to) => ({ from, to })),
  );
  test.each(pairs)('$from → $to, which has no column: no', ({ from, to }) => {
    for (const path of filesOf(from)) {
      for (const name of namesOf(path, FILES[to])) {
        const ways = fewWaysFor(path);
        expect(forbidden(path, name, ways), `${path} names ${name}`).toEqual(expected(ways, 'no'));
      }
    }
  });

  it('lets components take the words of core, and of the rest only types', () => {
    expect(lint('src/lib/ui/Made.svelte', `<script>import { words } from '$lib/core/time/words';</script>`)).toEqual(
      [],
    );
    expect(lint('src/lib/ui/made.ts', "import { sort } from '$lib/core/places/collate'; sort();")).toEqual([
      'ui must import only types from src/lib/core/places/collate: a component has props in and callbacks out; of core it takes types and words',
    ]);
  });

  it('lets a launcher import the build, and nothing that must be built first', () => {
    expect(lint('src/cli/start.js', "import { root } from '../build/root.js'; await import(root);")).toEqual([]);
    expect(lint('src/cli/start.js', "import { main } from './main.ts'; main();")).toHaveLength(1);
  });
});

/** Inside core: an area, then the areas that it may name beside itself. */
const AREAS = {
  time: [],
  places: ['time'],
  packs: ['time', 'places'],
  questions: ['time', 'places', 'packs'],
  answers: ['time', 'places', 'packs', 'questions'],
  memory: ['time'],
  room: ['time', 'places', 'packs', 'questions', 'answers'],
  export: ['time', 'places', 'packs', 'questions', 'answers'],
} as const;
type Area = keyof typeof AREAS;
const areas = Object.keys(AREAS) as Area[];

describe('the areas of core', () => {
  const pairs = areas.flatMap((from) => areas.map((to) => ({ from, to })));
  test.each(pairs)('$from → $to', ({ from, to }) => {
    const may = from === to || (AREAS[from] as readonly Area[]).includes(to);
    const path = `src/lib/core/${from}/made-up.ts`;
    const ways = fewWaysFor(path);
    for (const name of [`../${to}/other`, `$lib/core/${to}/deep/other`]) {
      expect(forbidden(path, name, ways), name).toEqual(expected(ways, may ? 'yes' : 'no'));
    }
  });

  test.each(areas)('%s may name an id, and ids name nothing', (area) => {
    expect(lint(`src/lib/core/${area}/made-up.ts`, "import type { Id } from '../ids';")).toEqual([]);
    expect(lint('src/lib/core/ids.ts', `import type { X } from './${area}/x';`)).toHaveLength(1);
  });

  it('has no other areas', () => {
    expect(lint('src/lib/core/sound/made-up.ts', "import '../time/span';")).toEqual([
      expect.stringContaining('core has no area sound'),
    ]);
  });
});

/** A package, and the files that may name it: `lazy` ones only with import() or for its types. */
const PACKAGES: readonly { readonly name: string; readonly homes: readonly string[]; readonly lazy?: true }[] = [
  { name: 'ts-fsrs', homes: ['src/lib/core/memory/fsrs.ts'] },
  { name: 'valibot', homes: ['src/lib/core/packs/schema/made-up.ts'] },
  { name: 'fflate', homes: ['src/lib/core/export/apkg/zip.ts'] },
  { name: 'docx', homes: ['src/lib/core/export/docx.ts'] },
  { name: 'fast-xml-parser', homes: ['src/lib/core/export/xml.ts'] },
  { name: 'papaparse', homes: ['src/lib/core/export/csv.ts'] },
  { name: 'read-excel-file', homes: ['src/lib/core/export/excel.ts'] },
  { name: 'sql.js', homes: ['src/lib/core/export/sql.ts'] },
  { name: 'fzstd', homes: ['src/lib/core/export/zstd.ts'] },
  { name: 'idb', homes: ['src/lib/adapters/made-up.ts'] },
  { name: 'socket.io-client', homes: ['src/lib/adapters/made-up.ts'] },
  { name: 'virtual:pwa-register', homes: ['src/lib/adapters/made-up.ts'] },
  { name: 'uqr', homes: ['src/lib/adapters/made-up.ts', 'src/server/made-up.ts'] },
  { name: 'js-aruco2', homes: ['src/lib/adapters/made-up.ts'] },
  { name: 'yaml', homes: ['src/lib/adapters/made-up.ts'], lazy: true },
  { name: 'yaml', homes: ['src/cli/made-up.ts', 'src/build/made-up.ts'] },
  { name: 'vite', homes: ['src/build/made-up.ts'] },
  { name: 'svelte', homes: ['src/lib/app/made-up.ts', 'src/lib/ui/Made.svelte'] },
  { name: 'virtual:player', homes: ['src/routes/join/+page.svelte'] },
  { name: 'virtual:packs', homes: ['src/lib/compose.ts'] },
  { name: '@sveltejs/kit', homes: ['src/routes/+layout.ts'] },
  { name: 'workbox-precaching', homes: ['src/service-worker.ts'] },
  { name: 'socket.io', homes: ['src/server/made-up.ts'] },
  { name: 'sirv', homes: ['src/server/made-up.ts'] },
  { name: 'redis', homes: ['src/server/made-up.ts'] },
  { name: 'node:fs', homes: ['src/server/made-up.ts', 'src/cli/made-up.ts', 'src/build/made-up.ts'] },
];

/** A file of each layer that is nobody's home but its layer's, and one in core that is not the one that knows ts-fsrs. */
const STRANGERS = [...new Set((Object.keys(FILES) as Layer[]).flatMap(filesOf))];

/** Beside its home, a package may be named in these layers too. */
const ALSO: Readonly<Record<string, RegExp>> = {
  yaml: /^src\/(cli|build|lib\/adapters)\//,
  'node:fs': /^src\/(cli|build|server)\//,
  svelte: /^src\/(lib\/(app|ui)|routes)\//,
  '@sveltejs/kit': /^src\/routes\//,
  valibot: /^src\/lib\/core\//,
  vite: /^src\/build\//,
  'virtual:player': /^src\/routes\/join\/\+page\.svelte$/,
  'virtual:packs': /^src\/lib\/compose/,
  'workbox-precaching': /^src\/service-worker/,
  ...Object.fromEntries(['socket.io', 'sirv', 'redis'].map((name) => [name, /^src\/server\//])),
  uqr: /^src\/(server|lib\/adapters)\//,
  ...Object.fromEntries(
    ['idb', 'socket.io-client', 'virtual:pwa-register', 'js-aruco2'].map((name) => [name, /^src\/lib\/adapters\//]),
  ),
};

describe('packages', () => {
  test.each(PACKAGES)('$name at home: $homes', ({ name, homes, lazy }) => {
    for (const path of homes) {
      const ways = waysFor(path);
      const wrong = ways.filter((way) => lazy === true && way.lazy !== true && way.typeOnly !== true);
      expect(forbidden(path, name, ways), path).toEqual(wrong.map((way) => way.name));
    }
  });

  test.each([...new Set(PACKAGES.map(({ name }) => name))])('%s is a stranger everywhere else', (name) => {
    const elsewhere = STRANGERS.filter((path) => ALSO[name]?.test(path) !== true);
    expect(elsewhere.length).toBeGreaterThan(5);
    for (const path of elsewhere) {
      const ways = fewWaysFor(path);
      expect(forbidden(path, name, ways), path).toEqual(expected(ways, 'no'));
    }
  });

  it('is the same package whatever part of it is named', () => {
    expect(lint('src/lib/core/memory/queue.ts', "import { x } from 'ts-fsrs/dist/x'; x();")).toHaveLength(1);
    expect(lint('src/lib/app/made-up.svelte.ts', "import { SvelteMap } from 'svelte/reactivity';")).toEqual([]);
  });

  it('are for tests to name beside their subject, where they are test packages', () => {
    expect(lint('src/lib/core/time/span.test.ts', "import { it } from 'vitest'; import 'node:fs'; it();")).toEqual([]);
    expect(lint('src/lib/core/time/span.test.ts', "import 'socket.io';")).toHaveLength(1);
    expect(lint('src/lib/core/time/span.ts', "import 'vitest';")).toHaveLength(1);
  });
});

describe('a message', () => {
  test.each([
    [
      'src/lib/core/time/span.ts',
      "import '$lib/adapters/database';",
      'core must not import adapters: core is pure: it has no DOM, no Node, no storage and no other layer, so that it runs the same everywhere',
    ],
    [
      'src/lib/app/made-up.ts',
      "import 'idb';",
      'app must not name the package idb: app holds behaviour over core; the world reaches it through compose, as arguments',
    ],
    [
      'src/lib/core/packs/made-up.ts',
      "import '../questions/facts';",
      'core/packs must not import core/questions: inside core, left never imports right: time → places → packs → questions → answers → room, export; memory needs only time',
    ],
    [
      'src/lib/adapters/made-up.ts',
      "import 'yaml';",
      'adapters must load yaml lazily, with import(): it must not weigh on the first load',
    ],
    [
      'src/lib/core/memory/queue.ts',
      "import 'ts-fsrs';",
      expect.stringMatching(
        /^ts-fsrs may be named only in .*fsrs.*: one file knows it, so that one file has to change/,
      ),
    ],
    [
      'src/lib/app/made-up.ts',
      'export const load = (name: string) => import(name);',
      'write the imported path as a plain string: this fence cannot judge a computed one',
    ],
    ['src/sound/made-up.ts', '', 'src/sound/made-up.ts belongs to no layer of tests/architecture/fences.js'],
    [
      'src/lib/app/made-up.ts',
      "import '../sound/made-up';",
      'app must not import src/lib/sound/made-up: it belongs to no layer of tests/architecture/fences.js',
    ],
  ])('%s: %s', (path, code, message) => {
    expect(lint(path, code)).toEqual([message]);
  });
});
