import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Sent with every answer. The page's own policy, with its hashes, is in its head. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // A meta element cannot say this one.
  'Content-Security-Policy': "frame-ancestors 'self'",
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=()',
};

/** Kit puts the hash of the content into these names, so they never change. */
const HASHED = '/_app/immutable/';
const FOREVER = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time: an update must reach the learner, the service worker's above all. */
const ASK_FIRST = 'no-cache';

/** The page that Kit starts on any path without one of its own. */
const FALLBACK = '/200.html';

/**
 * Serves the files of a built site. The list of files is read now: restart after a build.
 *
 * @param dir absolute
 * @param base what every path begins with: empty, or with a leading and no trailing slash
 * @returns a listener for node:http, or a message about what is missing
 */
export function serveSite(dir: string, base: string): RequestListener | string {
  if (!existsSync(join(dir, FALLBACK))) return `There is no built site in ${dir}. Make it with: npm run build`;
  const files = sirv(dir, {
    etag: true,
    gzip: true,
    brotli: true,
    // Only whole names, so that no page has a second address. It also means that we name index.html ourselves.
    extensions: [],
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', path.startsWith(HASHED) ? FOREVER : ASK_FIRST);
    },
  });

  return (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const verdict = route(request.method, request.url ?? '/', base);
    if (verdict.do === 'refuse') return refuse(response, verdict.status, verdict.words);
    if (verdict.do === 'redirect') {
      response.writeHead(verdict.status, { Location: verdict.to, 'Cache-Control': ASK_FIRST });
      return response.end();
    }
    const path = verdict.page ? `${verdict.path}index.html` : verdict.path;
    files(at(request, path), response, () => {
      // A missing file must not look like a page: the service worker would store it.
      if (!verdict.page) return refuse(response, 404, 'Not found');
      files(at(request, FALLBACK), response, () => refuse(response, 404, 'Not found'));
    });
  };
}

type Route =
  | { readonly do: 'refuse'; readonly status: 400 | 404 | 405; readonly words: string }
  | { readonly do: 'redirect'; readonly status: 302 | 308; readonly to: string }
  /** `page`: a path without an extension, which Kit may know even where no file stands. */
  | { readonly do: 'serve'; readonly path: string; readonly page: boolean };

/** What to do with a request, from its method and its raw target alone. */
export function route(method: string | undefined, target: string, base: string): Route {
  if (method !== 'GET' && method !== 'HEAD') return { do: 'refuse', status: 405, words: 'Only GET and HEAD' };
  // `//host/` and `/\host/` would be other hosts in a redirect.
  if (!/^\/(?![/\\])/.test(target)) return { do: 'refuse', status: 400, words: 'Bad request' };
  const [, path = '/', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  if (base !== '' && path === '/') return { do: 'redirect', status: 302, to: `${base}/` };
  if (path !== base && !path.startsWith(`${base}/`))
    return { do: 'refuse', status: 404, words: `This site is at ${base}/` };
  const inside = path.slice(base.length);
  const page = !/\.[^/]*$/.test(inside);
  if (page && !inside.endsWith('/')) return { do: 'redirect', status: 308, to: `${path}/${query}` };
  return { do: 'serve', path: inside, page };
}

/** The request as sirv wants it: with a path inside the site. */
function at(request: IncomingMessage, path: string): IncomingMessage {
  return Object.create(request, { url: { value: path, writable: true } }) as IncomingMessage;
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': ASK_FIRST });
  response.end(`${words}\n`);
}
