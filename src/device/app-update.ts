/**
 * A new version of the app: it is fetched in the background, waits, and takes over only when the officer agrees and
 * no exchange is under way.
 */

export interface AppUpdate {
  /** Whether a new version lies ready. */
  waiting(): boolean;
  /** Calls back when `waiting` changes. Answers how to stop. */
  onChange(listener: () => void): () => void;
  /** Looks for a new version now; the browser itself looks at every opening. */
  check(): Promise<void>;
  /** The officer agreed: the new version takes over and the page starts again in it. Save drafts first. */
  accept(): Promise<void>;
}

export interface AppUpdateOptions {
  /** Awaited before the new version takes over: `runner.whenQuiet`. */
  readonly whenQuiet: () => Promise<void>;
}

/**
 * A worker that still answers something keeps its place, for minutes if need be (Chromium). Starting the page again lets
 * go of it; the officer has asked for that much anyway.
 */
const takeOverMs = 5_000;

/** Registers the worker where the browser allows it: over https, and on localhost. */
export function watchForUpdate({ whenQuiet }: AppUpdateOptions): AppUpdate {
  const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  let registration: ServiceWorkerRegistration | null = null;
  let isWaiting = false;
  let isAccepted = false;
  /** Another tab agreed: this page runs on files that are no longer kept. */
  let isOutdated = false;
  const listeners = new Set<() => void>();

  const look = (): void => {
    // Without a worker in charge this is the first visit: what waits then is no update.
    const found = isOutdated || Boolean(registration?.waiting && container?.controller);
    if (found === isWaiting) return;
    isWaiting = found;
    for (const listener of listeners) listener();
  };

  const register = async (owner: ServiceWorkerContainer): Promise<void> => {
    // On a first visit the worker takes charge of this page once without replacing anything.
    let isControlled = owner.controller !== null;
    registration = await owner.register('/sw.js', { updateViaCache: 'none' });
    look();
    registration.addEventListener('updatefound', () => {
      registration?.installing?.addEventListener('statechange', look);
    });
    // Another tab may agree as well; only the tab where that was tapped starts again by itself.
    owner.addEventListener('controllerchange', () => {
      if (isAccepted) location.reload();
      isOutdated = isControlled;
      isControlled = true;
      look();
    });
  };

  if (container && isSecureContext) {
    const begin = (): void => {
      // A browser that refuses leaves an app that works with signal only; nothing else depends on it.
      register(container).catch(() => undefined);
    };
    // After the first paint: the worker fetches the whole app, and the screen comes first on a thin link.
    if (document.readyState === 'complete') begin();
    else addEventListener('load', begin, { once: true });
  }

  return {
    waiting: () => isWaiting,
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    check: async () => {
      await registration?.update().catch(() => undefined);
    },
    accept: async () => {
      await whenQuiet();
      isAccepted = true;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's own door takes no origin
      registration?.waiting?.postMessage({ type: 'skip-waiting' });
      if (registration?.waiting) setTimeout(() => location.reload(), takeOverMs);
      else location.reload();
    },
  };
}
