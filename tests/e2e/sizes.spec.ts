import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadFormats } from '../../src/lib/core/export/catalogue';
import { builtSite } from './built-site';
import { learnOne, mappedPack, openLater } from './grown-memory';
import { PACK, ROUTES } from './routes';
import { firstScripts, kilobytes, packedSize, packedSum, withImports, type ScriptPath } from './script-weight';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';

/**
 * gzip -9, kB = 1000 bytes. `home`, `study` and `explore` are what a page fetches before it does anything: its static imports (there are no
 * workers but the service worker). `session` is all that is fetched up to the first verdict, the generator, the schedule and the
 * store among it, which come when the page stands; no promise was made for it, the bound is there so that it does not grow unseen.
 * `map` is what a question on the map fetches on top: the map's shapes and names, and all that draws it and takes a point on it.
 */
const MOST = { home: 38_000, study: 62_000, session: 170_000, pack: 60_000, map: 16_000, explore: 75_000 };

// The service worker would answer for the network, and would fetch everything by itself.
test.use({ serviceWorkers: 'block' });

/** Every script that the page has fetched so far. */
function listen(page: Page): () => ReadonlySet<ScriptPath> {
  const fetched = new Set<ScriptPath>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) fetched.add(pathname);
  });
  return () => fetched;
}

/** The scripts that hold a pack: they name its events, and no other script does. */
function packChunks(): readonly ScriptPath[] {
  const chunks = readdirSync(join(builtSite, '_app/immutable/chunks')).map((name) => `/_app/immutable/chunks/${name}`);
  const holding = chunks.filter((path) => readFileSync(join(builtSite, path), 'utf8').includes('"ivankiv-captured"'));
  return holding.length > 0
    ? holding
    : chunks.filter((path) => readFileSync(join(builtSite, path), 'utf8').includes('ivankiv-captured'));
}

/** The script that holds the shapes of the base map: it names oblasts as the map's file does. */
function mapChunk(): ScriptPath {
  const chunks = readdirSync(join(builtSite, '_app/immutable/chunks')).filter((name) => name.endsWith('.js'));
  const holding = chunks.filter((name) =>
    readFileSync(join(builtSite, '_app/immutable/chunks', name), 'utf8').includes('oblasts/Transcarpathia'),
  );
  expect(holding, 'one script holds the map').toHaveLength(1);
  return `/_app/immutable/chunks/${holding[0] ?? ''}`;
}

/** The scripts that hold an exporter, format by format: each says what it cannot carry in words of its own. */
async function exporterScripts(): Promise<ReadonlyMap<string, readonly ScriptPath[]>> {
  const folders = ['chunks', 'entry', 'nodes', 'workers'].map((name) => `_app/immutable/${name}`);
  const paths = folders.flatMap((folder) => readdirSync(join(builtSite, folder)).map((name) => `/${folder}/${name}`));
  const scripts = paths.filter((path) => path.endsWith('.js')).map((path) => [path, readFileSync(join(builtSite, path), 'utf8')] as const);
  const formats = await loadFormats();
  return new Map(formats.map(({ id, limits }) => [id, scripts.flatMap(([path, text]) => (text.includes(limits) ? [path] : []))]));
} // prettier-ignore

function print(title: string, paths: Iterable<ScriptPath>): void {
  const sized = [...paths].map((path) => [path, packedSize(builtSite, path)] as const).sort((a, b) => b[1] - a[1]);
  const lines = sized.map(([path, size]) => `  ${kilobytes(size).padStart(9)}  ${path.split('/').slice(-2).join('/')}`);
  process.stdout.write(`${title}: ${kilobytes(packedSum(builtSite, paths))}\n${lines.join('\n')}\n`);
}

test('the start page: at most 38 kB of script', () => {
  const scripts = firstScripts(builtSite, 'index.html');
  print('home', scripts);
  expect(scripts.size, 'scripts were found').toBeGreaterThan(5);
  expect(packedSum(builtSite, scripts)).toBeLessThanOrEqual(MOST.home);
});

test('the study page: at most 62 kB of script', () => {
  const scripts = firstScripts(builtSite, 'study/index.html');
  print('study', scripts);
  expect(scripts.size, 'scripts were found').toBeGreaterThan(5);
  expect(packedSum(builtSite, scripts)).toBeLessThanOrEqual(MOST.study);
});

