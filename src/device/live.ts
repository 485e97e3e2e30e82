/** Reads that repeat themselves: whenever what they read changes, in this tab, in another one or in the worker. */

/** The shelves a commit touched, each with the keys of its rows as text; null where it was emptied, or nobody knows. */
export type Touched = ReadonlyMap<string, ReadonlySet<string> | null>;

/** What the live reads now running have read; a read is put down to all of them, which only repeats one too often. */
const recorders = new Set<Set<string>>();
const listeners = new Set<(touched: Touched) => void>();
let tabs: BroadcastChannel | null = null;

/** What a read that repeats itself is at. */
interface Reading {
  isRunning: boolean;
  isStale: boolean;
  isStopped: boolean;
  failureCount: number;
}

/** A store that fails once may answer a moment later, and nobody writes just to wake a page that shows a gap. */
const retryMs = 1_000;
const longestRetryMs = 30_000;

/**
 * Runs the query now and after every commit that touches a shelf it read, in either database and in any tab.
 * @param query may only read. @param concerns narrows a shelf to the keys that matter to the query.
 * @returns stops the repetition.
 */
export function live<T>(
  query: () => Promise<T>, onValue: (value: T) => void, onError: (error: unknown) => void, concerns: (key: string) => boolean = () => true,
): () => void {
  let read: ReadonlySet<string> = new Set();
  const state = atRest();
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
        state.failureCount = 0;
        if (!state.isStopped) onValue(value);
      } catch (error) {
        state.failureCount += 1;
        if (!state.isStopped) onError(error);
      }
      recorders.delete(recorder);
    } while (state.isStale && !state.isStopped);
    state.isRunning = false;
    runLater(state, run);
  };
  const hear = (touched: Touched): void => {
    const isOurs = [...touched].some(([shelf, keys]) => read.has(shelf) && (keys === null || [...keys].some(concerns)));
    if (!isOurs) return;
    state.isStale = true;
    if (!state.isRunning) void run();
  };
  return following(hear, state, run);
}

/** One shelf as a map that follows its commits. Keys are texts: see `keyText`. */
export interface RowSource<Value> {
  readonly shelf: string;
  all(): Promise<ReadonlyMap<string, Value>>;
  /** The rows of these keys that are there. */
  some(keys: readonly string[]): Promise<ReadonlyMap<string, Value>>;
  readonly concerns?: (key: string) => boolean;
}

/**
 * All rows now, and after every commit again, of which only the touched ones are read: what a save costs does not
 * grow with what is there. A row that nobody touched stays the very same value.
 * @returns stops it.
 */
export function liveRows<Value>(source: RowSource<Value>, onRows: (rows: ReadonlyMap<string, Value>) => void, onError: (error: unknown) => void): () => void {
  let rows: ReadonlyMap<string, Value> = new Map();
  let needsAll = true;
  let stale = new Set<string>();
  const state = atRest();
  const run = async (): Promise<void> => {
    state.isRunning = true;
    do {
      state.isStale = false;
      const wanted = stale;
      const isWhole = needsAll;
      stale = new Set();
      needsAll = false;
      try {
        rows = isWhole ? await source.all() : exchanged(rows, wanted, await source.some([...wanted]));
        state.failureCount = 0;
        if (!state.isStopped) onRows(rows);
      } catch (error) {
        state.failureCount += 1;
        needsAll = true;
        if (!state.isStopped) onError(error);
      }
    } while (state.isStale && !state.isStopped);
    state.isRunning = false;
    runLater(state, run);
  };
  const hear = (touched: Touched): void => {
    const keys = touched.get(source.shelf);
    if (keys === undefined) return;
    const own = keys === null ? [] : [...keys].filter(source.concerns ?? (() => true));
    if (keys === null) needsAll = true;
    else if (own.length === 0) return;
    for (const key of own) stale.add(key);
    state.isStale = true;
    if (!state.isRunning) void run();
  };
  return following(hear, state, run);
}

function exchanged<Value>(rows: ReadonlyMap<string, Value>, wanted: ReadonlySet<string>, found: ReadonlyMap<string, Value>): Map<string, Value> {
  const next = new Map(rows);
  for (const key of wanted) {
    const value = found.get(key);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

function atRest(): Reading {
  return { isRunning: false, isStale: false, isStopped: false, failureCount: 0 };
}

/** After a failure: once more, with longer and longer pauses. A commit in between is read at once. */
function runLater(state: Reading, run: () => Promise<void>): void {
  const { failureCount } = state;
  if (failureCount === 0 || state.isStopped) return;
  setTimeout(() => {
    if (state.failureCount === failureCount && !state.isRunning && !state.isStopped) void run();
  }, Math.min(retryMs * 2 ** (failureCount - 1), longestRetryMs));
}

function following(hear: (touched: Touched) => void, state: Reading, run: () => Promise<void>): () => void {
  listenToTabs();
  listeners.add(hear);
  void run();
  return () => {
    state.isStopped = true;
    listeners.delete(hear);
  };
}

/** A row's key as a text that another tab can be told. */
export function keyText(key: IDBValidKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

/** A shelf is being read: whoever reads live now wants to hear of it. */
export function noteRead(shelf: string): void {
  for (const recorder of recorders) recorder.add(shelf);
}

/** A commit touched these. */
export function announce(touched: Touched): void {
  for (const hear of listeners) hear(touched);
  listenToTabs();
  const keys = Object.fromEntries([...touched].map(([shelf, rows]) => [shelf, rows && [...rows]]));
  // The names stand first, by themselves, for a tab that still runs an earlier version of the app.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no other origin to reach
  tabs?.postMessage([...touched.keys(), keys]);
}

function listenToTabs(): void {
  if (tabs !== null || typeof BroadcastChannel === 'undefined') return;
  tabs = new BroadcastChannel('so-tay-stores');
  tabs.addEventListener('message', (event) => {
    const touched = heard(event.data);
    for (const hear of listeners) hear(touched);
  });
  // Node keeps a process alive for an open channel; a browser has no such method.
  (tabs as { unref?: () => void }).unref?.();
}

/** Another version of the app may speak here: what is no name touches nothing, and a name without keys touches all its rows. */
function heard(data: unknown): Touched {
  const words: readonly unknown[] = Array.isArray(data) ? data : [];
  const last = words.at(-1);
  const keys = new Map<string, unknown>(typeof last === 'object' && last !== null ? Object.entries(last) : []);
  const names = words.filter((name): name is string => typeof name === 'string');
  return new Map(names.map((name) => {
    const listed = keys.get(name);
    return [name, Array.isArray(listed) ? new Set(listed.map(String)) : null];
  }));
}
