import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { builtSite } from './built-site';
import { PACK, ROUTES } from './routes';
import { firstScripts, kilobytes, packedSize, packedSum, withImports, type ScriptPath } from './script-weight';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';

/**
 * gzip -9, kB = 1000 bytes. `home` and `study` are what a page fetches before it does anything: its static imports (there are no
 * workers but the service worker). `session` is all that is fetched up to the first verdict, the generator, the schedule and the
 * store among it, which come when the page stands; no promise was made for it, the bound is there so that it does not grow unseen.
 */
const MOST = { home: 38_000, study: 62_000, session: 130_000, pack: 60_000 };

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

test('a study session up to its first verdict: at most 130 kB of script in all, without the pack', async ({ page }) => {
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
  print('session', scripts);
  expect(packedSum(builtSite, scripts)).toBeLessThanOrEqual(MOST.session);
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
