/** Reads that repeat themselves: whenever what they read changes, in this tab, in another one or in the worker. */

/** What the live reads now running have read; a read is put down to all of them, which only repeats one too often. */
const recorders = new Set<Set<string>>();
const listeners = new Set<(touched: ReadonlySet<string>) => void>();
let tabs: BroadcastChannel | null = null;

/**
 * Runs the query now and after every commit that touches a shelf it read, in either database and in any tab.
 * @param query may only read.
 * @returns stops the repetition.
 */
export function live<T>(query: () => Promise<T>, onValue: (value: T) => void, onError: (error: unknown) => void): () => void {
  let read: ReadonlySet<string> = new Set();
  const state = { isRunning: false, isStale: false, isStopped: false };
  const run = async (): Promise<void> => {
    state.isRunning = true;
    do {
      state.isStale = false;
      const recorder = new Set<string>();
      recorders.add(recorder);
      // From here on: what is written while the query runs may be missing from its answer.
      read = recorder;
      try {
        const value = await query();
        if (!state.isStopped) onValue(value);
      } catch (error) {
        if (!state.isStopped) onError(error);
      }
      recorders.delete(recorder);
    } while (state.isStale && !state.isStopped);
    state.isRunning = false;
  };
  const hear = (touched: ReadonlySet<string>): void => {
    if (![...touched].some((each) => read.has(each))) return;
    state.isStale = true;
    if (!state.isRunning) void run();
  };
  listenToTabs();
  listeners.add(hear);
  void run();
  return () => {
    state.isStopped = true;
    listeners.delete(hear);
  };
}

/** A shelf is being read: whoever reads live now wants to hear of it. */
export function noteRead(shelf: string): void {
  for (const recorder of recorders) recorder.add(shelf);
}

/** A commit touched these shelves. */
export function announce(touched: ReadonlySet<string>): void {
  for (const hear of listeners) hear(touched);
  listenToTabs();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no other origin to reach
  tabs?.postMessage([...touched]);
}

function listenToTabs(): void {
  if (tabs !== null || typeof BroadcastChannel === 'undefined') return;
  tabs = new BroadcastChannel('so-tay-stores');
  tabs.addEventListener('message', (event) => {
    // Another version of the app may speak here: what is no list of names touches nothing.
    const touched = new Set(Array.isArray(event.data) ? event.data.filter((name): name is string => typeof name === 'string') : []);
    for (const hear of listeners) hear(touched);
  });
  // Node keeps a process alive for an open channel; a browser has no such method.
  (tabs as { unref?: () => void }).unref?.();
}