test('a study session up to its first verdict: at most 170 kB of script in all, without the pack', async ({ page }) => {
  const fetched = listen(page);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.answer('pass');
  const packs = new Set(packChunks());
  expect(
    [...fetched()].filter((path) => packs.has(path)),
    'one pack was fetched',
  ).toHaveLength(1);
  // What was fetched, and what the stored page would have fetched by itself. There are no workers but the service worker.
  const scripts = new Set([...firstScripts(builtSite, 'study/index.html'), ...withImports(builtSite, fetched())]);
  for (const path of packs) scripts.delete(path);
  expect(scripts.has(mapChunk()), 'the map was fetched though nothing was asked on it').toBe(false);
  print('session', scripts);
  expect(packedSum(builtSite, scripts)).toBeLessThanOrEqual(MOST.session);
});

test('exporters cost the study page nothing: none of the 28 is among its scripts, nor fetched in a session', async ({
  page,
}) => {
  const exporters = await exporterScripts();
  expect(
    [...exporters.values()].filter((paths) => paths.length === 0),
    'each format was found',
  ).toEqual([]);
  expect(exporters.size).toBe(28);
  const theirs = new Set([...exporters.values()].flat());
  const fetched = listen(page);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.answer('pass');
  const scripts = new Set([...firstScripts(builtSite, 'study/index.html'), ...withImports(builtSite, fetched())]);
  expect(scripts.size, 'scripts were found').toBeGreaterThan(5);
  expect([...scripts].filter((path) => theirs.has(path))).toEqual([]);
  expect(
    [...firstScripts(builtSite, 'index.html')].filter((path) => theirs.has(path)),
    'the start page',
  ).toEqual([]);
});

test('a question on the map: at most 16 kB more, and nothing of it before', async ({ page }) => {
  const fetched = listen(page);
  const session = await learnOne(page, mappedPack({ ask: ['place'] }));
  const before = new Set(fetched());
  expect(before.has(mapChunk()), 'the map was fetched though nothing was asked on it').toBe(false);
  await openLater(page, session, 12);
  await expect(session.map.locator('path.oblast').first()).toBeAttached();
  const added = new Set([...fetched()].filter((path) => !before.has(path)));
  expect(added.has(mapChunk())).toBe(true);
  print('map', added);
  expect(packedSum(builtSite, added)).toBeLessThanOrEqual(MOST.map);
});

test('the timeline: at most 75 kB of script, and none of it on the study page', async ({ page }) => {
  const scripts = firstScripts(builtSite, 'explore/index.html');
  print('explore', scripts);
  expect(packedSum(builtSite, scripts)).toBeLessThanOrEqual(MOST.explore);
  const own = [...scripts].filter((path) => readFileSync(join(builtSite, path), 'utf8').includes('roundRect'));
  expect(own, 'one script paints the timeline').toHaveLength(1);
  const fetched = listen(page);
  await page.goto(`/explore/?pack=${PACK}`);
  await expect(page.getByRole('toolbar').locator('output')).not.toBeEmpty();
  expect(fetched().has(mapChunk()), 'the map was fetched though nobody looked at it').toBe(false);

  const studied = listen(page);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.answer('pass');
  expect(own.filter((path) => studied().has(path))).toEqual([]);
});

test('each pack: at most 60 kB', () => {
  const chunks = packChunks();
  print('packs', chunks);
  expect(chunks.length).toBeGreaterThan(0);
  for (const path of chunks) expect(packedSize(builtSite, path), path).toBeLessThanOrEqual(MOST.pack);
});

test('what the other pages and the service worker weigh', async ({ page }) => {
  for (const { path, alive } of ROUTES.filter((route) => !route.path.startsWith('/study/'))) {
    const fetched = listen(page);
    await page.goto(path);
    await alive(page);
    const packs = packChunks();
    const scripts = [...fetched()].filter((each) => !packs.includes(each));
    process.stdout.write(`${path}: ${kilobytes(packedSum(builtSite, scripts))} fetched, without packs\n`);
    expect(scripts.length).toBeGreaterThan(0);
    page.removeAllListeners('request');
  }
  process.stdout.write(`service worker: ${kilobytes(packedSize(builtSite, '/service-worker.js'))}\n`);
  const compiled = readFileSync(join(builtSite, 'index.html'), 'utf8');
  expect(compiled, 'no page loads a pack by itself').not.toContain(packChunks()[0]?.split('/').at(-1) ?? '');
});
