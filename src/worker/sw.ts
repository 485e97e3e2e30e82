/// <reference lib="webworker" />
/**
 * The service worker: keeps the whole phone app on the phone, so that every path starts without signal after one
 * visit. A new version waits until the officer agrees (the page sends `skip-waiting`): nothing reloads under a thumb.
 */
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, PrecacheController } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { pushTag } from '../device/background-sync.ts';
import { stashShared } from '../device/shared-photos.ts';
import { pushFromWorker } from './push-from-worker.ts';
import { appPage, isAppNavigation, sharePath } from './what-to-cache.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[] };

cleanupOutdatedCaches();
// Without Workbox's router: what is kept is looked up by its address, and every place of the app is one page.
const kept = new PrecacheController();
kept.precache([...self.__WB_MANIFEST]);
const showApp = kept.createHandlerBoundToURL(appPage);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && url.pathname === sharePath) return event.respondWith(takeShared(request));
  if (request.method !== 'GET') return;
  if (kept.getCacheKeyForURL(request.url) !== undefined) event.respondWith(kept.strategy.handle(event));
  else if (isAppNavigation(request.mode, url)) event.respondWith(showApp({ event, request, url }));
});

/** Kept as they are, also without signal; the page makes them small and writes the draft. */
async function takeShared(request: Request): Promise<Response> {
  return Response.redirect(await stashShared(request, sharePath), 303);
}

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
