import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { renderUnicodeCompact } from 'uqr';
import { addresses, codeFor } from './addresses';
import { listen } from './listen';
import { readOptions, type ServerOptions } from './options';
import { route, serveSite } from './site';

describe('route', () => {
  const serve = (path: string, page: boolean) => ({ do: 'serve', path, page });
  const redirect = (status: number, to: string) => ({ do: 'redirect', status, to });
  const refuse = (status: number) => expect.objectContaining({ do: 'refuse', status }) as unknown;

  const cases: readonly [method: string, target: string, base: string, expected: unknown][] = [
    ['GET', '/', '', serve('/', true)],
    ['HEAD', '/', '', serve('/', true)],
    ['GET', '/about/', '', serve('/about/', true)],
    ['GET', '/about', '', redirect(308, '/about/')],
    ['GET', '/about?a=1&b=2', '', redirect(308, '/about/?a=1&b=2')],
    ['GET', '/about/?a=1', '', serve('/about/', true)],
    ['GET', '/a/b/c', '', redirect(308, '/a/b/c/')],
    ['GET', '/icons/icon.svg', '', serve('/icons/icon.svg', false)],
    ['GET', '/icons/icon.svg?v=2', '', serve('/icons/icon.svg', false)],
    ['GET', '/v1.2/about/', '', serve('/v1.2/about/', true)],
    ['GET', '/.well-known/', '', serve('/.well-known/', true)],
    ['GET', '/study/?next=a.b', '', serve('/study/', true)],
    ['POST', '/', '', refuse(405)],
    ['PUT', '/icons/icon.svg', '', refuse(405)],
    ['GET', '//elsewhere.example/about', '', refuse(400)],
    ['GET', '/\\elsewhere.example/about', '', refuse(400)],
    ['GET', 'http://elsewhere.example/', '', refuse(400)],
    ['GET', '*', '', refuse(400)],
    ['GET', '', '', refuse(400)],
    ['GET', '/', '/school', redirect(302, '/school/')],
    ['GET', '/school', '/school', redirect(308, '/school/')],
    ['GET', '/school/', '/school', serve('/', true)],
    ['GET', '/school/about', '/school', redirect(308, '/school/about/')],
    ['GET', '/school/icons/icon.svg', '/school', serve('/icons/icon.svg', false)],
    ['GET', '/schools/', '/school', refuse(404)],
    ['GET', '/about/', '/school', refuse(404)],
  ];
  test.each(cases)('%s %s under "%s"', (method, target, base, expected) => {
    expect(route(method, target, base)).toEqual(expected);
  });
});

