import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../../src/build/root.js';
import { waitUntilOfflineReady } from './offline-readiness';
import { ROUTES } from './routes';
import { ServedFolder } from './served-folder';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';

// One build for all of these.
test.describe.configure({ mode: 'default' });

const BASE = '/dateline';
const SOURCES = [
  'content',
  'package.json',
  'package-lock.json',
  'project.inlang',
  'src',
  'static',
  'svelte.config.js',
  'tsconfig.json',
  'tsconfig.node.json',
  'vite.config.ts',
];

let tree = '';

/** Builds the site in a copy of the sources, so that the project's own build stays as it is. */
test.beforeAll(() => {
  test.setTimeout(180_000);
  tree = mkdtempSync(join(tmpdir(), 'dateline-base-path-'));
  for (const name of SOURCES) cpSync(join(root, name), join(tree, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: tree,
    env: { ...process.env, BASE_PATH: BASE },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the site does not build under ${BASE}:\n${built.stdout}${built.stderr}`);
});

test.afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

test('under a base path every address works, and nothing outside it is asked for', async ({ context, page }) => {
  const site = await ServedFolder.start(join(tree, 'build'), BASE);
  const origin = site.url.slice(0, -BASE.length);
  const outside: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !url.pathname.startsWith(`${BASE}/`)) outside.push(request.url());
  });
  for (const { path, alive } of ROUTES) {
    await page.goto(`${site.url}${path}`);
    await alive(page);
  }
  await page.goto(`${site.url}/`);
  for (const name of ['Explore', 'Statistics', 'Settings', 'Study']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await expect(page).toHaveURL(new RegExp(`^${site.url}/`));
    await expect(page.getByRole('navigation').getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  }
  expect(outside).toEqual([]);

  await page.goto(`${origin}/`);
  await expect(page).toHaveURL(`${site.url}/`);
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    const { start_url, scope, icons } = (await (await fetch(link?.href ?? '')).json()) as {
      start_url: string;
      scope: string;
      icons: { src: string }[];
    };
    const at = (path: string): string => new URL(path, link?.href).pathname;
    return { start: at(start_url), scope: at(scope), icons: icons.map(({ src }) => at(src)) };
  });
  expect(manifest).toMatchObject({ start: `${BASE}/`, scope: `${BASE}/` });
  for (const icon of manifest.icons) expect((await page.request.get(`${origin}${icon}`)).status(), icon).toBe(200);
  await site.kill();
});

test('under a base path it works with the server gone, and studies', async ({ context, page }) => {
  const site = await ServedFolder.start(join(tree, 'build'), BASE);
  await page.goto(`${site.url}/`);
  await waitUntilOfflineReady(page);
  expect(await page.evaluate(async () => new URL((await navigator.serviceWorker.ready).scope).pathname)).toBe(
    `${BASE}/`,
  );
  await site.kill();
  for (const { path, alive } of ROUTES) {
    const tab = await context.newPage();
    await tab.goto(`${site.url}${path}`);
    await alive(tab);
    await tab.close();
  }
  const session = new SessionScreen(page);
  await page.getByRole('link', { name: 'Begin' }).click();
  await session.study(4, 'any');
  await page.reload();
  await session.waitForQuestion();
  await session.study(1, 'any');
  const stored = await readStored(page);
  expect(answersOf(stored)).toHaveLength(5);
  expectMemoryOfLog(stored);
});
