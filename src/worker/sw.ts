/// <reference lib="webworker" />
/**
 * The service worker: keeps the whole phone app on the phone, so that every path starts without signal after one
 * visit. A new version waits until the officer agrees (the page sends `skip-waiting`): nothing reloads under a thumb.
 */
import { pushTag } from '../device/background-sync.ts';
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { PrecacheEntry } from 'workbox-precaching';
import { pushFromWorker } from './push-from-worker.ts';
import { appPage, navigationDenyList } from './what-to-cache.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[] };

cleanupOutdatedCaches();
precacheAndRoute([...self.__WB_MANIFEST]);
registerRoute(new NavigationRoute(createHandlerBoundToURL(appPage), { denylist: [...navigationDenyList] }));

// Only a first visit reaches this without consent: there is no older worker to wait for, and the open page is
// served from the phone from then on.
clientsClaim();

self.addEventListener('message', (event) => {
  const message = event.data as { readonly type?: unknown } | null;
  if (message?.type === 'skip-waiting') void self.skipWaiting();
});

/** Background Sync stands in no library of types yet. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

// The network is back, or a save was made with signal. A promise that fails asks the browser to come again later.
self.addEventListener('sync' as never, (event: SyncEvent) => {
  if (event.tag === pushTag) event.waitUntil(pushFromWorker());
});
