/** One wake of the worker: sends what the notebook holds, tells the tabs, and lets go of everything again. */
import { deflate } from '../device/deflate.ts';
import { linkWith } from '../device/http-link.ts';
import { journalOf, openNotebookStore } from '../device/notebook-journal.ts';
import { pushQueue } from '../device/push-queue.ts';
import { exchangeName, tabLock } from '../device/tab-lock.ts';

/** @throws when something is left that could go: the browser then wakes the worker again. */
export async function pushFromWorker(): Promise<void> {
  const store = await openNotebookStore();
  try {
    const ending = await pushQueue({
      notebook: journalOf(store),
      lock: tabLock(exchangeName),
      link: (token) => linkWith({ token }, deflate),
      nowMs: () => Date.now(),
      fraction: () => Math.random(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    if (ending === 'later') throw new Error('Not everything could be sent.');
  } finally {
    store.close();
  }
}
