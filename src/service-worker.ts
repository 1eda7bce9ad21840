/// <reference types="vite/client" />
/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// Keeps the whole app on the device, so that it opens with the server gone. The build puts the list of files in place of `__WB_MANIFEST`.
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (string | { url: string; revision: string | null })[] };

// A page is the same file whatever its query says: the query is for the page to read.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

// An address without a file of its own gets the page that works out by itself what it is.
registerRoute(new NavigationRoute(createHandlerBoundToURL('200.html')));

// A new version waits until the learner says so: the page sends this between sessions only.
self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING') void self.skipWaiting();
});

// From the first visit on, also in the tab that made it.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
