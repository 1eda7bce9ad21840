import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { builtSite, filesOf } from './built-site';
import { addPack, madePack } from './made-pack';
import { waitUntilOfflineReady } from './offline-readiness';
import { PACK, PACK_TITLE, ROUTES } from './routes';
import { SessionScreen } from './session-screen';
import { expect, test } from './site';
import { answersOf, expectMemoryOfLog, readStored } from './stored-data';

/** An address that no route has is told to the console, and rightly. */
const PAGES = ROUTES.slice(0, -1);

/** Everything that a browser asks any host for, its service workers included, and every complaint in its consoles. */
function watch(context: BrowserContext): { readonly requests: string[]; readonly complaints: string[] } {
  const [requests, complaints]: [string[], string[]] = [[], []];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  return { requests, complaints };
}

const foreign = (requests: readonly string[], origin: string): readonly string[] =>
  requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== origin);

test('a whole session and every page ask no other host for anything, and the console stays empty', async ({
  page,
  context,
  baseURL,
}) => {
  const { requests, complaints } = watch(context);
  await page.goto('/');
  await waitUntilOfflineReady(page);
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study();
  for (const { path, alive } of PAGES) {
    await page.goto(path);
    await alive(page);
  }
  await addPack(page, madePack());
  await page.goto(`/pack/?pack=${PACK}`);
  await page.locator('summary').first().click();
  await expect(page.locator('details[open] article').first()).toBeVisible();
  expect(requests.length).toBeGreaterThan(50);
  expect(foreign(requests, new URL(baseURL ?? '').origin)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('nothing leaves but reading: no request carries data', async ({ page, context }) => {
  const sent: string[] = [];
  context.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData() !== null) sent.push(`${request.method()} ${request.url()}`);
  });
  const session = new SessionScreen(page);
  await session.open(PACK);
  await session.study(3, 'any');
  expect(sent).toEqual([]);
  expect(await context.cookies(), 'no cookies').toEqual([]);
});

test('every page has a policy that names its own script by hash and allows no other', async () => {
  const pages = (await filesOf(builtSite)).filter((file) => file.endsWith('.html'));
  expect(pages).toEqual(expect.arrayContaining(['/index.html', '/200.html', '/study/index.html']));
  for (const file of pages) {
    const html = await readFile(join(builtSite, file), 'utf8');
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(policy, file).toContain("default-src 'self'");
    expect(policy, file).toContain("object-src 'none'");
    expect(policy, file).toContain("base-uri 'self'");
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script]) => script ?? '',
    );
    const hashes = inline.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(scripts.split(' ').sort(), file).toEqual(["'self'", ...hashes].sort());
    expect(html, `${file}: no handler in the markup`).not.toMatch(/<[^>]+\son\w+=/i);
    expect(
      html.indexOf('content-security-policy'),
      `${file}: the policy stands before the page's own script`,
    ).toBeLessThan(html.search(/<script(?![^>]*\bsrc=)/));
  }
});

test('a script that somebody injects does not run', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: PACK_TITLE })).toBeVisible();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    const image = document.createElement('div');
    image.innerHTML = '<img src="/nothing.png" onerror="globalThis.ran = true">';
    document.body.append(image);
    return 'ran' in globalThis;
  });
  expect(ran).toBe(false);
});

test('an insecure origin has no service worker, and studying works all the same', async ({ baseURL }, info) => {
  const { launchOptions, viewport, isMobile, hasTouch } = info.project.use;
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP class.test 127.0.0.1'],
  });
  const context = await browser.newContext({
    ...(viewport === undefined ? {} : { viewport }),
    ...(isMobile === undefined ? {} : { isMobile }),
    ...(hasTouch === undefined ? {} : { hasTouch }),
  });
  const { requests, complaints } = watch(context);
  const origin = `http://class.test:${new URL(baseURL ?? '').port}`;
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
  await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible();
  const session = new SessionScreen(page);
  await session.open(PACK, origin);
  await session.study(10, 'pass');
  const stored = await readStored(page);
  expect(answersOf(stored).length).toBe(10);
  expectMemoryOfLog(stored);
  for (const { path, alive } of PAGES) {
    await page.goto(`${origin}${path}`);
    await alive(page);
  }
  await page.goto(`${origin}/settings/`);
  await expect(page.getByText('this browser does not say')).toBeVisible();
  expect(foreign(requests, origin)).toEqual([]);
  // The browser says that this header means nothing without https; the server cannot know what is in front of it.
  expect(
    complaints.filter((text) => !text.startsWith('The Cross-Origin-Opener-Policy header has been ignored')),
  ).toEqual([]);
  await browser.close();
});
