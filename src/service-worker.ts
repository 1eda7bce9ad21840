/// <reference types="vite/client" />
/// <reference lib="webworker" />
import { cacheNames } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// Keeps the whole app on the device, so that it opens with the server gone. The build puts the list of files in place of `__WB_MANIFEST`.
declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | { url: string; revision: string | null })[];
};

/** Kit puts the hash of the content into these names. */
const HASHED = '/_app/immutable/';
const PREVIOUS = 'dateline-previous-version';

// A page is the same file whatever its query says: the query is for the page to read.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

// An address without a file of its own gets the page that works out by itself what it is.
registerRoute(new NavigationRoute(createHandlerBoundToURL('200.html')));

// A tab that still runs the version before may ask for one of its parts at any time, with the server gone too.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.includes(HASHED),
  async ({ request }) => {
    const previous = await caches.open(PREVIOUS);
    return (await previous.match(request)) ?? fetch(request);
  },
);

// What is installed next to a running version keeps that version's parts aside, before they leave the precache.
self.addEventListener('install', (event) => {
  event.waitUntil(keepPreviousVersion());
});

async function keepPreviousVersion(): Promise<void> {
  if (!(await caches.has(cacheNames.precache))) return;
  const precache = await caches.open(cacheNames.precache);
  const parts = (await precache.keys()).filter((request) => new URL(request.url).pathname.includes(HASHED));
  if (parts.length === 0) return;
  const previous = await caches.open(PREVIOUS);
  const kept = new Set(parts.map(({ url }) => url));
  for (const request of await previous.keys()) if (!kept.has(request.url)) await previous.delete(request);
  for (const request of parts) {
    const response = await precache.match(request);
    if (response !== undefined) await previous.put(request, response);
  }
}

// A new version waits until the learner says so: the page sends this between sessions only.
self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING')
    void self.skipWaiting();
});

// From the first visit on, also in the tab that made it.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
