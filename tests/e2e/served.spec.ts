import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../src/build/root.js';
import { expect, test } from './site';

const built = (name: string): Promise<string> => readFile(join(root, 'build', name), 'utf8');

test('the first page comes with its content policy and the security headers', async ({ request }) => {
  const response = await request.get('/');
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    'content-type': expect.stringMatching(/^text\/html/),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': "frame-ancestors 'self'",
  });
  const page = await response.text();
  expect(page, 'the stored page, not the fallback').toBe(await built('index.html'));
  const [, policy] = /<meta http-equiv="content-security-policy" content="([^"]*)">/i.exec(page) ?? [];
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).toMatch(/script-src 'self' 'sha256-[^;]*(;|$)/);
  expect(policy, 'no script but ours may run').not.toMatch(/script-src[^;]*'unsafe-/);
});

test('the first page starts without a word of complaint', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page).toHaveTitle(/\S/);
  expect(complaints).toEqual([]);
});

test('a missing file is a plain 404 and no page: the service worker would store it', async ({ request }) => {
  for (const path of ['/_app/immutable/chunks/gone.js', '/icons/gone.png', '/study/gone.json']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(response.headers()['content-type'], path).toMatch(/^text\/plain/);
  }
});

test('an unknown page gets the fallback, which works out by itself what it is', async ({ request }) => {
  const response = await request.get('/no/such/page/');
  expect(response.status()).toBe(200);
  expect(await response.text()).toBe(await built('200.html'));
});

test('a page without its slash is sent to the one with it, the query kept', async ({ request }) => {
  const response = await request.get('/about?from=home', { maxRedirects: 0 });
  expect(response.status()).toBe(308);
  expect(response.headers().location).toBe('/about/?from=home');
});

test('hashed files are kept for ever, and come compressed', async ({ request, page }) => {
  await page.goto('/');
  const path = await page.locator('link[rel=modulepreload]').first().getAttribute('href');
  const response = await request.get(path ?? '/none.js', { headers: { 'Accept-Encoding': 'br' } });
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  });
});

test('only reading is allowed', async ({ request }) => {
  expect((await request.post('/')).status()).toBe(405);
});

test('the server can be taken away and brought back at the same address', async ({ ownSite, request }) => {
  expect((await request.get(`${ownSite.url}/`)).status()).toBe(200);
  await ownSite.kill();
  await expect(request.get(`${ownSite.url}/`)).rejects.toThrow(/ECONNREFUSED/);
  await ownSite.restart();
  expect((await request.get(`${ownSite.url}/`)).status()).toBe(200);
});