describe('a site', () => {
  let folder: string;
  let servers: Server[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-site-'));
    servers = [];
    put('200.html', '<p>fallback</p>');
    put('index.html', '<p>home</p>');
    put('about/index.html', '<p>about</p>');
    put('icons/icon.svg', '<svg/>');
    put('_app/immutable/a.1234.js', 'export {};');
    writeFileSync(join(folder, '_app/immutable/a.1234.js.gz'), gzipSync('export {};'));
    put('service-worker.js', '// worker');
  });
  afterEach(() => {
    for (const each of servers) each.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function put(path: string, content: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  async function get(path: string, { base = '', method = 'GET', headers = {} } = {}): Promise<Answer> {
    const site = serveSite(folder, base);
    if (typeof site === 'string') throw new Error(site);
    const server = await listen(site, {
      dir: folder,
      base,
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      redisUrl: null,
      app: null,
    });
    if (typeof server === 'string') throw new Error(server);
    servers.push(server);
    return ask(portOf(server), path, method, headers);
  }

  test.each([
    ['/', 200, '<p>home</p>'],
    ['/about/', 200, '<p>about</p>'],
    ['/icons/icon.svg', 200, '<svg/>'],
    ['/no/such/page/', 200, '<p>fallback</p>'],
    ['/about', 308, ''],
    ['/gone.js', 404, 'Not found\n'],
    ['/icons/gone.png', 404, 'Not found\n'],
    ['/about.html', 404, 'Not found\n'],
    ['/../package.json', 404, 'Not found\n'],
    ['/..%2f..%2fpackage.json', 404, 'Not found\n'],
    ['/%2e%2e/%2e%2e/package.json', 404, 'Not found\n'],
  ])('answers %s with %i', async (path, status, body) => {
    expect(await get(path)).toMatchObject({ status, body });
  });

  it('asks no more about what is hashed, and always about the rest', async () => {
    const forever = 'public, max-age=31536000, immutable';
    expect((await get('/_app/immutable/a.1234.js')).headers['cache-control']).toBe(forever);
    for (const path of ['/', '/about', '/no/such/page/', '/service-worker.js', '/icons/icon.svg', '/gone.js']) {
      expect((await get(path)).headers['cache-control'], path).toBe('no-cache');
    }
  });

  it('sends what the build compressed to those who take it', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    expect((await get('/_app/immutable/a.1234.js', { headers })).headers['content-encoding']).toBe('gzip');
    expect((await get('/_app/immutable/a.1234.js')).headers['content-encoding']).toBeUndefined();
  });

  it('answers 304 to those who have the file already', async () => {
    const { etag } = (await get('/icons/icon.svg')).headers;
    expect(etag).toBeDefined();
    expect(await get('/icons/icon.svg', { headers: { 'if-none-match': etag } })).toMatchObject({
      status: 304,
      body: '',
    });
  });

  it('sends the security headers with everything, refusals among it', async () => {
    for (const path of ['/', '/about', '/gone.js', '//elsewhere.example/']) {
      expect((await get(path)).headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "frame-ancestors 'self'",
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
  });

  it('stands under a base path', async () => {
    const base = '/school';
    expect(await get('/', { base })).toMatchObject({ status: 302, headers: { location: '/school/' } });
    expect(await get('/school/', { base })).toMatchObject({ status: 200, body: '<p>home</p>' });
    expect(await get('/school/no/such/page/', { base })).toMatchObject({ status: 200, body: '<p>fallback</p>' });
    expect(await get('/about/', { base })).toMatchObject({ status: 404, body: 'This site is at /school/\n' });
  });

  it('can be asked for the head alone, and nothing can be written', async () => {
    expect(await get('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await get('/', { method: 'DELETE' })).toMatchObject({ status: 405 });
  });

  it('says how to make it where there is none', () => {
    rmSync(join(folder, '200.html'));
    expect(serveSite(folder, '')).toBe(`There is no built site in ${folder}. Make it with: npm run build`);
  });
});

describe('options', () => {
  const read = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ServerOptions | string =>
    readOptions(args, env, '/site');

  it('have defaults', () => {
    expect(read([])).toEqual({
      dir: '/site',
      base: '',
      host: null,
      port: 4173,
      dataDir: '/.dateline/data',
      redisUrl: null,
      app: null,
    });
    expect(read([], { PORT: '', HOST: '', BASE_PATH: '', DATA_DIR: '', REDIS_URL: '', APP_URL: '' })).toEqual(read([]));
  });

  it('come from the environment', () => {
    const REDIS_URL = 'redis://localhost:6379';
    expect(read([], { PORT: '0', HOST: '127.0.0.1', BASE_PATH: '/a', DATA_DIR: '/rooms', REDIS_URL })).toEqual({
      dataDir: '/rooms',
      redisUrl: REDIS_URL,
      app: null,
      dir: '/site',
      base: '/a',
      host: '127.0.0.1',
      port: 0,
    });
  });

  it('tell where the app of the pupils is, or what is wrong with it', () => {
    expect(read([], { APP_URL: 'https://Dateline.example/app' })).toMatchObject({
      app: 'https://dateline.example/app/',
    });
    expect(read([], { APP_URL: 'javascript:alert(1)' })).toBe(
      'APP_URL is "javascript:alert(1)"; an address such as https://dateline.example/ is expected',
    );
  });

  test.each(['-1', '65536', '80.5', 'http', 'Infinity'])('refuse PORT=%s', (PORT) => {
    expect(read([], { PORT })).toBe(`PORT is "${PORT}"; a whole number from 0 to 65535 is expected`);
  });

  test.each([
    ['', ''],
    ['/', ''],
    ['//', ''],
    ['school', '/school'],
    ['/school', '/school'],
    ['/school/', '/school'],
    ['a/b/', '/a/b'],
  ])('bring the base path "%s" into the form "%s"', (given, base) => {
    expect(read(['--base', given], { BASE_PATH: '/other' })).toMatchObject({ base });
    expect(read([], { BASE_PATH: given })).toMatchObject({ base });
  });

  it('take another folder, and refuse what they do not know', () => {
    expect(read(['--dir', '/elsewhere'])).toMatchObject({ dir: '/elsewhere' });
    expect(read(['--dri', '/elsewhere'])).toMatch(/--dri/);
    expect(read(['elsewhere'])).toMatch(/elsewhere/);
  });
});

describe('listening', () => {
  const options = (host: string | null, port: number): ServerOptions => ({
    dir: '/site',
    base: '/a',
    host,
    port,
    dataDir: '/data',
    redisUrl: null,
    app: null,
  });

  it('says which port is taken and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = portOf(other);
    const message = await listen(() => undefined, options('127.0.0.1', port));
    other.close();
    expect(message).toBe(
      `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
    );
  });

  it('says that a host is none of this machine', async () => {
    expect(await listen(() => undefined, options('192.0.2.1', 0))).toBe(
      'HOST is "192.0.2.1", which is no address of this machine',
    );
  });

  it('tells the address, with the port that the system chose', async () => {
    const server = await listen(() => undefined, options('127.0.0.1', 0));
    if (typeof server === 'string') throw new Error(server);
    expect(addresses(server, options('127.0.0.1', 0))).toEqual([
      `Dateline is at http://127.0.0.1:${portOf(server)}/a/`,
    ]);
    expect(addresses(server, options('::1', 0))).toEqual([`Dateline is at http://[::1]:${portOf(server)}/a/`]);
    expect(addresses(server, options(null, 0))[0]).toBe(`Dateline is at http://localhost:${portOf(server)}/a/`);
    server.close();
  });

  it('draws the way to the first address of the network for phones, and none where only this machine gets here', () => {
    const lines = codeFor(['http://192.0.2.7:4173/', 'http://198.51.100.2:4173/']);
    expect(lines.slice(-2)).toEqual([
      'Phones scan this, or type http://192.0.2.7:4173/join/',
      'Where they do not get here: http://192.0.2.7:4173/host/doctor/ says what to try',
    ]);
    expect(lines.slice(0, -2).join('\n')).toBe(renderUnicodeCompact('http://192.0.2.7:4173/join/', { border: 2 }));
    expect(codeFor([])).toEqual([]);
    expect(codeFor(['http://127.0.0.1:4173/'])).toEqual([]);
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** By hand, since `fetch` tidies the path up and follows redirects. */
function ask(port: number, path: string, method: string, headers: Record<string, string | undefined>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      text(response).then((body) => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      }, reject);
    });
    asked.once('error', reject);
    asked.end();
  });
}

function portOf(server: Server): number {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('listens on no port');
  return bound.port;
}
