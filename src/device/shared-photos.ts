/**
 * Pictures that another app handed over (Web Share Target): the worker stashes the files, the page takes them out one by
 * one, each only after it is kept. So a page that dies in between, or a phone not activated yet, loses none.
 */

const cacheName = 'so-tay-chia-se';
/** More than this no gallery hands over at once on purpose. */
const mostStashed = 30;

export interface SharedPhoto {
  readonly file: Blob;
  /** It is kept elsewhere, or is no picture: it need not be held here. */
  forget(): Promise<void>;
}

/**
 * In the worker. @param request the form that the system posts.
 * @returns the address to go on at: with `day` where the phone has no room to hold them.
 */
export async function stashShared(request: Request, path: string): Promise<string> {
  try {
    const form = await request.formData();
    const files = [...form.values()].filter((value): value is File => value instanceof File && value.size > 0);
    const cache = await caches.open(cacheName);
    // Behind those of an earlier hand-over that nobody has looked at yet.
    const first = (await cache.keys()).length;
    for (const [index, file] of files.slice(0, mostStashed).entries()) {
      await cache.put(addressOf(path, first + index), new Response(file, { headers: { 'content-type': file.type } }));
    }
    return path;
  } catch {
    return `${path}?day`;
  }
}

/** In the page: what is stashed, in the order it was handed over. */
export async function sharedPhotos(): Promise<readonly SharedPhoto[]> {
  if (!(await hasShared())) return [];
  const cache = await caches.open(cacheName);
  const keys = (await cache.keys()).toSorted((one, next) => (one.url < next.url ? -1 : 1));
  const found = await Promise.all(keys.map(async (key): Promise<SharedPhoto | null> => {
    const answer = await cache.match(key);
    if (!answer) return null;
    return { file: await answer.blob(), forget: async () => void (await cache.delete(key)) };
  }));
  return found.flatMap((photo) => photo ?? []);
}

/** Whether something may be stashed. Cheap: most phones have never been handed anything. */
export async function hasShared(): Promise<boolean> {
  try {
    return (await caches.has(cacheName)) && (await (await caches.open(cacheName)).keys()).length > 0;
  } catch {
    // No cache in this browser, so nothing in it.
    return false;
  }
}

/** All of them: the next officer of this phone must not find them, and what cannot be opened must not be offered for ever. */
export async function forgetShared(): Promise<void> {
  // Without a cache in this browser there is nothing in it.
  await caches.delete(cacheName).catch(() => false);
}

function addressOf(path: string, number: number): string {
  return `${path}/${String(number).padStart(4, '0')}-${Date.now()}`;
}
