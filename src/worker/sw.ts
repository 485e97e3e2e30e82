/// <reference lib="webworker" />
/**
 * The service worker: keeps the whole phone app on the phone, so that every path starts without signal after one
 * visit. A new version waits until the officer agrees (the page sends `skip-waiting`): nothing reloads under a thumb.
 */
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { PrecacheEntry } from 'workbox-precaching';
import { stashShared } from '../device/shared-photos.ts';
import { appPage, navigationDenyList, sharePath } from './what-to-cache.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[] };

cleanupOutdatedCaches();
precacheAndRoute([...self.__WB_MANIFEST]);
registerRoute(new NavigationRoute(createHandlerBoundToURL(appPage), { denylist: [...navigationDenyList] }));

// Pictures handed over by another app: kept as they are, also without signal; the page makes them small and writes the
// draft.
registerRoute(
  ({ url }) => url.pathname === sharePath,
  async ({ request }) => Response.redirect(await stashShared(request, sharePath), 303),
  'POST',
);

// Only a first visit reaches this without consent: there is no older worker to wait for, and the open page is
// served from the phone from then on.
clientsClaim();

self.addEventListener('message', (event) => {
  const message = event.data as { readonly type?: unknown } | null;
  if (message?.type === 'skip-waiting') void self.skipWaiting();
});
