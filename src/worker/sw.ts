/// <reference lib="webworker" />
/**
 * The service worker: keeps the whole phone app on the phone, so that every path starts without signal after one
 * visit. A new version waits until the officer agrees (the page sends `skip-waiting`): nothing reloads under a thumb.
 */
import { pushTag } from '../device/background-sync.ts';
import { keepForReviewers } from '../device/reviewer-files.ts';
import { stashShared } from '../device/shared-photos.ts';
import { keptFiles } from './kept-files.ts';
import type { KeptEntry } from './kept-files.ts';
import { pushFromWorker } from './push-from-worker.ts';
import { appPage, isAppNavigation, sharePath } from './what-to-cache.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly KeptEntry[] };

const kept = keptFiles([...self.__WB_MANIFEST], self.registration.scope);
const appAddress = new URL(appPage, self.registration.scope).href;

self.addEventListener('install', (event) => event.waitUntil(kept.fetchAll()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // Pictures handed over by another app: kept as they are, also without signal; the page makes them small and writes the
  // draft.
  if (request.method === 'POST' && url.pathname === sharePath) event.respondWith(stashShared(request, sharePath).then((path) => Response.redirect(path, 303)));
  if (request.method !== 'GET') return;
  if (kept.has(request.url)) event.respondWith(kept.answer(request.url));
  // Every place of the app is one page.
  else if (isAppNavigation(request.mode, url)) event.respondWith(kept.answer(appAddress));
});

// Only a first visit reaches this without consent: there is no older worker to wait for, and the open page is
// served from the phone from then on.
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([kept.dropOthers(), self.clients.claim()])));

self.addEventListener('message', (event) => {
  const message = event.data as { readonly type?: unknown } | null;
  if (message?.type === 'skip-waiting') void self.skipWaiting();
  // A page of an upper union is open. What cannot be had now is asked for again at the next opening.
  if (message?.type === keepForReviewers) event.waitUntil(kept.fetchAll(true).catch(() => undefined));
});

/** Background Sync stands in no library of types yet. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

// The network is back, or a save was made with signal. A promise that fails asks the browser to come again later.
self.addEventListener('sync' as never, (event: SyncEvent) => {
  if (event.tag === pushTag) event.waitUntil(pushFromWorker());
});
