/** One wake of the worker: sends what the notebook holds, tells the tabs, and lets go of everything again. */
import { instantOf } from '../domain/time.ts';
import { deflate } from '../device/deflate.ts';
import { newToken, sha256 } from '../device/keys.ts';
import { linkWith, photoLink } from '../device/http-link.ts';
import { journalOf, openNotebookStore } from '../device/notebook-journal.ts';
import { isWifiOnly, openPhotosStore, sendingOf } from '../device/photo-sending.ts';
import { pushQueue } from '../device/push-queue.ts';
import { exchangeName, photoLockName, tabLock } from '../device/tab-lock.ts';
import { overWifiOnly } from '../device/wifi-only.ts';

/** @throws when something is left that could go: the browser then wakes the worker again. */
export async function pushFromWorker(): Promise<void> {
  const store = await openNotebookStore();
  const photos = openPhotosStore();
  const tabs = new BroadcastChannel(exchangeName);
  try {
    const ending = await pushQueue({
      notebook: journalOf(store),
      lock: tabLock(exchangeName),
      link: (token) => linkWith({ token }, deflate),
      photos: { store: overWifiOnly(sendingOf(photos), () => isWifiOnly(photos)), link: (token) => photoLink({ token }), lock: tabLock(photoLockName) },
      clock: { nowMs: () => Date.now() },
      chance: { fraction: () => Math.random(), token: newToken },
      hash: sha256,
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no other origin to reach
      noteContact: () => tabs.postMessage({ kind: 'contact', at: instantOf(Date.now()) }),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    if (ending === 'later') throw new Error('Not everything could be sent.');
  } finally {
    tabs.close();
    photos.close();
    store.close();
  }
}
