/**
 * The browser may wake the worker when the network is back, though no page is open (Background Sync). A bonus: Safari and
 * Firefox have none, Chromium gives up after three tries, and nothing waits for it.
 */

/** Names the wish; asked for again while it stands, it is one. */
export const pushTag = 'gui';

/** No library of types knows it yet. */
interface SyncManager {
  register(tag: string): Promise<void>;
}

/** Asks to be woken after a save. Refusals are silent by design: the page sends by itself as soon as it can. */
export async function askForWake(): Promise<void> {
  try {
    const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    const registration = await container?.getRegistration();
    await (registration as { sync?: SyncManager } | undefined)?.sync?.register(pushTag);
  } catch {
    // Switched off by the officer, or by a browser that saves energy.
  }
}
