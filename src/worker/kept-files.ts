/// <reference lib="webworker" />
/**
 * The files of the app, kept on the phone by version. What Workbox's precaching did here in 4 kB, in a tenth of it: cache
 * and addresses are named as Workbox named them, so that a phone which comes from an earlier release fetches again only
 * what has changed.
 */

/** As the build writes it: without a revision where the name itself changes with the content. */
export interface KeptEntry {
  readonly url: string;
  readonly revision: string | null;
}

export interface KeptFiles {
  /**
   * Fetches what is not there yet. @param withReviewers what only reviewers open as well; also without being told where this
   * phone has any of it from before. @throws when one cannot be had: the browser then tries the whole version again later.
   */
  fetchAll(withReviewers?: boolean): Promise<void>;
  /** Removes what no file of this version is. */
  dropOthers(): Promise<void>;
  has(url: string): boolean;
  /** From the phone; from the network where the browser has thrown it away. */
  answer(url: string): Promise<Response>;
}

/** Pages of an upper union's phone alone: a few dozen phones of the province are not to cost all the others their download. */
export function isForReviewers(url: string): boolean {
  return /(^|\/)assets\/(phone-review|returning)-/.test(url);
}

/** @param scope of the registration; addresses are taken from it. */
export function keptFiles(entries: readonly KeptEntry[], scope: string): KeptFiles {
  const cacheName = `workbox-precache-v2-${scope}`;
  const keys = new Map(
    entries.map(({ url, revision }) => {
      const { href } = new URL(url, scope);
      return [href, revision === null ? href : `${href}?__WB_REVISION__=${revision}`] as const;
    }),
  );
  return {
    fetchAll: async (withReviewers = false) => {
      const cache = await caches.open(cacheName);
      const there = new Set((await cache.keys()).map(({ url }) => url));
      const isReviewers = withReviewers || [...there].some(isForReviewers);
      for (const [url, key] of keys) {
        if (there.has(key) || (isForReviewers(url) && !isReviewers)) continue;
        // One after the other: on a thin link a second request only slows the first. What is named by its content may come
        // from the browser's own cache, the rest must not.
        // oxlint-disable-next-line no-await-in-loop -- as said
        const response = await fetch(url, { cache: key === url ? 'default' : 'reload', credentials: 'same-origin' });
        // A portal answers with a page of its own, often behind a redirect, and says that all is well.
        const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
        if (!response.ok || response.redirected || isPage !== url.endsWith('.html')) throw new Error('A file of the app did not come.');
        // oxlint-disable-next-line no-await-in-loop -- as said
        await cache.put(key, response);
      }
    },

    dropOthers: async () => {
      const cache = await caches.open(cacheName);
      const wanted = new Set(keys.values());
      await Promise.all((await cache.keys()).filter(({ url }) => !wanted.has(url)).map((request) => cache.delete(request)));
    },

    has: (url) => keys.has(url),

    answer: async (url) => {
      const key = keys.get(url);
      const found = key === undefined ? undefined : await (await caches.open(cacheName)).match(key);
      return found ?? fetch(url);
    },
  };
}
